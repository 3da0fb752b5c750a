/** Manicule itself, by the built core in `www/pkg`: for `cargo xtask tag --wasm`. */
import { readFile } from 'node:fs/promises';

import { initSync, spans } from '../../www/pkg/manicule.js';
import { answer } from './lines.mjs';

initSync({ module: await readFile(new URL('../../www/pkg/manicule_bg.wasm', import.meta.url)) });
await answer(spans);
