/**
 * The packages that parts of the page load when they are opened, each as one file beside its types and the
 * licences of all it was made from: `node xtask/libraries.mjs OUT`. A file of `xtask/libraries` says what
 * one of them exports; it is read as its types, too, so it may only import and export by name.
 */
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { build } from 'esbuild';

const [out] = process.argv.slice(2);
if (!out) throw new Error('Usage: node xtask/libraries.mjs OUT');
const entries = new URL('libraries/', import.meta.url).pathname;

/** The folders of the packages that a bundle took something from. @param {string[]} inputs */
function packages(inputs) {
  const folders = inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(folders)].filter((folder) => folder !== undefined).sort();
}

/** @param {string} folder of a package */
async function licence(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((it) => /^(licen[cs]e|copying)/i.test(it));
  const text = file ? await readFile(join(folder, file), 'utf8') : '';
  return `${name} ${version}: ${license}\n\n${text.trim()}\n`;
}

for (const file of (await readdir(entries)).filter((it) => it.endsWith('.mjs'))) {
  const name = basename(file, '.mjs');
  const result = await build({
    entryPoints: [join(entries, file)],
    outfile: join(out, `${name}.js`),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  await copyFile(join(entries, file), join(out, `${name}.d.ts`));
  const licences = await Promise.all(packages(Object.keys(result.metafile.inputs)).map(licence));
  await writeFile(join(out, `${name}.LICENSE.txt`), licences.join(`\n${'-'.repeat(72)}\n\n`));
}
