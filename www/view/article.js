// Owns the places of the article: an offset in the DOM is the document's UTF-16 offset minus the start of its block,
// or of its part where the blocks have no elements (`parts.js` owns those). Invariant: the text content of a
// block's element is the block's text, whatever elements stand inside.

import { t } from './catalogue.js';
import { el } from './dom.js';
import { Parts } from './parts.js';

/** @typedef {import('./parts.js').Block} Block */
/** @typedef {import('./parts.js').Part} Part */

export class ArticleView {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.parts = new Parts(root);
    /** Has the text on the page, when something else stands in its place. @type {() => void} */
    this.wanted = () => {};
    this.measure = document.createRange();
  }

  /** The text that every position counts in. */
  get text() {
    return this.parts.text;
  }

  get blocks() {
    return this.parts.blocks;
  }

  get byElement() {
    return this.parts.byElement;
  }

  /** Whether blocks far from the viewport have no elements. */
  get long() {
    return this.parts.long;
  }

  /**
   * Shows an article.
   * @param {string} text
   * @param {Uint32Array} blocks three numbers each: kind, start, end
   */
  show(text, blocks) {
    this.parts.show(text, blocks);
    if (blocks.length === 0)
      this.root.replaceChildren(el('p', { class: 'nothing', text: t('article-none') }));
    this.root.classList.toggle('long', this.long);
    this.root.classList.add('ready');
  }

  /** @param {{ start: number, end: number }} span */
  slice(span) {
    return this.text.slice(span.start, span.end);
  }

  /**
   * The index of the block that holds the offset, or of the nearest one before it.
   * @param {number} offset
   */
  indexAt(offset) {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const block = this.blocks[middle];
      if (block && block.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * The place in the DOM of an offset. At a seam between text nodes `after` says which side.
   * @param {number} offset
   * @param {boolean} [after] the place before the next character rather than after the last one
   * @returns {{ node: Node, offset: number } | undefined}
   */
  pointAt(offset, after = false) {
    const block = this.blocks[this.indexAt(offset)];
    if (!block) return undefined;
    if (!block.made) {
      const node = block.part.element.firstChild;
      return node ? { node, offset: Math.min(offset, block.part.end) - block.part.start } : undefined;
    }
    let left = Math.max(0, Math.min(offset, block.end) - block.start);
    const walker = document.createTreeWalker(block.element, NodeFilter.SHOW_TEXT);
    /** @type {Node} */
    let node = block.element;
    let length = 0;
    for (let next = walker.nextNode(); next; next = walker.nextNode()) {
      node = next;
      length = (next.nodeValue ?? '').length;
      if (left < length || (left === length && !after)) return { node, offset: left };
      left -= length;
    }
    return { node, offset: length };
  }

  /**
   * @param {number} start
   * @param {number} end
   * @returns {Range | undefined}
   */
  range(start, end) {
    const still = this.stillRange(start, end);
    if (!still) return undefined;
    const range = document.createRange();
    range.setStart(still.startContainer, still.startOffset);
    range.setEnd(still.endContainer, still.endOffset);
    return range;
  }

  /**
   * The same for paint: every change to the page has to look after each live range there is, and marks may be many.
   * @param {number} start
   * @param {number} end
   */
  stillRange(start, end) {
    const from = this.pointAt(start, true);
    const to = this.pointAt(end);
    if (!from || !to) return undefined;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /**
   * The offset of a place in the DOM; a place between blocks is that of the next block's start.
   * @param {Node} node
   * @param {number} at
   */
  offsetOf(node, at) {
    const holder = node instanceof Element ? node : node.parentElement;
    const element = holder?.closest('[data-kind]');
    const block = element ? this.byElement.get(element) : undefined;
    const probe = document.createRange();
    if (block) {
      probe.setStart(block.element, 0);
      probe.setEnd(node, at);
      return block.start + probe.toString().length;
    }
    probe.setStart(node, at);
    const { all } = this.parts;
    const after = (/** @type {HTMLElement} */ one) => probe.comparePoint(one, one.childNodes.length) >= 0;
    const part = all[first(all, (one) => after(one.element))];
    if (!part) return this.blocks.at(-1)?.end ?? 0;
    if (part.filled) {
      const next = part.blocks.find(({ made }) => made && probe.comparePoint(made, 0) >= 0);
      return next?.start ?? part.end;
    }
    return node === part.element.firstChild ? part.start + at : part.start;
  }

  /**
   * What an offset stands in on the page: its block, or its part where the blocks have no elements.
   * @param {number} offset
   */
  pieceAt(offset) {
    const block = this.blocks[this.indexAt(offset)];
    return block?.made ? block : block?.part;
  }

  /** The end of the block that an offset lies in. @param {number} offset */
  seam(offset) {
    return this.blocks[this.indexAt(offset)]?.end ?? offset;
  }

  /** The block at the top of the window. */
  topmost() {
    const below = (/** @type {Element} */ element) => element.getBoundingClientRect().bottom > 60;
    const { all } = this.parts;
    const part = all[first(all, (one) => below(one.element))];
    if (!part?.filled) return part?.blocks[0];
    return part.blocks[first(part.blocks, (block) => below(block.element))];
  }

  /**
   * What is selected of the article, without white space at its ends.
   * @returns {{ start: number, end: number } | undefined}
   */
  selected() {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return undefined;
    // To be asked for more than its ends, it would have the page laid out.
    if (selection.anchorNode === selection.focusNode && selection.anchorOffset === selection.focusOffset)
      return undefined;
    const range = selection.getRangeAt(0);
    if (range.collapsed || !range.intersectsNode(this.root)) return undefined;
    if (!this.root.contains(range.startContainer) && !this.root.contains(range.endContainer))
      return undefined;
    let start = this.offsetOf(range.startContainer, range.startOffset);
    let end = this.offsetOf(range.endContainer, range.endOffset);
    while (start < end && /\s/.test(this.text.charAt(start))) start += 1;
    while (end > start && /\s/.test(this.text.charAt(end - 1))) end -= 1;
    return start < end ? { start, end } : undefined;
  }

  /**
   * Selects a span, as the reader would.
   * @param {number} start
   * @param {number} end
   */
  select(start, end) {
    this.fill(start, end);
    const range = this.range(start, end);
    if (range)
      document
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }

  /**
   * The offset under a point of the screen.
   * @param {number} x
   * @param {number} y
   * @returns {number | undefined}
   */
  offsetUnder(x, y) {
    const place = caretAt(x, y);
    if (!place || !this.root.contains(place.node)) return undefined;
    return this.offsetOf(place.node, place.offset);
  }

  /**
   * The blocks at both ends of a span get their elements, so that places in them last.
   * @param {number} start
   * @param {number} end
   */
  fill(start, end = start) {
    for (const offset of [start, end]) this.blocks[this.indexAt(offset)]?.part.fill();
  }

  /**
   * Where a span stands on the screen; the block's own box when its text is not laid out.
   * @param {number} start
   * @param {number} end
   * @returns {DOMRect[]}
   */
  rects(start, end) {
    const still = this.stillRange(start, end);
    // One for all: each live range is looked after at every change, until the collector takes it.
    this.measure.setStart(still?.startContainer ?? this.root, still?.startOffset ?? 0);
    this.measure.setEnd(still?.endContainer ?? this.root, still?.endOffset ?? 0);
    const rects = [...this.measure.getClientRects()].filter((rect) => rect.width > 0);
    if (rects.length > 0) return rects;
    const block = this.blocks[this.indexAt(start)];
    return block ? [block.element.getBoundingClientRect()] : [];
  }

  /**
   * Brings a span into view, calmly: not at all when it is in view already.
   * @param {number} start
   * @param {number} end
   * @param {number} [covered] pixels at the window's foot that something covers
   */
  reveal(start, end, covered = 140) {
    this.wanted();
    this.fill(start);
    const calm = this.long || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const moved = this.approach(start, end, covered, calm ? 'instant' : 'smooth');
    // Parts that come into view take their true height, and what lies in them moves.
    if (moved && this.long) this.settle(start, end, covered, 3);
  }

  /**
   * Scrolls to a span unless it is in view; whether it scrolled.
   * @param {number} start
   * @param {number} end
   * @param {number} covered
   * @param {ScrollBehavior} behavior
   */
  approach(start, end, covered, behavior) {
    const first = this.rects(start, end)[0];
    if (!first || (first.top > 60 && first.bottom < window.innerHeight - covered)) return false;
    const top = window.scrollY + first.top - Math.max(70, (window.innerHeight - covered) * 0.4);
    window.scrollTo({ top, behavior });
    return true;
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {number} covered
   * @param {number} times
   */
  settle(start, end, covered, times) {
    if (times === 0) return;
    requestAnimationFrame(() => {
      this.approach(start, end, covered, 'instant');
      this.settle(start, end, covered, times - 1);
    });
  }
}

/**
 * The index of the first of `all` for which it holds, where it holds for all that follow; −1 if for none.
 * @template T
 * @param {T[]} all
 * @param {(one: T) => boolean} holds
 */
function first(all, holds) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(/** @type {T} */ (all[middle]))) high = middle;
    else low = middle + 1;
  }
  return low < all.length ? low : -1;
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {{ node: Node, offset: number } | undefined}
 */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
