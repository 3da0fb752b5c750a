// Owns the way of the core and of its model from the server to the page. Invariant: the page works without the model,
// and that it is not there is said where mentions are counted.

import { bringLater, fetchLater } from '../core/later.js';
import init, { hasModel, loadModel } from '../pkg/manicule.js';
import { t } from './catalogue.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {'coming' | 'there' | 'missing'} ModelState */

/** The core's module, for workers that make an instance of their own. @type {WebAssembly.Module | undefined} */
let module;
/** What was loaded, for the same. @type {Uint8Array | undefined} */
let kept;

/** The memory of the page's own core. @type {WebAssembly.Memory | undefined} */
let memory;

export const compiled = () => module;
/** How many bytes the page's own core has taken. */
export const taken = () => memory?.buffer.byteLength ?? 0;
export const model = () => kept;

/** What a reader does first, whatever it is. */
const DEEDS = ['pointerdown', 'keydown', 'paste', 'dragenter', 'click', 'storage'];

/**
 * Compiles the core while it comes, and starts it. Throws where there is no WebAssembly. The half that a first visit
 * does not run comes with it for a reader who comes back, and else with the first thing that the reader does.
 */
export async function startCore() {
  const whole = document.documentElement.classList.contains('returning');
  if (whole) fetchLater().catch(() => undefined);
  await startFirst();
  if (whole) return bringLater();
  // Where it cannot be had, whatever needs it says so.
  const deed = () => bringLater().catch(() => undefined);
  for (const kind of DEEDS) addEventListener(kind, deed, { capture: true, once: true, passive: true });
}

/** The half that comes with the page. */
async function startFirst() {
  const link = /** @type {HTMLLinkElement | null} */ (
    document.querySelector('link[rel="preload"][href$="_bg.wasm"]')
  );
  try {
    if (link) module = await WebAssembly.compileStreaming(fetch(link.href));
  } catch {
    // A server that names the type wrong, or a browser that does not stream: the bindings know what to do.
  }
  ({ memory } = await init(module && { module_or_path: module }));
}

/** Once, whoever of those that wait for it comes first. @param {Uint8Array} bytes */
function load(bytes) {
  if (kept === bytes) return;
  loadModel(bytes);
  kept = bytes;
}

/**
 * The model's bytes. The page's own link has the browser fetch them before any script runs, and its address
 * is the one place that names the file; another of the model's lies beside it.
 * @param {RequestCache} [cache]
 * @param {string} [other]
 */
export async function fetchModel(cache = 'default', other = '') {
  const link = /** @type {HTMLLinkElement | null} */ (
    document.querySelector('link[rel="preload"][href$=".model"]')
  );
  if (!link) throw new Error(t('model-unnamed'));
  const answer = await fetch(other ? new URL(other, link.href) : link.href, { cache }).catch(() => undefined);
  if (!answer) throw new Error(t('model-unreachable'));
  if (!answer.ok) throw new Error(t('model-refused', { status: answer.status }));
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * Waits for the model, or for so long if it takes longer; whether it is there.
 * @param {Promise<Uint8Array>} coming
 * @param {number} patience in milliseconds; with 0 until the next turn
 */
export async function isThereBy(coming, patience) {
  const given = coming.then(load).catch(() => undefined);
  await Promise.race([given, new Promise((resolve) => setTimeout(resolve, patience))]);
  return hasModel();
}

/**
 * Hands the model to the core and has the open article tagged with it.
 * @param {App} app
 * @param {Promise<Uint8Array>} coming
 */
export async function bring(app, coming) {
  app.modelIs('coming');
  try {
    load(await coming);
    app.modelIs('there');
  } catch (error) {
    app.failed(error);
    app.modelIs('missing');
  }
}
