// Owns what happens to a selection: that a mouse selects whole words, and the small toolbar at its end.
// Invariant: nothing here drops the selection before the reader has done something with it.

import { t } from './catalogue.js';
import { button, el, shorten } from './dom.js';
import { laterLabel, typeChooser } from './choosers.js';
import { COLOURS } from './labels.js';
import { lazily } from './lazy.js';
import { snapped } from './words.js';

/** @typedef {import('./labels.js').Colour} Colour */
/** @typedef {import('./app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */

const SETTLE = 180;
/** How far the handles of a selection reach that a finger made. */
const HANDLES = 40;

export class Toolbar {
  /**
   * @param {App} app
   * @param {{
   *   edit: (id: string, field: import('./markcard.js').Field) => void,
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
    /** Whether a finger or pen made the selection. */
    this.touch = false;
    this.timer = 0;
    document.addEventListener('pointerdown', (event) => this.pressing(event), true);
    document.addEventListener('pointerup', (event) => this.released(event), true);
    document.addEventListener('pointercancel', () => this.released(), true);
    document.addEventListener('selectionchange', () => this.changed());
    // What was selected of the article before is none of this one.
    app.on('article', () => document.getSelection()?.removeAllRanges());
    app.article.root.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** @param {PointerEvent} event */
  pressing(event) {
    this.down = true;
    // What is pressed stays where it is until the press is over.
    clearTimeout(this.timer);
    this.touch = event.pointerType !== 'mouse';
  }

  /** @param {PointerEvent} [event] */
  released(event) {
    this.down = false;
    const elsewhere = event?.target instanceof Node && !this.app.article.root.contains(event.target);
    // The platform's own handles go by words, or not, as its readers know them.
    if (event && !this.touch && !event.altKey && !elsewhere) this.snap();
    this.changed();
  }

  /** What the mouse selected gets the words whole that it begins or ends within. */
  snap() {
    const { article } = this.app;
    const span = article.selected();
    if (!span) return;
    const whole = snapped(article.text, span);
    if (whole.start < span.start || whole.end > span.end) article.select(whole.start, whole.end);
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
        'aria-label': t('highlight-in', { colour: app.colourName(colour, name.toLowerCase()) }),
        title: `${app.colourName(colour, name)} (${index + 1})`,
        click: () => this.highlight(colour),
      }),
    );
    this.element = el(
      'div',
      {
        class: 'toolbar',
        role: 'toolbar',
        'aria-label': t('selection'),
        pointerdown: (/** @type {Event} */ event) => event.preventDefault(),
        keydown: (/** @type {KeyboardEvent} */ event) => this.walk(event),
      },
      ...(pending
        ? [button(pending.action, () => this.choose()), button(t('cancel'), () => this.cancel())]
        : [
            ...colours,
            button(t('note'), () => this.note('note'), { title: t('note-title') }),
            button(t('tag'), () => this.note('tags'), { title: t('tag-title') }),
            button(t('copy'), () => void this.copy(), {
              class: 'button small copy',
              title: t('copy-title'),
            }),
            button(t('entity'), () => this.entity()),
            button(t('link'), () => this.link(), { title: t('link-title') }),
          ]),
    );
    app.float.show(this.element, {
      anchor: () => {
        const rects = this.span ? app.article.rects(this.span.start, this.span.end) : [];
        const first = rects[0];
        const last = rects.at(-1);
        if (!first || !last) return undefined;
        const handles = this.touch ? HANDLES : 0;
        return {
          top: first.top - handles,
          bottom: last.bottom + handles,
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
    this.app.change((core) => core.annotate(span.start, span.end, { colour }), t('highlight-added'));
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
    const id = this.app.change(
      (core) => core.annotate(span.start, span.end, { colour }),
      t('highlight-added'),
    );
    this.finish();
    if (id) this.notes.edit(id, field);
    return true;
  }

  /** Offers the ways to copy the selection or the focused entity. */
  async copy() {
    const span = this.target() ?? this.app.annotation(this.app.marks.active ?? '');
    if (!span || span.start < 0) {
      this.app.say(t('select-first'));
      return;
    }
    // The bar that would come for this selection is not wanted any more.
    clearTimeout(this.timer);
    if (this.app.article.selected()) this.span = { start: span.start, end: span.end };
    const part = await lazily(this.app, () => import('../work/cite.js'));
    await part?.copying(this.app, span);
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

  /** The selection or the focused entity is one end of a relation, or the other where one is waited for. */
  link() {
    const { reattach } = this.notes;
    const span = this.target();
    if (!span) {
      this.app.say(t(reattach.pending ? 'select-or-go' : 'select-first'));
      return;
    }
    this.finish();
    if (reattach.pending) reattach.choose(span);
    else reattach.link(span, (id) => this.notes.edit(id, 'relation'));
  }

  /** Says that the selection is an entity. */
  entity() {
    const { span, app } = this;
    if (!span) return;
    const card = el('div', {
      class: 'card',
      role: 'dialog',
      'aria-label': t('entity-of', { what: shorten(app.article.slice(span), 40) }),
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
   * Tab goes from the selection into the toolbar.
   * @param {KeyboardEvent} event
   */
  pressed(event) {
    if (event.key !== 'Tab' || event.shiftKey || !this.element || !this.app.float.shows(this.element)) return;
    event.preventDefault();
    this.element.querySelector('button')?.focus();
  }
}
