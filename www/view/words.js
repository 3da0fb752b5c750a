// Owns the boundaries of words in a text, as Unicode and the browser's dictionaries have them. Pure.

/** @typedef {{ start: number, end: number }} Span */

/** So many characters round a place are looked at: more than any word has. */
const NEAR = 120;

/** @type {Map<string, Intl.Segmenter>} */
const segmenters = new Map();

/**
 * The pieces of a text, each with where it begins.
 * @param {string} text
 * @param {'grapheme' | 'word'} granularity
 */
export function pieces(text, granularity) {
  let segmenter = segmenters.get(granularity);
  if (!segmenter) segmenters.set(granularity, (segmenter = new Intl.Segmenter(undefined, { granularity })));
  return segmenter.segment(text);
}

/**
 * The span with the words whole that it begins or ends within.
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
export function snapped(text, { start, end }) {
  const first = wordAround(text, start);
  const last = wordAround(text, end);
  return {
    start: first && first.start < start ? first.start : start,
    end: last && last.end > end ? last.end : end,
  };
}

/**
 * The word that goes on across a place; undefined at its edges and between words.
 * @param {string} text
 * @param {number} at
 * @returns {Span | undefined}
 */
function wordAround(text, at) {
  // Not from within a word, which would be another one for the cut.
  const before = text.slice(Math.max(0, at - NEAR), at);
  const from = at - before.length + Math.max(0, before.search(/\s/));
  const here = pieces(text.slice(from, at + NEAR), 'word').containing(at - from);
  if (!here?.isWordLike || here.index + from >= at) return undefined;
  return { start: from + here.index, end: from + here.index + here.segment.length };
}
