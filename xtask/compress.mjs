// What `cargo xtask dist` runs once its files are there: writes a `.br` and a `.gz` beside each, as small as they get.
//
// node xtask/compress.mjs FILE…
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;

/** @param {Buffer} content */
const brotli = (content) =>
  promisify(brotliCompress)(content, {
    params: {
      [BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [BROTLI_PARAM_LGWIN]: 22,
      [BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });

/** @param {Buffer} content */
const zip = (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });

/** @param {string} file */
async function compress(file) {
  const content = await readFile(file);
  const twins = await Promise.all([brotli(content), zip(content)]);
  await Promise.all([writeFile(`${file}.br`, twins[0]), writeFile(`${file}.gz`, twins[1])]);
}

await Promise.all(process.argv.slice(2).map(compress));
