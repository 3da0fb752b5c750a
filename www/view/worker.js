// The worker that reads long texts: an instance of the core of its own, of the module that the page compiled. For a book
// of one that is made for that, fast and with vectors, where it can be had in time.

import { join } from '../core/later.js';
import * as page from '../pkg/manicule.js';
import { Drive } from './drive.js';

/** @typedef {import('./drive.js').Answer} Answer */
/** @typedef {import('./drive.js').Order} Order */
/** @typedef {Extract<Order, { kind: 'start' }>} Start */
/** @typedef {typeof import('../pkg/reader.js')} Bindings */

/** What a worker says, and how much memory its core has by then. @typedef {Answer & { memory: number }} Said */

/** So long the fast module is waited for, in milliseconds: by then the other has read a megabyte. */
const PATIENCE = 1500;

/** A module with one function, which makes a vector. */
const VECTOR = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
];

/** @type {WebAssembly.Memory | undefined} */
let memory;
/** @type {Bindings} */
let core = page;
/** @type {Drive | undefined} */
let drive;
/** The last order, which the next one waits for. @type {Promise<void>} */
let last = Promise.resolve();

addEventListener('message', ({ data }) => {
  last = last.then(() => obey(data));
  // What fails before there is a text ends the worker, and the page does without.
  last.catch(reportError);
});

/** @param {Order} order */
async function obey(order) {
  if (order.kind === 'start') await start(order);
  else if (order.kind === 'model') core.loadModel(order.model);
  else drive?.obey(order);
}

/** @param {Start} order */
async function start({ module, later, book }) {
  const swift = book ? await Promise.race([fast(), enough()]) : undefined;
  if (swift) core = swift.bindings;
  memory = core.initSync({ module: swift?.module ?? /** @type {WebAssembly.Module} */ (module) }).memory;
  if (!swift && later) join(later);
  drive = new Drive(core.Reader, give);
}

/** The module that was made for this, with its bindings, where there is one that this browser can run. */
async function fast() {
  if (!WebAssembly.validate(new Uint8Array(VECTOR))) return undefined;
  try {
    const answer = await fetch(new URL('../pkg/reader_bg.wasm', import.meta.url));
    if (!answer.ok) return undefined;
    const [module, bindings] = await Promise.all([
      WebAssembly.compile(await answer.arrayBuffer()),
      import('../pkg/reader.js'),
    ]);
    // Where the core is as it was built there is nothing in it.
    return WebAssembly.Module.exports(module).length > 0 ? { module, bindings } : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {Promise<undefined>} */
function enough() {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
}

/** @param {Answer} answer */
function give(answer) {
  const heavy =
    'packed' in answer
      ? [answer.packed.buffer]
      : 'text' in answer
        ? [answer.text.buffer, answer.blocks.buffer]
        : [];
  const said = { ...answer, memory: memory?.buffer.byteLength ?? 0 };
  postMessage(said, { transfer: /** @type {ArrayBuffer[]} */ (heavy) });
}
