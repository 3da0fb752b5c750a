/**
 * How soon a fresh process tags: `node benches/load.mjs [FOLDER]`, the core being that of `www/pkg` or the two halves in
 * another folder. Prints one JSON object: the milliseconds from the first half's and the model's bytes in memory, over
 * compiling and instantiating and reading the tables, to the first tag; and those of each part. What the later half takes
 * to join (`joined`) is not in the sum: the page has its first tags without it, but not by the function that is called here.
 */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

import { join } from '../www/core/later.js';
import { initSync, loadModel, spans } from '../www/pkg/manicule.js';

const [folder] = process.argv.slice(2);
const built = (/** @type {string} */ name) => readFile(new URL(`../www/pkg/${name}`, import.meta.url));
const core = (/** @type {string} */ name) => (folder ? readFile(`${folder}/${name}`) : built(name));
const [module, model] = [await core('manicule_bg.wasm'), await built('manicule.model')];
const later = await core('manicule_later.wasm');
const started = performance.now();
initSync({ module });
const instantiated = performance.now();
loadModel(model);
const loaded = performance.now();
join(new WebAssembly.Module(later));
const joined = performance.now();
const found = spans('Ada Lind of the World Bank flew to Seoul on 3 June 2015.');
const tagged = performance.now();
if (found.length === 0) throw new Error('Nothing was tagged.');
console.log(
  JSON.stringify({
    milliseconds: tagged - started - (joined - loaded),
    instantiated: instantiated - started,
    loaded: loaded - instantiated,
    joined: joined - loaded,
    tagged: tagged - joined,
  }),
);
