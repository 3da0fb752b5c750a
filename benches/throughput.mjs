/**
 * How fast the core reads an article in WebAssembly: `node benches/throughput.mjs FILE RUNS`. Prints one
 * JSON object: the seconds that each run took, from plain text to mentions, entities and quotations in
 * JavaScript.
 */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

import { Core, initSync, loadModel } from '../www/pkg/manicule.js';

const [file, runs] = process.argv.slice(2);
const built = (/** @type {string} */ name) => readFile(new URL(`../www/pkg/${name}`, import.meta.url));
initSync({ module: await built('manicule_bg.wasm') });
loadModel(await built('manicule.model'));
const text = await readFile(file, 'utf8');

const seconds = [];
for (let run = 0; run < Number(runs); run += 1) {
  const core = Core.inMemory();
  const started = performance.now();
  await core.addText(text);
  core.mentions(0, core.text().length);
  core.entities();
  core.quotations();
  seconds.push((performance.now() - started) / 1000);
  core.free();
}
console.log(JSON.stringify({ seconds }));
