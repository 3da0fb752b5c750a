// Owns the search in the article as the reader types: the box in the bar above, its hits in the text, the notes
// that say the same. Invariants: where hits are, the core says; only those near the window are painted; the
// focus stays in the box until the reader leaves it.

import { number, t } from './catalogue.js';
import { button, byId, el } from './dom.js';
import { stylesheet } from './lazy.js';
import { inWords } from './notewords.js';

export { ready } from '../work/words.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {'anywhere' | 'words' | 'entities'} Sought */

/** @type {Sought[]} */
const WAYS = ['anywhere', 'words', 'entities'];
/** So many notes are listed. */
const NOTES = 6;
/** Hits are painted as far as this many window heights beyond the window. */
const AHEAD = 1;
/** What lies above what: hits over marks, the current one over all. */
const PRIORITY = { hit: 15, 'hit-now': 25 };
const NONE = new Uint32Array();

export class Search {
  /**
   * @param {App} app
   * @param {import('./notes.js').Notes} notes
   */
  constructor(app, notes) {
    this.app = app;
    this.notes = notes;
    this.root = byId('find');
    this.input = /** @type {HTMLInputElement} */ (byId('find-input'));
    /** Starts and ends of the hits, one after the other. @type {Uint32Array} */
    this.spans = NONE;
    /** Index of the current hit, −1 for none. */
    this.at = -1;
    /** Where the reader was when the search began. */
    this.origin = 0;
    this.frame = 0;
    this.way = el(
      'select',
      { 'aria-label': t('search-way'), change: () => this.look() },
      ...WAYS.map((sought) => el('option', { value: sought, text: t(`search-${sought}`) })),
    );
    this.count = el('p', { class: 'find-count', role: 'status' });
    this.noted = el('ul', { class: 'find-notes', 'aria-label': t('search-notes') });
    this.panel = el(
      'div',
      { class: 'find-panel' },
      el(
        'div',
        { class: 'find-row' },
        this.way,
        this.count,
        button('‹', () => this.step(-1), { 'aria-label': t('hit-previous'), title: t('hit-previous-title') }),
        button('›', () => this.step(1), { 'aria-label': t('hit-next'), title: t('hit-next-title') }),
        button(t('close'), () => this.end(), { 'aria-label': t('search-close') }),
      ),
      this.noted,
    );
    this.root.append(this.panel);
    this.listen();
    this.begin();
    void stylesheet('work/search.css').then(() => this.root.classList.add('ready'));
  }

  listen() {
    const { app, input } = this;
    input.addEventListener('input', () => this.look());
    input.addEventListener('focus', () => this.begin());
    this.root.addEventListener('keydown', (event) => this.pressed(event));
    app.on('article', () => this.end(false));
    app.on('filled', () => this.paint());
    app.on('mentions', () => this.way.value === 'entities' && this.look(false));
    addEventListener('scroll', () => this.paint(), { passive: true });
    addEventListener('resize', () => this.paint());
    app.commands.add(
      {
        id: 'search.next',
        keys: ['F3'],
        group: 'going',
        when: () => this.spans.length > 0,
        run: () => this.step(1),
      },
      {
        id: 'search.previous',
        keys: ['Shift+F3'],
        group: 'going',
        when: () => this.spans.length > 0,
        run: () => this.step(-1),
      },
    );
  }

  /** The box has the focus: hits are counted from where the reader is. */
  begin() {
    this.root.classList.add('open');
    if (this.spans.length > 0) return;
    this.origin = this.app.place().start;
    // Once the box is painted.
    setTimeout(() => this.app.open && this.app.ask((core) => core.beginSearch()), 50);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.end();
    } else if (event.key === 'Enter' && event.target === this.input) {
      event.preventDefault();
      this.step(event.shiftKey ? -1 : 1);
    }
  }

  /**
   * Looks for what stands in the box.
   * @param {boolean} [go] whether the text moves to the first hit
   */
  look(go = true) {
    const text = this.input.value.trim();
    const sought = /** @type {Sought} */ (this.way.value);
    this.spans = (this.app.open && this.app.ask((core) => core.search(text, sought))) || NONE;
    this.at = this.spans.length > 0 ? Math.max(0, this.firstAt(this.origin)) : -1;
    this.root.classList.toggle('asked', text !== '');
    this.showNotes(text);
    this.say();
    this.app.emit('hits', this.spans);
    if (go) this.reveal();
    this.paint();
  }

  /**
   * The index of the first hit at an offset or after it, −1 when there is none.
   * @param {number} offset
   */
  firstAt(offset) {
    let low = 0;
    let high = this.spans.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[2 * middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low < this.spans.length / 2 ? low : -1;
  }

  /** @param {1 | -1} direction */
  step(direction) {
    const count = this.spans.length / 2;
    if (count === 0) {
      this.say();
      return;
    }
    this.at = (this.at + direction + count) % count;
    this.origin = this.spans[2 * this.at] ?? 0;
    this.reveal();
    this.say();
    this.paint();
  }

  /** The current hit. */
  get current() {
    const start = this.spans[2 * this.at];
    const end = this.spans[2 * this.at + 1];
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  reveal() {
    const { current } = this;
    if (!current) return;
    this.app.last = current;
    this.app.article.reveal(current.start, current.end);
    const [rect] = this.app.article.rects(current.start, current.end);
    const panel = this.panel.getBoundingClientRect();
    // Not under what opens below the box, on a narrow window.
    if (rect && rect.top < panel.bottom && rect.right > panel.left)
      scrollBy({ top: rect.top - panel.bottom - 20 });
    if (!('highlights' in CSS)) this.app.article.select(current.start, current.end);
  }

  say() {
    const count = this.spans.length / 2;
    const asked = this.input.value.trim() !== '';
    const hits =
      count === 0 ? t('hits-none') : t('count-of', { count: number(this.at + 1), all: number(count) });
    this.count.textContent = asked ? hits : '';
  }

  /** @param {string} text */
  showNotes(text) {
    const { app } = this;
    const ids = text === '' || !app.open ? [] : (app.ask((core) => core.find({ text })) ?? []);
    const notes = ids.flatMap((id) => app.annotation(id) ?? []).filter(({ kind }) => kind !== 'correction');
    const rest = notes.length - NOTES;
    this.noted.replaceChildren(
      ...notes.slice(0, NOTES).map((note) =>
        el(
          'li',
          {},
          button(inWords(note, 70), () => this.notes.toPassage(note.id), {
            class: `find-note ${note.colour ?? 'plain'}`,
          }),
        ),
      ),
      ...(rest > 0 ? [el('li', { class: 'hint', text: t('search-more-notes', { count: rest }) })] : []),
    );
    this.noted.hidden = notes.length === 0;
  }

  /** Paints the hits near the window before the next frame. */
  paint() {
    if (this.frame || !('highlights' in CSS)) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const { article } = this.app;
      const hits = [];
      const [from, to] = this.spans.length > 0 ? this.near() : [0, 0];
      const first = this.firstAt(from);
      for (let index = first < 0 ? Infinity : first; index < this.spans.length / 2; index += 1) {
        const [start, end] = [this.spans[2 * index] ?? 0, this.spans[2 * index + 1] ?? 0];
        if (start >= to) break;
        const range = index === this.at ? undefined : article.range(start, end);
        if (range) hits.push(range);
      }
      const { current } = this;
      const now = current && article.range(current.start, current.end);
      highlight('hit', hits);
      highlight('hit-now', now ? [now] : []);
    });
  }

  /** First and last offset of the blocks near the window. */
  near() {
    const { blocks } = this.app.article;
    const margin = innerHeight * AHEAD;
    const top = firstBelow(blocks, -margin);
    const bottom = firstBelow(blocks, innerHeight + margin);
    return [blocks[top]?.start ?? 0, blocks[bottom]?.end ?? blocks.at(-1)?.end ?? 0];
  }

  /**
   * Ends the search and goes back to the text.
   * @param {boolean} [focus]
   */
  end(focus = true) {
    const was = this.current;
    this.input.value = '';
    this.root.classList.remove('open', 'asked');
    this.spans = NONE;
    this.at = -1;
    this.showNotes('');
    this.say();
    this.app.ask((core) => core.endSearch());
    this.app.emit('hits', NONE);
    this.paint();
    if (!focus) return;
    if (was) this.app.last = was;
    this.app.article.root.focus({ preventScroll: true });
  }
}

/**
 * @param {keyof typeof PRIORITY} style
 * @param {Range[]} ranges
 */
function highlight(style, ranges) {
  const name = `manicule-${style}`;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const paint = new Highlight(...ranges);
  paint.priority = PRIORITY[style];
  CSS.highlights.set(name, paint);
}

/**
 * The index of the first block that ends below a height of the window.
 * @param {import('./parts.js').Block[]} blocks
 * @param {number} height
 */
function firstBelow(blocks, height) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    const element = block?.made ?? block?.part.element;
    if ((element?.getBoundingClientRect().bottom ?? 0) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
