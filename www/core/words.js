// Owns where the words are that the core's own are said in. Invariant: who uses them waits for `ready` first.

import { partWords } from '../view/catalogue.js';

export const ready = partWords({
  en: () => import('../words/core/en.js'),
  fr: () => import('../words/core/fr.js'),
  ar: () => import('../words/core/ar.js'),
});
