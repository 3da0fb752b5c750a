// Owns what the core's English is in another language. Invariant: what is not known stays as the core says it; that
// is the case of what the core itself was told, by the browser or by a file.

import { t } from '../view/catalogue.js';
import { FluentResource } from '../vendor/fluent.js';
import english from '../words/core/en.js';
import { asGiven, isTold, reader } from './sentences.js';

export { ready } from './words.js';

const find = reader(/** @type {any} */ (new FluentResource(english).body));

/**
 * @param {string} words
 * @returns {string}
 */
export function told(words) {
  return said(words) ?? said(`${words}.`)?.replace(/\.$/, '') ?? words;
}

/** @param {string} words */
function said(words) {
  const found = find(words);
  if (!found) return undefined;
  const given = found.given.map(([name, text]) => [name, isTold(name) ? told(text) : asGiven(name, text)]);
  return t(found.id, Object.fromEntries(given));
}
