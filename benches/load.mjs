/**
 * How soon a fresh process tags: `node benches/load.mjs`. Prints one JSON object: the milliseconds from the
 * module's bytes in memory, over compiling and instantiating it and reading the models, to the first tag.
 */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

import { initSync, spans } from '../www/pkg/manicule.js';

const module = await readFile(new URL('../www/pkg/manicule_bg.wasm', import.meta.url));
const started = performance.now();
initSync({ module });
const instantiated = performance.now();
const found = spans('Ada Lind of the World Bank flew to Seoul on 3 June 2015.');
const tagged = performance.now();
if (found.length === 0) throw new Error('Nothing was tagged.');
console.log(
  JSON.stringify({
    milliseconds: tagged - started,
    instantiated: instantiated - started,
    tagged: tagged - instantiated,
  }),
);
