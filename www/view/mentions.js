// Owns the mention elements inside the blocks. Invariants: the text of a block never changes by filling it in;
// exactly one mention of the page is in the tab order; parts far from the viewport of a long article hold none.

import { t } from './catalogue.js';
import { el } from './dom.js';
import { lineClass, typeName } from './labels.js';
import { pieces } from './parts.js';

/** @typedef {import('./labels.js').MentionRecord} MentionRecord */
/** @typedef {import('./parts.js').Block} Block */
/** @typedef {import('./parts.js').Part} Part */
/** @typedef {import('./app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */

/** Below this the line is fainter. */
const UNSURE = 0.5;

export class Mentions {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {WeakMap<Element, MentionRecord>} */
    this.records = new WeakMap();
    /** @type {HTMLElement | undefined} */
    this.entry = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    app.article.parts.onFilled = (part) => this.fill(part);
    app.article.parts.onEmptied = () => app.emit('filled');
    app.article.parts.onPassed = () => app.emit('passed');
    app.on('article', () => this.restart());
    app.on('mentions', () => this.refill());
    const { root } = app.article;
    root.addEventListener('pointerdown', (event) => this.yieldTo(event), { capture: true });
  }

  /**
   * Chromium selects nothing when a drag begins at the edge of an element that can take the focus: while the
   * pointer is down, the mentions of the block under it cannot.
   * @param {PointerEvent} event
   */
  yieldTo(event) {
    const block = event.target instanceof Element ? event.target.closest('[data-kind]') : null;
    /** @type {HTMLElement[]} */
    const mentions = [...(block?.querySelectorAll(/** @type {'span'} */ ('.mention')) ?? [])];
    for (const element of mentions) element.removeAttribute('tabindex');
    const restore = () => {
      for (const element of mentions) element.tabIndex = element === this.entry ? 0 : -1;
      for (const type of ends) removeEventListener(type, restore, true);
    };
    const ends = ['pointerup', 'pointercancel', 'dragend'];
    for (const type of ends) addEventListener(type, restore, true);
  }

  /** A new article stands there. */
  restart() {
    this.entry = undefined;
    this.refill(() => undefined);
  }

  /**
   * The mentions or the choice of lines changed: looks at every part with elements again. Of a long article what is in
   * view goes first, each other part in a task of its own.
   */
  refill(selected = this.selected()) {
    clearTimeout(this.waiting);
    const { parts } = this.app.article;
    const rest = [...parts.live];
    if (!parts.long) return rest.forEach((part) => this.fill(part, selected));
    const top = this.app.article.topmost()?.start ?? 0;
    const away = (/** @type {Part} */ part) =>
      part.end < top ? top - part.end : Math.max(0, part.start - top);
    rest.sort((one, other) => away(one) - away(other));
    const next = () => {
      const part = rest.shift();
      if (part?.filled) this.fill(part);
      if (rest.length > 0) this.waiting = setTimeout(next);
    };
    next();
  }

  /**
   * What is selected of the article; a selection that a field has is not the article's. It needs the layout, so
   * it is asked for once, before anything is written, and not at all where nothing is.
   * @returns {() => Span | undefined}
   */
  selected() {
    let isAsked = false;
    /** @type {Span | undefined} */
    let selection;
    return () => {
      if (isAsked) return selection;
      isAsked = true;
      const { activeElement } = document;
      const { article } = this.app;
      const reading = activeElement === document.body || article.root.contains(activeElement);
      return (selection = reading ? article.selected() : undefined);
    };
  }

  /**
   * Writes the blocks of a part with their mentions.
   * @param {Part} part
   * @param {() => Span | undefined} [selected] the selection, which is kept
   */
  fill(part, selected = this.selected()) {
    const records = this.app.mentionsIn(part.start, part.end);
    let next = 0;
    for (const block of part.blocks) {
      const first = next;
      while ((records[next]?.start ?? Infinity) < block.end) next += 1;
      this.write(block, records.slice(first, next), selected);
    }
    this.app.emit('filled', part);
  }

  /**
   * Writes a block with its mentions, when they are others than those that stand there.
   * @param {Block} block
   * @param {MentionRecord[]} records
   * @param {() => Span | undefined} selected
   */
  write(block, records, selected) {
    const key = records
      .map((m) => `${m.start},${m.end},${m.label},${m.entity},${m.source},${m.score},${m.value?.text ?? ''}`)
      .join(' ');
    if (key === block.key) return;
    block.key = key;
    const { article } = this.app;
    const { activeElement } = document;
    const focused = activeElement ? this.records.get(activeElement) : undefined;
    const content = new DocumentFragment();
    let at = block.start;
    for (const record of records) {
      if (record.start < at || record.end > block.end) continue;
      content.append(...pieces(article.text.slice(at, record.start)), this.element(record));
      at = record.end;
    }
    content.append(...pieces(article.text.slice(at, block.end)));
    const holdsFocus = block.element.contains(activeElement);
    const selection = selected();
    block.element.replaceChildren(content);
    this.keepEntry();
    if (holdsFocus && focused) (this.elementAt(focused.start) ?? article.root).focus({ preventScroll: true });
    if (selection && selection.start < block.end && selection.end > block.start) {
      article.select(selection.start, selection.end);
    }
  }

  /** @param {MentionRecord} record */
  element(record) {
    const unsure = record.score < UNSURE && record.source !== 'reader' ? ' unsure' : '';
    const element = el('span', {
      class: `mention ${lineClass(record.label)}${unsure}`,
      role: 'button',
      tabindex: '-1',
      'aria-roledescription': typeName(record.label).toLowerCase(),
      'data-label': record.label,
      text: this.app.article.text.slice(record.start, record.end),
    });
    this.records.set(element, record);
    return element;
  }

  /** Keeps one mention in the tab order. */
  keepEntry() {
    if (this.entry?.isConnected) return;
    const first = /** @type {HTMLElement | null} */ (this.app.article.root.querySelector('.mention'));
    this.entry = first ?? undefined;
    if (first) first.tabIndex = 0;
  }

  /**
   * The element of the mention that covers an offset, filling its block in when it is far away.
   * @param {number} offset
   * @returns {HTMLElement | undefined}
   */
  elementAt(offset) {
    const { article } = this.app;
    const block = article.blocks[article.indexAt(offset)];
    if (!block) return undefined;
    for (const element of block.element.querySelectorAll('.mention')) {
      const record = this.records.get(element);
      if (record && record.start <= offset && offset < record.end)
        return /** @type {HTMLElement} */ (element);
    }
    return undefined;
  }

  /**
   * Puts the focus on the mention at an offset and brings it into view.
   * @param {number} offset
   * @returns {boolean} whether there is one
   */
  focus(offset) {
    const element = this.elementAt(offset);
    if (!element) return false;
    this.enter(element);
    const record = this.records.get(element);
    if (record) this.app.article.reveal(record.start, record.end);
    element.focus({ preventScroll: true });
    return true;
  }

  /**
   * Makes an element the one in the tab order.
   * @param {HTMLElement} element
   */
  enter(element) {
    if (this.entry) this.entry.tabIndex = -1;
    this.entry = element;
    element.tabIndex = 0;
  }

  /**
   * Goes to the next or the previous mention of any kind.
   * @param {1 | -1} direction
   */
  step(direction) {
    const { article } = this.app;
    const current = this.app.place();
    const count = article.blocks.length;
    for (let index = article.indexAt(current.start); index >= 0 && index < count; index += direction) {
      const block = article.blocks[index];
      if (!block) break;
      const records = this.app.mentionsIn(block.start, block.end);
      const next =
        direction > 0
          ? records.find((record) => record.start >= current.end)
          : records.findLast((record) => record.end <= current.start);
      if (next && this.focus(next.start)) return;
    }
    this.app.say(t(direction > 0 ? 'entity-no-further' : 'entity-no-earlier'));
  }

  /**
   * Goes to another mention of the same entity.
   * @param {MentionRecord} record
   * @param {1 | -1} direction
   */
  stepWithin(record, direction) {
    const all = this.app.entity(record.entity)?.mentions ?? [];
    if (all.length === 0) return;
    const index = all.findIndex((span) => span.start === record.start);
    const next = all[(index + direction + all.length) % all.length];
    if (next) this.focus(next.start);
  }

  /**
   * Shows the other mentions of the same entity faintly, or of none.
   * @param {MentionRecord} [record]
   * @param {HTMLElement} [current]
   */
  kin(record, current) {
    for (const element of this.app.article.root.querySelectorAll('.kin, .mention.current')) {
      element.classList.remove('kin', 'current');
    }
    if (!record) return;
    current?.classList.add('current');
    for (const element of this.app.article.root.querySelectorAll('.mention')) {
      if (this.records.get(element)?.entity === record.entity) element.classList.add('kin');
    }
  }
}
