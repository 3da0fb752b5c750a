// The worker that reads long texts: an instance of the core of its own, made of the module that the page compiled.

import { join } from '../core/later.js';
import { initSync, loadModel, Reader } from '../pkg/manicule.js';
import { Drive } from './drive.js';

/** @typedef {import('./drive.js').Answer} Answer */
/** @typedef {import('./drive.js').Order} Order */

/** What a worker says, and how much memory its core has by then. @typedef {Answer & { memory: number }} Said */

/** @type {WebAssembly.Memory | undefined} */
let memory;

const drive = new Drive(Reader, (answer) => {
  const heavy =
    'packed' in answer
      ? [answer.packed.buffer]
      : 'text' in answer
        ? [answer.text.buffer, answer.blocks.buffer]
        : [];
  const said = { ...answer, memory: memory?.buffer.byteLength ?? 0 };
  postMessage(said, { transfer: /** @type {ArrayBuffer[]} */ (heavy) });
});

addEventListener('message', ({ data }) => {
  const order = /** @type {Order} */ (data);
  // What fails before there is a text ends the worker, and the page does without.
  if (order.kind === 'start') {
    memory = initSync({ module: /** @type {WebAssembly.Module} */ (order.module) }).memory;
    if (order.later) join(order.later);
  } else if (order.kind === 'model') loadModel(order.model);
  else drive.obey(order);
});
