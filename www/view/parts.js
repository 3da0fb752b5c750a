// Owns the parts of an article: runs of its blocks, of which only those near the viewport have elements of their
// own. Invariants: a part that has none holds its text in one text node, so that finding, selecting, copying,
// printing and reading aloud reach all of it; the text content of the article is the same either way but for the
// white space between blocks. A short article is one part, always whole.

import { el } from './dom.js';

/** @typedef {'title' | 'byline' | 'heading' | 'paragraph' | 'listItem' | 'quote' | 'caption' | 'promo'} Kind */

/** In the order of their numbers in a packed block. @type {Kind[]} */
const KINDS = ['title', 'byline', 'heading', 'paragraph', 'listItem', 'quote', 'caption', 'promo'];
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
/** Longer articles, in blocks or characters, come in parts. */
const LONG = { blocks: 250, text: 60_000 };
/** So long is a part at most, unless one block is longer. */
const PART = { blocks: 30, text: 4000 };
/** So long is a text node of a block: Chromium takes the square of its length to lay out what runs right to left. */
const PIECE = 2000;
/** So far from the viewport a part gets its elements, and so many may have them. */
const NEAR = '1500px 0px';
const MOST = 96;

/** One block; its element is made when somebody asks for it. */
export class Block {
  /**
   * @param {Part} part
   * @param {Kind} kind
   * @param {number} start
   * @param {number} end
   */
  constructor(part, kind, start, end) {
    this.part = part;
    this.kind = kind;
    this.start = start;
    this.end = end;
    /** What is drawn in it. */
    this.key = '';
    /** @type {HTMLElement | undefined} */
    this.made = undefined;
  }

  get element() {
    if (!this.made) this.part.fill();
    return /** @type {HTMLElement} */ (this.made);
  }
}

/** A run of blocks. */
export class Part {
  /**
   * @param {Parts} owner
   * @param {HTMLElement} element
   */
  constructor(owner, element) {
    this.owner = owner;
    this.element = element;
    /** @type {Block[]} */
    this.blocks = [];
    /** Whether its blocks have elements. */
    this.filled = false;
  }

  get start() {
    return this.blocks[0]?.start ?? 0;
  }

  get end() {
    return this.blocks.at(-1)?.end ?? 0;
  }

  /** The blocks get elements. */
  fill() {
    if (this.filled) return;
    this.filled = true;
    for (const block of this.blocks) this.owner.make(block);
    this.element.replaceChildren(...nest(this.blocks));
    this.element.classList.remove('plain');
    this.owner.filled(this);
  }

  /** The text alone stays. */
  empty() {
    this.filled = false;
    for (const block of this.blocks) {
      block.made = undefined;
      block.key = '';
    }
    this.element.textContent = this.owner.text.slice(this.start, this.end);
    this.element.classList.add('plain');
  }
}

export class Parts {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.text = '';
    /** @type {Block[]} */
    this.blocks = [];
    /** @type {Part[]} */
    this.all = [];
    /** @type {WeakMap<Element, Block>} */
    this.byElement = new WeakMap();
    /** @type {WeakMap<Element, Part>} */
    this.partOf = new WeakMap();
    /** Those with elements, the one that got them last at the end. @type {Set<Part>} */
    this.live = new Set();
    /** Those of them that are near the viewport. @type {Set<Part>} */
    this.close = new Set();
    /** The stretches of them, once somebody asked. @type {{ start: number, end: number }[] | undefined} */
    this.stretches = undefined;
    /** Whether there is more than one. */
    this.long = false;
    /** Called when a part got its elements. @type {(part: Part) => void} */
    this.onFilled = () => {};
    /** Called when some lost theirs. */
    this.onEmptied = () => {};
    /** Called when others are near. */
    this.onPassed = () => {};
    this.observer = new IntersectionObserver((entries) => this.approach(entries), { rootMargin: NEAR });
    addEventListener('beforeprint', () => this.all.length < 400 && this.all.forEach((part) => part.fill()));
    addEventListener('afterprint', () => this.watch());
  }

  /**
   * Shows an article. Elements that stand there already with the same blocks are kept where they are.
   * @param {string} text
   * @param {Uint32Array} packed three numbers a block: kind, start, end
   */
  show(text, packed) {
    this.observer.disconnect();
    this.text = text;
    this.live.clear();
    this.close.clear();
    this.stretches = undefined;
    const count = packed.length / 3;
    this.long = count > LONG.blocks || text.length > LONG.text;
    this.all = [];
    this.blocks = [];
    /** @type {Part | undefined} */
    let part;
    for (let at = 0; at < packed.length; at += 3) {
      const [kind = 3, start = 0, end = 0] = packed.subarray(at, at + 3);
      if (!part || (this.long && (part.blocks.length >= PART.blocks || end - part.start > PART.text))) {
        part = new Part(this, this.long ? el('div', { class: 'part' }) : this.root);
        this.all.push(part);
        this.partOf.set(part.element, part);
      }
      const block = new Block(part, KINDS[kind] ?? 'paragraph', start, end);
      part.blocks.push(block);
      this.blocks.push(block);
    }
    if (this.long) this.divide();
    else if (part) this.whole(part);
  }

  /** A long article: its parts as text, the first with their elements. */
  divide() {
    for (const part of this.all) {
      part.empty();
      part.element.style.setProperty('--lines', String(lines(part)));
    }
    this.root.replaceChildren(...this.all.map((part) => part.element));
    for (const part of this.all.slice(0, 2)) part.fill();
    this.watch();
  }

  /** Has the browser say of every part whether it is near, and whenever that changes. */
  watch() {
    this.observer.disconnect();
    if (this.long) for (const part of this.all) this.observer.observe(part.element);
  }

  /**
   * A short one: what stands there already is kept if it is the same.
   * @param {Part} part
   */
  whole(part) {
    const present = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll('[data-kind]')]);
    const same =
      present.length === part.blocks.length &&
      part.blocks.every((block, index) => {
        const element = present[index];
        return (
          element?.dataset['kind'] === block.kind &&
          flat(element.textContent) === flat(this.text.slice(block.start, block.end))
        );
      });
    part.blocks.forEach((block, index) => this.make(block, same ? present[index] : undefined));
    if (!same) this.root.replaceChildren(...nest(part.blocks));
    part.filled = true;
    this.live.add(part);
    this.comes(part);
  }

  /**
   * The element of a block.
   * @param {Block} block
   * @param {HTMLElement} [present]
   */
  make(block, present) {
    const element = present ?? el(TAGS[block.kind]);
    element.dataset['kind'] = block.kind;
    element.replaceChildren(...pieces(this.text.slice(block.start, block.end)));
    element.dir = 'auto';
    block.made = element;
    this.byElement.set(element, block);
  }

  /** @param {Part} part */
  filled(part) {
    this.live.add(part);
    this.comes(part);
    this.onFilled(part);
  }

  /** A part is near from now on; whether it was not. @param {Part} part */
  comes(part) {
    if (this.close.has(part)) return false;
    this.close.add(part);
    this.stretches = undefined;
    return true;
  }

  /** A part is near no longer; whether it was. @param {Part} part */
  goes(part) {
    if (!this.close.delete(part)) return false;
    this.stretches = undefined;
    return true;
  }

  /** @param {IntersectionObserverEntry[]} entries */
  approach(entries) {
    let passed = false;
    for (const entry of entries) {
      const part = this.partOf.get(entry.target);
      if (!part) continue;
      if (!entry.isIntersecting) passed = this.goes(part) || passed;
      else if (part.filled) {
        passed = this.comes(part) || passed;
        this.live.delete(part);
        this.live.add(part);
      } else part.fill();
    }
    if (passed) this.onPassed();
    // Where that cannot be loaded they stay, and nothing is lost.
    if (this.live.size > MOST)
      import('../work/thin.js').then(
        ({ thin }) => thin(this, MOST / 2),
        () => {},
      );
  }

  /** The stretches of text near the viewport: the same list until others are. */
  near() {
    return (this.stretches ??= this.joined());
  }

  joined() {
    /** @type {{ start: number, end: number }[]} */
    const stretches = [];
    let before = false;
    for (const part of this.all) {
      const [last, close] = [stretches.at(-1), this.close.has(part)];
      if (close && before && last) last.end = part.end;
      else if (close) stretches.push({ start: part.start, end: part.end });
      before = close;
    }
    return stretches;
  }
}

/**
 * A text in pieces that can be nodes of their own, cut behind spaces.
 * @param {string} text
 */
export function pieces(text) {
  const out = [];
  let at = 0;
  while (text.length - at > PIECE) {
    const before = text.lastIndexOf(' ', at + PIECE) + 1;
    const cut = before > at ? before : text.indexOf(' ', at + PIECE) + 1;
    if (cut === 0) break;
    out.push(text.slice(at, cut));
    at = cut;
  }
  return [...out, text.slice(at)];
}

/**
 * About how many lines a part takes.
 * @param {Part} part
 */
function lines(part) {
  return part.blocks.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / 74) + 0.55, 0);
}

/**
 * List items stand in a list.
 * @param {Block[]} blocks
 */
function nest(blocks) {
  /** @type {HTMLElement[]} */
  const out = [];
  for (const { made, kind } of blocks) {
    if (!made) continue;
    const last = out.at(-1);
    if (kind !== 'listItem') out.push(made);
    else if (last instanceof HTMLUListElement) last.append(made);
    else out.push(el('ul', {}, made));
  }
  return out;
}

/** @param {string | null} text */
function flat(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
