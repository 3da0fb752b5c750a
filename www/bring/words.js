// Owns where the words of what brings articles and the library are. Invariant: who uses them waits for `ready` first (`view/lazy.js` does).

import { partWords } from '../view/catalogue.js';

export const ready = partWords({
  en: () => import('../words/bring/en.js'),
  fr: () => import('../words/bring/fr.js'),
  ar: () => import('../words/bring/ar.js'),
});
