/**
 * The page's scripts as they are published: `node xtask/bundle.mjs WWW READER OUT`. One file for all that is loaded at
 * once and one for each thing that is imported later, without comments, so that a first visit asks for a few
 * files in place of eighty. The core's bindings and what fetches its later half stay files of their own: they
 * find the core beside them, and know each other, and so do those of what reads long texts, which lie in READER.
 */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';

import { build, transform } from 'esbuild';
import { rollup } from 'rollup';

const [www, reader, out] = process.argv.slice(2);
if (!www || !reader || !out) throw new Error('Usage: node xtask/bundle.mjs WWW READER OUT');
const bindings = resolve(www, 'pkg/manicule.js');
const later = resolve(www, 'core/later.js');

/** @satisfies {import('esbuild').TransformOptions} */
const common = {
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'inline',
  logLevel: 'warning',
};

/**
 * The modules that one cannot run without, itself among them.
 * @param {string} id
 * @param {import('rollup').GetModuleInfo} infoOf
 */
function needed(id, infoOf, found = new Set([id])) {
  for (const next of infoOf(id)?.importedIds ?? [])
    if (!found.has(next)) needed(next, infoOf, found.add(next));
  return found;
}

/** The page: what is loaded at once in one file, whoever else imports it later. */
async function page() {
  const entry = resolve(www, 'main.js');
  /** @type {Set<string> | undefined} */
  let atOnce;
  const bundle = await rollup({
    input: entry,
    external: [bindings, later],
    preserveEntrySignatures: false,
    plugins: [{ name: 'minify', renderChunk: (code) => transform(code, common) }],
  });
  await bundle.write({
    dir: out,
    format: 'es',
    paths: { [bindings]: './pkg/manicule.js', [later]: './core/later.js' },
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    hoistTransitiveImports: false,
    manualChunks: (id, { getModuleInfo }) =>
      (atOnce ??= needed(entry, getModuleInfo)).has(id) ? 'main' : undefined,
  });
  await bundle.close();
}

/**
 * A script that stands alone, in the folder that it has in the page.
 * @param {string} script
 */
const alone = (script) =>
  build({
    ...common,
    entryPoints: [resolve(www, script)],
    bundle: true,
    plugins: [
      {
        name: 'bindings',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/(pkg\/manicule|pkg\/reader|core\/later)\.js$/ }, ({ path }) => ({
            path,
            external: true,
          })),
      },
    ],
    outfile: resolve(out, script),
  });

await page();
await alone('bring/receive.js');
await alone('view/worker.js');
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
await build({ ...common, entryPoints: [bindings, later], outbase: www, outdir: out });
await build({ ...common, entryPoints: [resolve(reader, 'reader.js')], outdir: resolve(out, 'pkg') });
