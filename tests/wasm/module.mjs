/**
 * The core as the browser gets it, in Node: the module is read from `www/pkg` and given to the bindings as
 * bytes, since there is no server to fetch it from. `cargo xtask build` puts it there.
 */
import { readFile } from 'node:fs/promises';

import * as bindings from '../../www/pkg/manicule.js';

export const bytes = await readFile(new URL('../../www/pkg/manicule_bg.wasm', import.meta.url));

/** The bindings, after their module is instantiated. */
export function load() {
  bindings.initSync({ module: bytes });
  return bindings;
}
