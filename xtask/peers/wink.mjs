/**
 * wink-nlp with its web model as a program that answers lines: `node wink.mjs FOLDER`, its packages in
 * FOLDER. The model has no names, so what comes out are times and numbers.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { answer, inCodePoints } from './lines.mjs';

const require = createRequire(resolve(process.argv[2] ?? '.', 'package.json'));
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));

/** Its types that data sets have, and what they call them. */
const TYPES = new Map([
  ['DATE', 'DATE'],
  ['DURATION', 'DATE'],
  ['TIME', 'TIME'],
  ['MONEY', 'MONEY'],
  ['PERCENT', 'PERCENT'],
  ['ORDINAL', 'ORDINAL'],
  ['CARDINAL', 'CARDINAL'],
]);

await answer((text) => {
  const doc = nlp.readDoc(text);
  const tokens = places(text, doc.tokens().out());
  /** @type {import('./lines.mjs').Row[]} */
  const rows = [];
  doc.entities().each((/** @type {any} */ entity) => {
    const type = TYPES.get(entity.out(nlp.its.type));
    const [first, last] = entity.out(nlp.its.span);
    const [start, end] = [tokens[first]?.[0], tokens[last]?.[1]];
    if (type !== undefined && start !== undefined && end !== undefined) rows.push([start, end, type]);
  });
  return inCodePoints(text, rows);
});

/**
 * Where the tokens stand, which wink does not say.
 * @param {string} text
 * @param {string[]} tokens
 */
function places(text, tokens) {
  let at = 0;
  return tokens.map((token) => {
    const start = text.indexOf(token, at);
    if (start < 0) throw new Error(`The token “${token}” is not in the text.`);
    at = start + token.length;
    return [start, at];
  });
}
