/**
 * How fast the core reads an article in WebAssembly: `node benches/throughput.mjs FILE [FOLDER]`, the core being that of
 * `www/pkg` or the two halves in another folder. For every line of standard input it reads the article once, from plain
 * text to mentions, entities and quotations in JavaScript, and answers with one JSON object: the seconds it took, and
 * those of them that it had a processor.
 */
import { readFile } from 'node:fs/promises';

import { join } from '../www/core/later.js';
import { Core, initSync, loadModel } from '../www/pkg/manicule.js';
import { measure } from './measure.mjs';

const [file, folder] = process.argv.slice(2);
if (!file) throw new Error('Usage: node benches/throughput.mjs FILE [FOLDER]');
const built = (/** @type {string} */ name) => readFile(new URL(`../www/pkg/${name}`, import.meta.url));
const core = (/** @type {string} */ name) => (folder ? readFile(`${folder}/${name}`) : built(name));
initSync({ module: await core('manicule_bg.wasm') });
join(new WebAssembly.Module(await core('manicule_later.wasm')));
loadModel(await built('manicule.model'));
const text = await readFile(file, 'utf8');

await measure(async () => {
  const core = Core.inMemory();
  await core.addText(text);
  core.mentions(0, core.text().length);
  core.entities();
  core.quotations();
  core.free();
});
