/**
 * The page's scripts as they are published: `node xtask/bundle.mjs WWW OUT`. One file for what is loaded at
 * once and one for each thing that is imported later, without comments, so that a first visit asks for a few
 * files in place of forty. The core's bindings and what fetches its parts stay files of their own: they find
 * the core beside them.
 */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';

import { build } from 'esbuild';

const [www, out] = process.argv.slice(2);
if (!www || !out) throw new Error('Usage: node xtask/bundle.mjs WWW OUT');
const bindings = ['manicule.js', 'parts.js'].map((name) => resolve(www, 'pkg', name));

/**
 * The bindings from where a bundle lies.
 * @param {string} path
 * @returns {import('esbuild').Plugin}
 */
const beside = (path) => ({
  name: 'bindings',
  setup: (build) => build.onResolve({ filter: /\/pkg\/manicule\.js$/ }, () => ({ path, external: true })),
});

/** @type {import('esbuild').BuildOptions} */
const common = {
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'inline',
  logLevel: 'warning',
};
await build({
  ...common,
  entryPoints: [resolve(www, 'main.js'), resolve(www, 'bring/receive.js')],
  bundle: true,
  splitting: true,
  plugins: [beside('./pkg/manicule.js')],
  outdir: out,
});
// Style sheets, and what runs before the first paint, stay files of their own, without comments.
const sheets = (await readdir(www, { recursive: true })).filter((path) => path.endsWith('.css'));
await build({
  minify: true,
  legalComments: 'inline',
  logLevel: 'warning',
  entryPoints: [...sheets, 'early.js'].map((path) => resolve(www, path)),
  outbase: www,
  outdir: out,
});
// wasm-bindgen names the script of parts once for each part.
await build({
  ...common,
  logOverride: { 'duplicate-object-key': 'silent' },
  entryPoints: bindings,
  outdir: resolve(out, 'pkg'),
});
// The worker lies where the page looks for it, one folder down.
await build({
  ...common,
  entryPoints: [resolve(www, 'view/worker.js')],
  bundle: true,
  plugins: [beside('../pkg/manicule.js')],
  outfile: resolve(out, 'view/worker.js'),
});
