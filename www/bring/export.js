// Owns the export of several articles at once: one archive with a W3C file for each.

import { t } from '../view/catalogue.js';
import { el } from '../view/dom.js';

/** @typedef {import('../view/app.js').App} App */

/**
 * @param {App} app
 * @param {string[]} ids
 */
export async function exportSeveral(app, ids) {
  app.emit('leave');
  app.say(t('exporting'));
  const { strToU8, zipSync } = await import('../vendor/fflate.js');
  const before = app.open;
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const id of ids) {
    const title = app.articles().find((article) => article.id === id)?.title ?? 'article';
    const written = await app.wait(async (core) => {
      await core.open(id);
      return core.exportAs('w3c', { entities: false });
    });
    for (const { text, extension } of written ?? [])
      files[free(files, fileName(title), extension)] = strToU8(text);
  }
  if (before) await app.wait((core) => core.open(before));
  const names = Object.keys(files);
  if (names.length === 0) return;
  const archive = new Uint8Array(zipSync(files, { level: 6 }));
  const url = URL.createObjectURL(new Blob([archive], { type: 'application/zip' }));
  el('a', { href: url, download: 'manicule-articles.zip' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  app.say(t('articles-exported', { count: names.length }));
}

/**
 * A name that no file has yet.
 * @param {Record<string, Uint8Array>} files
 * @param {string} name
 * @param {string} extension
 */
function free(files, name, extension) {
  let [file, number] = [`${name}.${extension}`, 2];
  while (file in files) file = `${name}-${number++}.${extension}`;
  return file;
}

/** @param {string} title */
function fileName(title) {
  const plain = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'article';
}
