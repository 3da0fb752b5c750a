// Owns the picture of what changed between two texts: paragraphs first, then words within a changed paragraph.

import { t } from '../view/catalogue.js';
import { el } from '../view/dom.js';

/** So many letters of an unchanged paragraph are said, to know where one is. */
const KNOWN = 60;

/**
 * @param {string} old
 * @param {string} now
 * @returns {Promise<{ elements: HTMLElement[], added: number, removed: number }>}
 */
export async function changes(old, now) {
  const { diffArrays, diffWordsWithSpace } = await import('../vendor/diff.js');
  /** @type {HTMLElement[]} */
  const elements = [];
  const sums = { added: 0, removed: 0 };
  const count = (/** @type {string} */ text) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const part = (/** @type {'ins' | 'del'} */ tag, /** @type {string} */ text) => {
    sums[tag === 'ins' ? 'added' : 'removed'] += count(text);
    return el(tag, { text });
  };
  const pairs = diffArrays(paragraphs(old), paragraphs(now));
  for (let index = 0; index < pairs.length; index += 1) {
    const { value = [], removed } = pairs[index] ?? {};
    const next = pairs[index + 1];
    if (!removed && !pairs[index]?.added) {
      elements.push(same(value));
      continue;
    }
    const [from, to] = removed ? [value, next?.added ? next.value : []] : [[], value];
    if (removed && next?.added) index += 1;
    for (let row = 0; row < Math.max(from.length, to.length); row += 1) {
      const [before, after] = [from[row], to[row]];
      const words =
        before !== undefined && after !== undefined
          ? diffWordsWithSpace(before, after).map((it) =>
              it.added ? part('ins', it.value) : it.removed ? part('del', it.value) : it.value,
            )
          : [before !== undefined ? part('del', before) : part('ins', after ?? '')];
      elements.push(el('p', {}, ...words));
    }
  }
  return { elements, ...sums };
}

/** @param {string} text */
function paragraphs(text) {
  return text
    .split(/\n\s*\n/)
    .map((it) => it.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** @param {string[]} paragraphs */
function same(paragraphs) {
  const first = paragraphs[0] ?? '';
  const start = first.length > KNOWN ? `${first.slice(0, KNOWN).trimEnd()}\u2026` : first;
  const more = paragraphs.length - 1;
  const text = t(more > 0 ? 'unchanged-and-more' : 'unchanged', { start, count: more });
  return el('p', { class: 'same', text });
}
