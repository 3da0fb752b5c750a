// Owns what happens to a selection: the small toolbar at its end, and the caret of a reader without a mouse.
// Invariant: nothing here drops the selection before the reader has done something with it.

import { button, el, shorten } from './dom.js';
import { laterLabel, typeChooser } from './choosers.js';
import { COLOURS } from './labels.js';

/** @typedef {import('./labels.js').Colour} Colour */
/** @typedef {import('./app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */

const SETTLE = 180;

export class Toolbar {
  /**
   * @param {App} app
   * @param {{
   *   edit: (id: string, field: 'note' | 'tags') => void,
   *   reattach: import('./reattach.js').Reattach,
   * }} notes
   */
  constructor(app, notes) {
    this.app = app;
    this.notes = notes;
    /** @type {HTMLElement | undefined} */
    this.element = undefined;
    /** @type {Span | undefined} */
    this.span = undefined;
    /** The last colour is that of the next note. @type {Colour} */
    this.colour = 'yellow';
    this.down = false;
    this.timer = 0;
    document.addEventListener('pointerdown', () => (this.down = true), true);
    for (const name of ['pointerup', 'pointercancel']) {
      document.addEventListener(name, () => this.released(), true);
    }
    document.addEventListener('selectionchange', () => this.changed());
    app.article.root.addEventListener('keydown', (event) => this.pressed(event));
  }

  released() {
    this.down = false;
    this.changed();
  }

  changed() {
    clearTimeout(this.timer);
    if (!this.down) this.timer = window.setTimeout(() => this.look(), SETTLE);
  }

  /** Shows the toolbar for what is selected now, or takes it away. */
  look() {
    if (this.element?.contains(document.activeElement)) return;
    const span = this.app.article.selected();
    const shown = this.element !== undefined && this.app.float.shows(this.element);
    if (!span) {
      this.span = undefined;
      if (shown) this.app.float.close({ focus: false });
      return;
    }
    // The same words again: the toolbar is up, or what was opened from it is.
    if (this.app.float.shows() && span.start === this.span?.start && span.end === this.span.end) return;
    this.span = span;
    this.app.last = span;
    this.show();
  }

  show() {
    const { app, notes } = this;
    const { pending } = notes.reattach;
    const colours = COLOURS.map(({ colour, name }, index) =>
      el('button', {
        type: 'button',
        class: `swatch ${colour}`,
        'aria-label': `Highlight ${app.colourName(colour, name.toLowerCase())}`,
        title: `${app.colourName(colour, name)} (${index + 1})`,
        click: () => this.highlight(colour),
      }),
    );
    this.element = el(
      'div',
      {
        class: 'toolbar',
        role: 'toolbar',
        'aria-label': 'Selection',
        pointerdown: (/** @type {Event} */ event) => event.preventDefault(),
        keydown: (/** @type {KeyboardEvent} */ event) => this.walk(event),
      },
      ...(pending
        ? [button(pending.action, () => this.choose()), button('Cancel', () => this.cancel())]
        : [
            ...colours,
            button('Note', () => this.note('note'), { title: 'Note (m)' }),
            button('Tag', () => this.note('tags'), { title: 'Tag (t)' }),
            button('Copy', () => this.copy(), { class: 'button small copy' }),
            button('Entity…', () => this.entity()),
            button('Link…', () => this.link(), { title: 'Tie it to another passage' }),
          ]),
    );
    app.float.show(this.element, {
      anchor: () => {
        const rects = this.span ? app.article.rects(this.span.start, this.span.end) : [];
        const first = rects[0];
        const last = rects.at(-1);
        if (!first || !last) return undefined;
        return {
          top: first.top,
          bottom: last.bottom,
          left: Math.max(last.left, last.right - 150),
          right: last.right,
        };
      },
      giveBack: () => app.article.root.focus({ preventScroll: true }),
    });
  }

  /**
   * Arrow keys walk along the toolbar.
   * @param {KeyboardEvent} event
   */
  walk(event) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || !this.element) return;
    const buttons = [...this.element.querySelectorAll('button')].filter((it) => it.checkVisibility());
    const index = buttons.findIndex((candidate) => candidate === document.activeElement);
    event.preventDefault();
    buttons[(index + step + buttons.length) % buttons.length]?.focus();
  }

  /** The selection or the focused mention: what a key acts on. */
  target() {
    const selected =
      this.app.article.selected() ?? (this.app.float.shows(this.element) ? this.span : undefined);
    if (selected) return selected;
    const focused = document.activeElement
      ? this.app.mentions.records.get(document.activeElement)
      : undefined;
    return focused ? { start: focused.start, end: focused.end } : undefined;
  }

  /**
   * @param {Colour} colour
   * @returns {boolean} whether there was something to mark
   */
  highlight(colour) {
    const span = this.target();
    if (!span) return false;
    this.colour = colour;
    this.app.change((core) => core.annotate(span.start, span.end, { colour }), 'Highlight added');
    this.finish();
    return true;
  }

  /**
   * @param {'note' | 'tags'} field
   * @returns {boolean} whether there was something to write about
   */
  note(field) {
    const span = this.target();
    if (!span) return false;
    const { colour } = this;
    const id = this.app.change((core) => core.annotate(span.start, span.end, { colour }), 'Highlight added');
    this.finish();
    if (id) this.notes.edit(id, field);
    return true;
  }

  async copy() {
    const { span } = this;
    if (!span) return;
    try {
      await navigator.clipboard.writeText(this.app.article.slice(span));
      this.app.say('Copied');
    } catch {
      this.app.say('The browser does not let this page copy. Use its own Copy.');
    }
  }

  /** The selection is the passage that was asked for. */
  choose() {
    const { span } = this;
    if (!span) return;
    this.finish();
    this.notes.reattach.choose(span);
  }

  cancel() {
    this.finish();
    this.notes.reattach.cancel();
  }

  /** The selection is one end of a relation. */
  link() {
    const { span } = this;
    if (!span) return;
    this.finish();
    this.notes.reattach.link(span, (id) => this.notes.edit(id, 'note'));
  }

  /** Says that the selection is an entity. */
  entity() {
    const { span, app } = this;
    if (!span) return;
    const card = el('div', {
      class: 'card',
      role: 'dialog',
      'aria-label': `Entity “${shorten(app.article.slice(span), 40)}”`,
    });
    const later = el('input', { type: 'checkbox' });
    const close = () => app.float.close({ focus: false });
    card.append(typeChooser(app, span, false, close, later), laterLabel(later));
    app.float.show(card, {
      anchor: () => app.article.rects(span.start, span.end).at(-1),
      giveBack: () => app.article.root.focus({ preventScroll: true }),
    });
    card.querySelector('button')?.focus();
  }

  /** The selection has become a mark. */
  finish() {
    const selection = document.getSelection();
    if (selection && selection.rangeCount > 0) selection.collapseToEnd();
    this.span = undefined;
    if (this.element && this.app.float.shows(this.element)) this.app.float.close();
  }

  /**
   * Shift and an arrow select from the focused mention, or from where the reader is.
   * @param {KeyboardEvent} event
   */
  pressed(event) {
    if (event.key === 'Tab' && !event.shiftKey && this.element && this.app.float.shows(this.element)) {
      event.preventDefault();
      this.element.querySelector('button')?.focus();
      return;
    }
    const direction = {
      ArrowRight: 'forward',
      ArrowLeft: 'backward',
      ArrowDown: 'forward',
      ArrowUp: 'backward',
    }[event.key];
    if (!event.shiftKey || !direction) return;
    const selection = document.getSelection();
    if (!selection) return;
    event.preventDefault();
    if (selection.isCollapsed) this.caret(selection);
    const upright = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const step = upright ? 'line' : event.ctrlKey || event.altKey ? 'word' : 'character';
    selection.modify('extend', direction, step);
  }

  /**
   * Puts the caret where the reader is, unless it stands in the article already.
   * @param {Selection} selection
   */
  caret(selection) {
    const focused = document.activeElement
      ? this.app.mentions.records.get(document.activeElement)
      : undefined;
    const inside = selection.anchorNode !== null && this.app.article.root.contains(selection.anchorNode);
    if (inside && !focused) return;
    const point = this.app.article.pointAt(this.app.place().start, true);
    if (point) selection.collapse(point.node, point.offset);
  }
}
