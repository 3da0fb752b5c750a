// Owns where the words of the views are. Invariant: who uses them waits for `ready` first (`view/lazy.js` does).

import { partWords } from '../view/catalogue.js';

export const ready = partWords({
  en: () => import('../words/see/en.js'),
  fr: () => import('../words/see/fr.js'),
  ar: () => import('../words/see/ar.js'),
});
