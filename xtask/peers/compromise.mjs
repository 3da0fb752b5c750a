/**
 * compromise as a program that answers lines: `node compromise.mjs FOLDER`, its package in FOLDER. Its
 * people, places and organizations, without the punctuation and the possessive that it keeps with them.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { answer, inCodePoints } from './lines.mjs';

const nlp = createRequire(resolve(process.argv[2] ?? '.', 'package.json'))('compromise');

/** What compromise has of names, and what data sets call it. */
const KINDS = [
  ['people', 'PERSON'],
  ['places', 'GPE'],
  ['organizations', 'ORG'],
];

await answer((text) => {
  const doc = nlp(text);
  const rows = KINDS.flatMap(([kind, type]) =>
    doc[kind]()
      .json({ offset: true, terms: { offset: true } })
      .map((/** @type {{ terms: Term[] }} */ found) => row(found.terms, type)),
  );
  return inCodePoints(
    text,
    rows.filter((row) => row !== undefined),
  );
});

/** @typedef {{ text: string, offset: { start: number, length: number } }} Term */

/**
 * From the first term to the last, without their punctuation.
 * @param {Term[]} terms
 * @param {string} type
 * @returns {import('./lines.mjs').Row | undefined}
 */
function row(terms, type) {
  // The second word of a contraction has no text of its own.
  const written = terms.filter((term) => term.text !== '');
  const [first, last] = [written[0], written.at(-1)];
  if (!first || !last) return undefined;
  const possessive = /['’](?:s|S)?$/u.exec(last.text)?.[0] ?? '';
  const end = last.offset.start + last.text.length - possessive.length;
  return end > first.offset.start ? [first.offset.start, end, type] : undefined;
}
