// Owns the later half of the core: what a first visit does not run. It is fetched when the reader does something, or
// comes back to what they have; what calls it before then waits for it. Where the core is whole there is nothing in it.
// Invariant: once it has joined, the core is as one; of a call that begins in it nothing was done where it cannot be
// fetched. What may come to need it in its midst, such as another text than the sample, waits for `bringLater` first.

import { imports, initSync } from '../pkg/manicule.js';

const ADDRESS = new URL('../pkg/manicule_later.wasm', import.meta.url);

/** @type {Promise<WebAssembly.Module> | undefined} */
let coming;
/** @type {WebAssembly.Module | undefined} */
let compiled;
let joined = false;

/** The half as it was compiled, for workers that make an instance of their own. */
export const laterHalf = () => compiled;

/** Fetches it, if that was not done; where it cannot be, the next call tries again. */
export async function fetchLater() {
  coming ??= fetchedAndCompiled();
  try {
    compiled = await coming;
  } catch (cause) {
    coming = undefined;
    throw notFetched(cause);
  }
  return compiled;
}

/** Whatever type the server says it is of. */
async function fetchedAndCompiled() {
  const answer = await fetch(ADDRESS);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** Fetches it and has it join the core, which was started. */
export async function bringLater() {
  if (!joined) join(await fetchLater());
}

/** Has it join this core. @param {WebAssembly.Module} half */
export function join(half) {
  if (joined) return;
  compiled = half;
  /** @type {Record<string, WebAssembly.ExportValue>} */
  const first = { ...initSync(/** @type {never} */ (undefined)) };
  new WebAssembly.Instance(half, { ...imports(), first });
  joined = true;
  if (first['joined'] instanceof WebAssembly.Global) first['joined'].value = 1;
}

/** What the core calls that needs it now: there is no way to wait but this. */
export function load() {
  join(compiled ?? new WebAssembly.Module(fetchedNow()));
}

/** The bytes, while all else stands still. */
function fetchedNow() {
  try {
    const request = new XMLHttpRequest();
    request.open('GET', ADDRESS, false);
    // Each byte is a character of which the lower half counts: a page may not ask for bytes that way.
    request.overrideMimeType('text/plain; charset=x-user-defined');
    request.send();
    if (request.status !== 200) throw new Error(`${request.status}`);
    const { responseText } = request;
    const bytes = new Uint8Array(responseText.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = responseText.charCodeAt(at);
    return bytes;
  } catch (cause) {
    throw notFetched(cause);
  }
}

/** As the core says it. @param {unknown} cause */
function notFetched(cause) {
  const message =
    'A part of Manicule that is needed for this could not be fetched. Check the connection and try again.';
  return Object.assign(new Error(message, { cause }), { code: 'not-fetched' });
}
