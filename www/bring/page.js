// Owns whole web pages on their way in: what the page says of itself, and the article in it without its
// surroundings. Invariant: a page that is nothing but a text comes in whole.

import { blocksOf, parse, piecesOf, root } from '../view/html.js';
import { declared } from './metadata.js';
import { mainPieces } from './main.js';

/** @typedef {import('./read.js').Brought} Brought */
/** @typedef {import('../view/labels.js').RawBlock} RawBlock */

/**
 * @param {string} html
 * @param {string} [address] where the page was found
 * @returns {Promise<Brought>}
 */
export async function readPage(html, address) {
  const page = parse(html);
  const { title, facts, body } = declared(page, address ?? savedFrom(html));
  const blocks = isPlain(page)
    ? blocksOf(root(page))
    : (await mainPieces(page, html, { title, body })).map(({ kind, text }) => ({ kind, text }));
  return { blocks: withTitle(blocks, title), title, facts };
}

/** Browsers write where a page was saved from into its first lines. @param {string} html */
function savedFrom(html) {
  const head = html.slice(0, 2000);
  return (
    /<!--\s*saved from url=\(\d+\)(\S+)/.exec(head)?.[1] ?? /<!--[\s\S]{0,80}?\burl:\s*(\S+)/i.exec(head)?.[1]
  );
}

const AROUND =
  'nav, aside, footer, form, [role="navigation"], [role="banner"], [role="complementary"], [class*="sidebar" i], [class*="share" i], [class*="menu" i], [id*="sidebar" i], [id*="nav" i]';

/** Whether there is nothing around the text: no navigation, no forms, few links. @param {Document} page */
function isPlain(page) {
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  if (page.querySelector(AROUND)) return false;
  const all = piecesOf(page.body);
  return sum(all.map(({ linked }) => linked)) < sum(all.map(({ text }) => text.length)) * 0.2;
}

/**
 * The title once, at the start.
 * @param {RawBlock[]} blocks
 * @param {string | undefined} title
 * @returns {RawBlock[]}
 */
function withTitle(blocks, title) {
  if (!title || blocks.length === 0) return blocks;
  const key = plain(title);
  const same = (/** @type {RawBlock} */ block) => plain(block.text) === key;
  const at = blocks.findIndex((block, index) => index < 12 && same(block));
  if (at < 0 && blocks.some((block) => block.kind === 'title')) return blocks;
  const rest = blocks.filter((block, index) => index >= 12 || !same(block));
  const others = rest.map((block) =>
    block.kind === 'title' ? { ...block, kind: /** @type {const} */ ('heading') } : block,
  );
  return [{ kind: 'title', text: title }, ...others];
}

/** @param {string} text */
function plain(text) {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
