// Owns where the bars of the timeline lie: what is near is gathered, and each has a lane in which its words have
// room. Invariant: every date given is in exactly one bar.

import { t } from '../view/catalogue.js';
import { shorten } from '../view/dom.js';
import { wide } from './shapes.js';

/** @typedef {{ entity: import('../view/labels.js').EntityRecord, when: import('./when.js').When }} Dated */
/** @typedef {{ items: Dated[], x: number, end: number, name: string, lane: number, left: number, right: number }} Bar */

/** No bar is narrower. */
export const SMALL = 10;

/**
 * Dates whose middles are nearer than `near` pixels become one.
 * @param {Dated[]} dated
 * @param {(time: number) => number} scale
 * @param {number} near
 */
export function gather(dated, scale, near) {
  const middle = (/** @type {Dated} */ it) => scale((it.when.from + it.when.to) / 2);
  /** @type {{ items: Dated[], start: number }[]} */
  const heaps = [];
  for (const it of [...dated].sort((a, b) => middle(a) - middle(b))) {
    const last = heaps.at(-1);
    if (last && middle(it) - last.start < near) last.items.push(it);
    else heaps.push({ items: [it], start: middle(it) });
  }
  return heaps.map(({ items }) => {
    const from = scale(Math.min(...items.map((it) => it.when.from)));
    const to = scale(Math.max(...items.map((it) => it.when.to)));
    const [one] = items;
    const name =
      items.length === 1 && one ? shorten(one.entity.name, 30) : t('dates-count', { count: items.length });
    // A day is a dot in the middle of its own width, however narrow that is.
    const room = Math.max(0, SMALL - (to - from)) / 2;
    return { items, x: from - room, end: to + room, name };
  });
}

/**
 * Each bar with its words in the first lane where it has room.
 * @param {{ items: Dated[], x: number, end: number, name: string }[]} heaps
 * @param {number} width
 */
export function pack(heaps, width) {
  /** @type {number[]} */
  const ends = [];
  const bars = heaps.map((heap) => {
    const words = wide(heap.name) + 14;
    const seen = Math.min(heap.end, width) - Math.max(heap.x, 0);
    const after = heap.end + words <= width;
    const before = !after && heap.x - words > 0;
    // A heap is a pill with its words in it; over a bar words are hard to read, so they go there for want of room alone.
    const inside = heap.items.length > 1 ? seen > words + 10 : !after && !before && seen > words;
    const left = before && !inside ? heap.x - words : heap.x;
    const right = inside || before ? heap.end : heap.end + words;
    return { ...heap, left, right, lane: 0 };
  });
  bars.sort((a, b) => a.left - b.left);
  for (const bar of bars) {
    const free = ends.findIndex((end) => end < bar.left);
    bar.lane = free < 0 ? ends.length : free;
    ends[bar.lane] = bar.right + 10;
  }
  return bars;
}
