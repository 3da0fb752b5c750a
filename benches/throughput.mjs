/**
 * How fast an article is read in WebAssembly: `node benches/throughput.mjs FILE [FOLDER]`, core and reader being those
 * of `www/pkg` or the published ones in another folder. For every line of standard input it reads the article once, as
 * the page does with a long one, but on one thread: a reader from plain text to mentions, entities and quotations, which the
 * page's core takes over and lists for JavaScript. It answers with one JSON object: the seconds it took, and those of
 * them that it had a processor.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { join } from '../www/core/later.js';
import * as page from '../www/pkg/manicule.js';
import { measure } from './measure.mjs';

const [file, folder] = process.argv.slice(2);
if (!file) throw new Error('Usage: node benches/throughput.mjs FILE [FOLDER]');
const built = (/** @type {string} */ name) => new URL(`../www/pkg/${name}`, import.meta.url);
const place = (/** @type {string} */ name) => (folder ? pathToFileURL(resolve(folder, name)) : built(name));
const model = await readFile(built('manicule.model'));
page.initSync({ module: await readFile(place('manicule_bg.wasm')) });
join(new WebAssembly.Module(await readFile(place('manicule_later.wasm'))));
page.loadModel(model);

/** @type {typeof import('../www/pkg/reader.js')} */
const { initSync, loadModel, Reader } = await import(place('reader.js').href);
const module = await WebAssembly.compile(await readFile(place('reader_bg.wasm')));
// Where nothing is published the page's own core reads.
if (WebAssembly.Module.exports(module).length > 0) {
  initSync({ module });
  loadModel(model);
}

const text = await readFile(file, 'utf8');
const core = page.Core.inMemory();
core.readElsewhere(0);
const id = await core.addText(text);

await measure(() => {
  core.tagAgain();
  const [ask, version] = [core.ask(), core.asks()];
  if (ask === undefined || version === undefined) throw new Error('Nothing is asked for.');
  const reader = Reader.ofPlain(new TextEncoder().encode(text), 0);
  reader.begin(ask, true);
  while (reader.step() < 1);
  if (!core.takeReading(id, version, true, reader.reading(ask))) throw new Error('Nothing was taken.');
  reader.free();
  const [names] = core.entityTable();
  if (names.length === 0) throw new Error('Nothing was found.');
});
