// Owns the choice of the reader for a file. Invariants: each reader, with the library that it stands on, is loaded
// when a file of its kind comes; all end in the same: blocks of text, a title, what is known of the article.

import { t } from '../view/catalogue.js';
import { Unreadable } from './problem.js';

/** @typedef {import('../view/labels.js').RawBlock} RawBlock */
/** @typedef {import('./metadata.js').Facts} Facts */
/**
 * @typedef {{ blocks: RawBlock[], text?: string, title?: string | undefined, facts?: Facts }} Brought
 * An article on its way in: blocks, or plain text of which the core makes them.
 */

/** What other files are called that may hold text, and the message of what to do with them. @type {[RegExp, string][]} */
const OTHERS = [
  [/\.(doc|dot|rtf|odt|pages|wps|wpd)$/i, 'file-save-as-docx'],
  [/\.(mobi|azw3?|kfx|fb2|djvu)$/i, 'file-convert-to-epub'],
  [/\.(webarchive|maff)$/i, 'file-save-as-html'],
  [/\.(png|jpe?g|gif|webp|heic|tiff?|bmp)$/i, 'file-is-picture'],
  [/\.(mp[34]|m4[av]|wav|ogg|mov|avi|mkv|webm)$/i, 'file-is-recording'],
  [/\.(zip|7z|rar|tar|gz)$/i, 'file-unpack'],
  [/\.(xlsx?|ods|pptx?|odp)$/i, 'file-save-as-pdf'],
];

/** Files that can be read. @type {RegExp} */
export const READABLE = /\.(txt|text|md|markdown|x?html?|mht|mhtml|docx|epub|pdf)$/i;

/**
 * Reads a file that is more than plain text; undefined when it is plain text after all.
 * @param {File} file
 * @param {string} [address] where it was found
 * @returns {Promise<Brought | undefined>}
 */
export async function read(file, address) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  switch (await kindOf(file, bytes)) {
    case 'docx':
      return (await import('./docx.js')).readDocx(bytes);
    case 'epub':
      return (await import('./epub.js')).readEpub(bytes);
    case 'pdf':
      return (await import('./pdf.js')).readPdf(bytes);
    case 'mhtml':
      return (await import('./mhtml.js')).readMhtml(bytes);
    case 'html':
      return (await import('./page.js')).readPage(await decoded(bytes), address);
    case 'markdown':
      return (await import('./markdown.js')).readMarkdown(await decoded(bytes));
    default:
      return undefined;
  }
}

/**
 * What a file is, by its first bytes, then by its name.
 * @param {File} file
 * @param {Uint8Array} bytes
 */
async function kindOf(file, bytes) {
  const { name, type } = file;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/%PDF-/.test(head.slice(0, 1024))) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) {
    if (/\.epub$/i.test(name) || head.slice(30, 58) === 'mimetypeapplication/epub+zip') return 'epub';
    if (/\.docx$/i.test(name) || /^word\/|\[Content_Types\]\.xml/m.test(head)) return 'docx';
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) refuseOld(name);
  if (/\.pdf$/i.test(name)) throw new Unreadable(t('pdf-no-pdf'));
  if (/\.docx$/i.test(name)) return 'docx';
  if (/\.epub$/i.test(name)) return 'epub';
  if (/\.mht(ml)?$/i.test(name) || /^(?:From: <Saved by|MIME-Version:)/im.test(head.slice(0, 600)))
    return 'mhtml';
  if (/\.x?html?$/i.test(name) || type === 'text/html') return 'html';
  if (/\.(md|markdown)$/i.test(name) || type === 'text/markdown') return 'markdown';
  const advice = OTHERS.find(([pattern]) => pattern.test(name))?.[1];
  if (advice) throw new Unreadable(`${t('file-kind-unread')} ${t(advice)}`);
  return 'plain';
}

/**
 * Word's files of before 2007; locked ones of today look the same.
 * @param {string} name
 * @returns {never}
 */
function refuseOld(name) {
  if (/\.docx$/i.test(name)) {
    throw new Unreadable(t('word-locked'));
  }
  throw new Unreadable(t('word-old'));
}

/**
 * The text of a page in whatever character set it says it is.
 * @param {Uint8Array} bytes
 */
export async function decoded(bytes) {
  const order = { 0xfeff: 'utf-16be', 0xfffe: 'utf-16le' }[((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)];
  if (order) return new TextDecoder(order).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
    const label =
      /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /encoding="([\w-]+)"/i.exec(head)?.[1];
    try {
      return new TextDecoder(label && !/^utf-?8$/i.test(label) ? label : 'windows-1252').decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}
