// Owns the reading of books and articles in EPUB. Invariant: the text comes in the order of the spine, without
// the tables of contents that programs make.

import { t } from '../view/catalogue.js';
import { blocksOf, clean, parse } from '../view/html.js';
import { texts } from './archive.js';
import { Unreadable } from './problem.js';

/** @typedef {import('./read.js').Brought} Brought */
/** @typedef {{ path: string, isContents: boolean }} Part */

/** How publishers obscure fonts; the text stays readable. */
const FONTS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Brought>}
 */
export async function readEpub(bytes) {
  const files = await texts(bytes, (name) => /\.(x?html?|xml|opf|ncx)$/i.test(name)).catch(() => {
    throw new Unreadable(t('epub-damaged'));
  });
  refuseLocked(files);
  const container = xml(files.get('META-INF/container.xml'));
  const packagePath = container?.querySelector('rootfile[full-path]')?.getAttribute('full-path') ?? '';
  const book = xml(files.get(packagePath));
  if (!book) throw new Unreadable(t('epub-damaged'));
  const fact = (/** @type {string} */ name) => {
    const element = [...book.getElementsByTagName('*')].find((it) => it.localName === name);
    return clean(element?.textContent ?? '') || undefined;
  };
  const title = fact('title');
  const parts = spine(book, packagePath).filter(({ isContents }) => !isContents);
  const blocks = parts.flatMap(({ path }) => chapter(files.get(path)));
  if (blocks.length === 0) {
    throw new Unreadable(t('epub-no-text'));
  }
  return {
    blocks: withTitle(blocks, title),
    title,
    facts: {
      byline: authors(book),
      publisher: fact('publisher'),
      language: fact('language'),
      date: date(book),
    },
  };
}

/** @param {Map<string, string>} files */
function refuseLocked(files) {
  const encryption = xml(files.get('META-INF/encryption.xml'));
  const methods = [...(encryption?.getElementsByTagName('*') ?? [])]
    .filter((it) => it.localName === 'EncryptionMethod' && it.parentElement?.localName === 'EncryptedData')
    .map((it) => it.getAttribute('Algorithm') ?? '');
  if (files.has('META-INF/rights.xml') || methods.some((method) => !FONTS.has(method))) {
    throw new Unreadable(t('epub-locked'));
  }
}

/** @param {string | undefined} text */
function xml(text) {
  if (text === undefined) return undefined;
  const parsed = parse(text.replace(/^\uFEFF/, ''), 'application/xml');
  return parsed.querySelector('parsererror') ? undefined : parsed;
}

/**
 * The files of the book, in the order they are read.
 * @param {Document} book
 * @param {string} packagePath
 * @returns {Part[]}
 */
function spine(book, packagePath) {
  const all = [...book.getElementsByTagName('*')];
  const items = new Map(all.filter((it) => it.localName === 'item').map((it) => [it.getAttribute('id'), it]));
  const references = all.filter((it) => it.localName === 'itemref' && it.getAttribute('linear') !== 'no');
  return references.flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const href = item?.getAttribute('href');
    if (!item || !href) return [];
    const address = new URL(href, `epub:/${encodeURI(packagePath)}`);
    const isContents = /(?:^|\s)nav(?:\s|$)/.test(item.getAttribute('properties') ?? '');
    return [{ path: decodeURIComponent(address.pathname).replace(/^\/+/, ''), isContents }];
  });
}

/** @param {string | undefined} markup */
function chapter(markup) {
  if (markup === undefined) return [];
  const strict = xml(markup);
  const parsed = strict?.querySelector('body') ? strict : parse(markup);
  const body = parsed.querySelector('body');
  if (!body) return [];
  const asides = '[*|type~="pagebreak"], [role="doc-pagebreak"], [*|type~="toc"], [*|type~="landmarks"]';
  for (const element of body.querySelectorAll(asides)) element.remove();
  return blocksOf(body, { titled: true });
}

/**
 * The title once, at the start: a title page says it too.
 * @param {import('../view/labels.js').RawBlock[]} blocks
 * @param {string | undefined} title
 */
function withTitle(blocks, title) {
  if (!title) return blocks;
  const same = (/** @type {string} */ text) => clean(text).toLowerCase() === title.toLowerCase();
  const rest = blocks.filter((block, index) => index > 3 || !same(block.text));
  return [{ kind: /** @type {const} */ ('title'), text: title }, ...rest];
}

/** @param {Document} book */
function authors(book) {
  const names = [...book.getElementsByTagName('*')].filter((it) => it.localName === 'creator');
  return (
    names
      .map((it) => clean(it.textContent ?? ''))
      .filter(Boolean)
      .join(', ') || undefined
  );
}

/** The day of publication, where one is given in whole years at least. @param {Document} book */
function date(book) {
  const element = [...book.getElementsByTagName('*')].find((it) => it.localName === 'date');
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(clean(element?.textContent ?? ''))?.[0];
}
