// Owns what the core's English is in another language. Its words are their own ids: without what stands in quotes
// and without figures, which are put in. Invariant: what is not known by them stays as the core says it.

import { t } from '../view/catalogue.js';

export { ready } from './words.js';

/** So many words tell one sentence from the others. */
const TELLING = 8;

/** @param {string} words */
export function told(words) {
  const what = /“([^”]*)”/u.exec(words)?.[1] ?? '';
  const plain = words.replace(/“[^”]*”/gu, '');
  const [one = 0, other = 0] = (plain.match(/\d+/g) ?? []).map(Number);
  const telling =
    plain
      .replace(/\d+/g, '')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const name = telling.slice(0, TELLING).join('-');
  const said = t(`core-${name}`, { what, one, other });
  return said === `core-${name}` ? words : said;
}
