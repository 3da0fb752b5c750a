/**
 * How soon a fresh process tags: `node benches/load.mjs`. Prints one JSON object: the milliseconds from the
 * module's and the model's bytes in memory, over compiling and instantiating and reading the tables, to the
 * first tag; and those of each part.
 */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

import { initSync, loadModel, spans } from '../www/pkg/manicule.js';

const built = (/** @type {string} */ name) => readFile(new URL(`../www/pkg/${name}`, import.meta.url));
const [module, model] = [await built('manicule_bg.wasm'), await built('manicule.model')];
const started = performance.now();
initSync({ module });
const instantiated = performance.now();
loadModel(model);
const loaded = performance.now();
const found = spans('Ada Lind of the World Bank flew to Seoul on 3 June 2015.');
const tagged = performance.now();
if (found.length === 0) throw new Error('Nothing was tagged.');
console.log(
  JSON.stringify({
    milliseconds: tagged - started,
    instantiated: instantiated - started,
    loaded: loaded - instantiated,
    tagged: tagged - loaded,
  }),
);
