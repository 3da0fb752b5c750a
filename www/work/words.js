// Owns where the words of the tools are. Invariant: who uses them waits for `ready` first (`view/lazy.js` does).

import { partWords } from '../view/catalogue.js';

export const ready = partWords({
  en: () => import('../words/work/en.js'),
  fr: () => import('../words/work/fr.js'),
  ar: () => import('../words/work/ar.js'),
});
