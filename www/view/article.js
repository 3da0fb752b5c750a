// Owns the article's elements: one for each block, its text in text nodes in document order, so that an offset
// in the DOM is the document's UTF-16 offset minus the block's start. Invariant: the text content of a block's
// element is the block's text, whatever elements stand inside.

import { t } from './catalogue.js';
import { el } from './dom.js';

/** @typedef {import('./labels.js').BlockRecord} BlockRecord */
/** @typedef {{ element: HTMLElement, start: number, end: number, kind: string, key: string }} Block */

/** More blocks than this and those far from the viewport are left to the browser to skip. */
const LONG = 250;

const TAGS = /** @type {const} */ ({
  title: 'h1',
  byline: 'p',
  heading: 'h2',
  paragraph: 'p',
  listItem: 'li',
  quote: 'blockquote',
  caption: 'p',
  promo: 'p',
});

export class ArticleView {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.text = '';
    /** @type {Block[]} */
    this.blocks = [];
    /** @type {WeakMap<Element, Block>} */
    this.byElement = new WeakMap();
    /** Has the text on the page, when something else stands in its place. @type {() => void} */
    this.wanted = () => {};
  }

  /** Whether blocks far from the viewport are skipped. */
  get long() {
    return this.blocks.length > LONG;
  }

  /**
   * Shows an article. Elements that stand there already with the same blocks are kept where they are.
   * @param {string} text
   * @param {BlockRecord[]} records
   */
  show(text, records) {
    this.text = text;
    const present = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll('[data-kind]')]);
    const same =
      present.length === records.length &&
      records.every((record, index) => {
        const element = present[index];
        return (
          element?.dataset['kind'] === record.kind && flat(element.textContent) === flat(this.slice(record))
        );
      });
    const elements = same ? present : records.map((record) => el(TAGS[record.kind] ?? 'p'));
    this.blocks = records.map((record, index) => {
      const element = /** @type {HTMLElement} */ (elements[index]);
      element.dataset['kind'] = record.kind;
      element.textContent = this.slice(record);
      element.dir = 'auto';
      const block = { element, start: record.start, end: record.end, kind: String(record.kind), key: '' };
      this.byElement.set(element, block);
      return block;
    });
    if (records.length === 0)
      this.root.replaceChildren(el('p', { class: 'nothing', text: t('article-none') }));
    else if (!same) this.root.replaceChildren(...nest(this.blocks));
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
    const from = this.pointAt(start, true);
    const to = this.pointAt(end);
    if (!from || !to) return undefined;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
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
    for (const candidate of this.blocks) {
      if (probe.comparePoint(candidate.element, 0) >= 0) return candidate.start;
    }
    return this.blocks.at(-1)?.end ?? 0;
  }

  /**
   * What is selected of the article, without white space at its ends.
   * @returns {{ start: number, end: number } | undefined}
   */
  selected() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.root)) return undefined;
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
   * Where a span stands on the screen; the block's own box when its text is not laid out.
   * @param {number} start
   * @param {number} end
   * @returns {DOMRect[]}
   */
  rects(start, end) {
    const rects = [...(this.range(start, end)?.getClientRects() ?? [])].filter((rect) => rect.width > 0);
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
    const first = this.rects(start, end)[0];
    if (!first) return;
    if (first.top > 60 && first.bottom < window.innerHeight - covered) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || this.long;
    const top = window.scrollY + first.top - Math.max(70, (window.innerHeight - covered) * 0.4);
    window.scrollTo({ top, behavior: calm ? 'instant' : 'smooth' });
  }
}

/**
 * List items stand in a list.
 * @param {Block[]} blocks
 */
function nest(blocks) {
  /** @type {HTMLElement[]} */
  const out = [];
  for (const block of blocks) {
    if (block.kind !== 'listItem') {
      out.push(block.element);
      continue;
    }
    const last = out.at(-1);
    if (last instanceof HTMLUListElement) last.append(block.element);
    else out.push(el('ul', {}, block.element));
  }
  return out;
}

/** @param {string | null} text */
function flat(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
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
