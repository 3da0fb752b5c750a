// Owns where the words of backups, export and import are. Invariant: who uses them waits for `ready` first (`view/lazy.js` does).

import { partWords } from '../view/catalogue.js';

export const ready = partWords({
  en: () => import('../words/keep/en.js'),
  fr: () => import('../words/keep/fr.js'),
  ar: () => import('../words/keep/ar.js'),
});
