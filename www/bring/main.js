// Owns the finding of the article in a whole page. Mozilla's Readability says what is of the article; what it left
// out between the parts that it kept is looked at again, and so is what it kept that is no text of the article.
// Invariant: the pieces come in the page's own order, each once.

import { clean, piecesOf, root } from '../view/html.js';
import { isJunk, isRelatedHeading, junkAround } from './junk.js';
import { readable } from './reader.js';

/** @typedef {import('../view/html.js').Piece} Piece */
/** @typedef {{ title: string | undefined, body: string | undefined }} Known what the page itself says: headline, text without marks */

/** From this many letters on a text is long enough to be told by. */
const LONG = 24;
/** A page's own copy of its text counts when it is at least this long. */
const WHOLE = 400;
/** In an article shorter than this nothing but the page's own markup tells what is of it. */
const SHORT = 1200;

/**
 * The pieces of a page that are its article.
 * @param {Document} page
 * @param {string} html
 * @param {Known} known
 * @returns {Promise<Piece[]>}
 */
export async function mainPieces(page, html, { title, body }) {
  const known = { title, body: body && body.length >= WHOLE ? ` ${plain(body)} ` : undefined };
  const home = root(page);
  const all = piecesOf(page.body).filter(({ text }) => plain(text) !== '');
  const inside = all.filter(({ element }) => home.contains(element));
  const own = lengthOf(inside);
  if (home !== page.body && own < SHORT && own > lengthOf(all) * 0.4) {
    return inside.filter(({ element, text }) => !isJunk(text) && !junkAround(element, (it) => it === home));
  }
  const found = await readable(html);
  const kept = marked(all, found);
  if (!kept.some(Boolean)) return byDensity(all);
  const around = new Around(all, kept);
  declaredToo(all, kept, known);
  const gap = new Gaps(all, kept, around, known);
  gap.between();
  gap.before();
  gap.after();
  return trimmed(all.filter((piece, index) => kept[index] && !isDropped(all, index, kept, around, known)));
}

/** @param {Piece[]} pieces */
function lengthOf(pieces) {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * Which pieces of the page are in what Readability gave.
 * @param {Piece[]} all
 * @param {Element | undefined} found
 */
function marked(all, found) {
  if (!found) return all.map(() => false);
  const pieces = piecesOf(found).map(({ text }) => plain(text));
  const whole = ` ${pieces.join(' ')} `;
  const exact = new Set(pieces);
  return all.map(({ text }) => {
    const key = plain(text);
    return exact.has(key) || (key.length >= LONG && whole.includes(key));
  });
}

/**
 * What the page's own data has of the text is of the article.
 * @param {Piece[]} all
 * @param {boolean[]} kept
 * @param {Known} known
 */
function declaredToo(all, kept, { body }) {
  if (!body) return;
  all.forEach(({ text }, index) => {
    const key = plain(text);
    if (key.length >= 40 && body.includes(key)) kept[index] = true;
  });
}

/** The elements around what was kept, by how much of it is in them. */
class Around {
  /**
   * @param {Piece[]} all
   * @param {boolean[]} kept
   */
  constructor(all, kept) {
    /** @type {Map<Element, number>} */
    this.weights = new Map();
    this.total = 0;
    all.forEach(({ element, text }, index) => {
      if (!kept[index]) return;
      this.total += text.length;
      for (let it = /** @type {Element | null} */ (element); it; it = it.parentElement) {
        this.weights.set(it, (this.weights.get(it) ?? 0) + text.length);
      }
    });
    const heavy = [...this.weights.keys()].filter((element) => this.share(element) >= 0.85);
    /** The smallest element that holds nearly all of it. */
    this.container = heavy.find(
      (element) => !heavy.some((other) => other !== element && element.contains(other)),
    );
  }

  /** @param {Element} element */
  share(element) {
    return (this.weights.get(element) ?? 0) / this.total;
  }

  /** Whether an element is in something that stands around articles. @param {Element} element */
  isJunk(element) {
    return junkAround(element, (it) => it === this.container || this.share(it) > 0.5);
  }
}

/** What was left out around and between the pieces that were kept. */
class Gaps {
  /**
   * @param {Piece[]} all
   * @param {boolean[]} kept
   * @param {Around} around
   * @param {Known} known
   */
  constructor(all, kept, around, known) {
    this.all = all;
    this.kept = kept;
    this.around = around;
    this.known = known;
    this.first = kept.indexOf(true);
    this.last = kept.lastIndexOf(true);
    /** Where text of the article stands. @type {Set<Element>} */
    this.homes = new Set();
    all.forEach(({ element, text }, index) => {
      if (kept[index] && text.length > 80 && element.parentElement) this.homes.add(element.parentElement);
    });
  }

  /** @param {number} index */
  piece(index) {
    return /** @type {Piece} */ (this.all[index]);
  }

  /** Whether a piece that was left out may be of the article at all. @param {number} index */
  isPossible(index) {
    const { element, text, linked, kind } = this.piece(index);
    const { container } = this.around;
    if (container && kind !== 'caption' && !container.contains(element)) return false;
    if (this.around.isJunk(element)) return false;
    return !isJunk(text) && linked < text.length * 0.5;
  }

  between() {
    for (let index = this.first + 1; index < this.last; index += 1) {
      if (this.kept[index] || !this.isPossible(index)) continue;
      const { kind, text, element } = this.piece(index);
      const home = element.parentElement !== null && this.homes.has(element.parentElement);
      if (kind === 'heading') this.kept[index] = this.leads(index);
      else if (kind === 'listItem' || kind === 'quote' || kind === 'caption')
        this.kept[index] = text.length >= 12;
      else this.kept[index] = isProse(text) || (home && text.length >= 12);
    }
  }

  /** Whether a heading stands over something that was kept. @param {number} index */
  leads(index) {
    if (isRelatedHeading(this.piece(index).text)) return false;
    for (let next = index + 1; next < Math.min(this.all.length, index + 4); next += 1) {
      if (this.kept[next] || (this.isPossible(next) && isProse(this.piece(next).text))) return true;
      if (this.piece(next).kind === 'heading') return false;
    }
    return false;
  }

  /** The lead, between the headline and the first piece that was kept. */
  before() {
    const title = plain(this.known.title ?? '');
    const headline = this.all.findIndex(
      ({ element, text }, index) =>
        index < this.first && /^H[12]$/.test(element.tagName) && plain(text) === title,
    );
    const from = headline >= 0 ? headline + 1 : this.first;
    for (let index = this.first - 1; index >= from && this.first - index < 30; index -= 1) {
      const { element, text, linked, kind } = this.piece(index);
      if (this.around.isJunk(element) || isJunk(text)) continue;
      const stands = kind === 'caption' || kind === 'byline' || (isProse(text) && linked < text.length * 0.3);
      if (stands) this.kept[index] = true;
    }
  }

  /** What follows in the very same element as the text. */
  after() {
    for (let index = this.last + 1; index < this.all.length; index += 1) {
      const { element, text } = this.piece(index);
      if (!element.parentElement || !this.homes.has(element.parentElement) || !this.isPossible(index)) break;
      if (!isProse(text)) break;
      this.kept[index] = true;
    }
  }
}

/**
 * Whether a piece that was kept is none of the article's.
 * @param {Piece[]} all
 * @param {number} index
 * @param {boolean[]} kept
 * @param {Around} around
 * @param {Known} known
 */
function isDropped(all, index, kept, around, known) {
  const { element, text, linked, kind } = /** @type {Piece} */ (all[index]);
  if (known.body && text.length >= 40 && known.body.includes(plain(text))) return false;
  if (isJunk(text)) return true;
  if (text.length < 200 && around.isJunk(element)) return true;
  const next = all.findIndex((_, at) => at > index && kept[at]);
  if (kind === 'heading' && isRelatedHeading(text)) return true;
  if (kind === 'heading' && next < 0) return true;
  return linked > text.length * 0.9 && text.length < 120 && isUnderRelated(all, index, kept);
}

/**
 * Whether the nearest heading before says that what follows is of other articles.
 * @param {Piece[]} all
 * @param {number} index
 * @param {boolean[]} kept
 */
function isUnderRelated(all, index, kept) {
  for (let at = index - 1; at >= Math.max(0, index - 12); at -= 1) {
    const { kind, text, linked } = /** @type {Piece} */ (all[at]);
    if (isRelatedHeading(text)) return true;
    if (kind === 'heading' || (kept[at] && linked < text.length * 0.5 && text.length > 80)) return false;
  }
  return false;
}

/**
 * Without the labels and links at both ends: menus that were kept, boxes after the text.
 * @param {Piece[]} pieces
 */
function trimmed(pieces) {
  const isLabel = (/** @type {Piece} */ { kind, text, linked }) =>
    kind === 'heading' || (text.length < 60 && !isSentence(text) && (linked > 0 || kind === 'paragraph'));
  const isLink = (/** @type {Piece} */ { kind, text, linked }) =>
    kind === 'listItem' && linked > text.length * 0.6;
  const start = pieces.findIndex((piece) => !isLink(piece));
  const end = pieces.findLastIndex((piece) => !isLabel(piece) && !isLink(piece));
  return start < 0 || end < start ? pieces : pieces.slice(start, end + 1);
}

/** @param {string} text */
function isSentence(text) {
  return /[.!?\u2026\u3002\uff01\uff1f:;\u061f\u0964\u17d4\u104b]["'\u201d\u2019\u00bb)\]]*(?:\s|$)/u.test(
    text,
  );
}

/** Sentences, and not labels. @param {string} text */
function isProse(text) {
  const wide = /[\u3000-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(text);
  return text.length >= (wide ? 30 : 80) && isSentence(text);
}

/**
 * The article of a page in which Readability found none: the longest stretch of prose.
 * @param {Piece[]} all
 */
function byDensity(all) {
  const possible = all.map(({ element, text, linked }) => {
    const fits = !isJunk(text) && !junkAround(element) && linked < text.length * 0.4;
    return fits ? Math.min(text.length, 400) - 20 : -30;
  });
  let [best, from, to, sum, start] = [0, 0, 0, 0, 0];
  possible.forEach((score, index) => {
    if (sum <= 0) [sum, start] = [0, index];
    sum += score;
    if (sum > best) [best, from, to] = [sum, start, index + 1];
  });
  return all.filter((_, index) => index >= from && index < to && (possible[index] ?? 0) > -30);
}

/** @param {string} text */
export function plain(text) {
  return clean(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
}
