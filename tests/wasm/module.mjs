/**
 * The core as the browser gets it, in Node: module and model are read from `www/pkg` and given to the
 * bindings as bytes, since there is no server to fetch them from. `cargo xtask build` puts them there.
 */
import { readFile } from 'node:fs/promises';

import * as bindings from '../../www/pkg/manicule.js';

const built = (/** @type {string} */ name) => readFile(new URL(`../../www/pkg/${name}`, import.meta.url));

export const bytes = await built('manicule_bg.wasm');
export const model = await built('manicule.model');
export const speech = await built('speech.model');

// The core fetches the parts that it needs later; Node's own `fetch` reads no files.
const remote = globalThis.fetch;
globalThis.fetch = async (what, options) => {
  const address = new URL(what instanceof Request ? what.url : what);
  if (address.protocol !== 'file:') return remote(what, options);
  return new Response(await readFile(address), { headers: { 'Content-Type': 'application/wasm' } });
};

/** The bindings, after their module is instantiated; it has no model yet. */
export function bare() {
  bindings.initSync({ module: bytes });
  return bindings;
}

/** The bindings, after their module is instantiated and has its model. */
export function load() {
  bare().loadModel(model);
  return bindings;
}
