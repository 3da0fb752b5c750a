/** Manicule itself, by the built core in `www/pkg`: for `cargo xtask tag --wasm`. */
import { readFile } from 'node:fs/promises';

import { initSync, loadModel, spans } from '../../www/pkg/manicule.js';
import { answer } from './lines.mjs';

const built = (/** @type {string} */ name) => readFile(new URL(`../../www/pkg/${name}`, import.meta.url));
initSync({ module: await built('manicule_bg.wasm') });
loadModel(await built('manicule.model'));
await answer(spans);
