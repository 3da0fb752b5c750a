/**
 * How fast a tagger of npm reads an article: `node speed.mjs NAME FOLDER FILE`, its packages in FOLDER. Answers
 * as `benches/throughput.mjs` does.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { measure } from '../../benches/measure.mjs';

const [name, folder, file] = process.argv.slice(2);
const load = createRequire(resolve(folder ?? '.', 'package.json'));

/** What each is asked for: whatever it has of names and values, as plain records. */
const TAGGERS = {
  compromise: () => {
    const nlp = load('compromise');
    return (/** @type {string} */ text) => {
      const doc = nlp(text);
      return ['people', 'places', 'organizations'].map((kind) => doc[kind]().out('array'));
    };
  },
  wink: () => {
    const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'));
    return (/** @type {string} */ text) => nlp.readDoc(text).entities().out(nlp.its.detail);
  },
};

const start = Object.entries(TAGGERS).find(([known]) => known === name)?.[1];
if (!start || !file) throw new Error('Usage: node speed.mjs NAME FOLDER FILE');
const [find, text] = [start(), await readFile(file, 'utf8')];
await measure(() => find(text));
