// Owns the card of a place in the text: what the machine found there, and the reader's marks that lie there.
// Invariant: every mark on the place is in the card, so that each of any number of overlapping ones is reachable.

import { t } from './catalogue.js';
import { button, el, shorten, strip } from './dom.js';
import { correct, laterLabel, typeChooser } from './choosers.js';
import { lazily } from './lazy.js';
import { knowledge } from './knowledge.js';
import { lineClass, typeName } from './labels.js';
import { markList } from './markcard.js';

/** @typedef {import('./labels.js').MentionRecord} MentionRecord */
/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./app.js').App} App */

const HOVER = 280;
const LEAVE = 320;

export class Card {
  /**
   * @param {App} app
   * @param {{ edit: (id: string, field: 'note' | 'tags') => void, show: (id: string) => void }} notes
   */
  constructor(app, notes) {
    this.app = app;
    this.notes = notes;
    /** @type {HTMLElement | undefined} */
    this.element = undefined;
    /** @type {HTMLElement | undefined} */
    this.owner = undefined;
    this.pinned = false;
    this.timer = 0;
    /** While the focus goes back to what the card belonged to. */
    this.returning = false;
    const { root } = app.article;
    root.addEventListener('pointerover', (event) => this.over(event));
    root.addEventListener('pointerout', (event) => this.out(event));
    // Who presses there selects, or clicks: no card comes in between.
    root.addEventListener('pointerdown', () => clearTimeout(this.timer));
    root.addEventListener('focusin', (event) => this.focused(event));
    root.addEventListener('focusout', (event) => this.blurred(event));
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('keydown', (event) => this.pressed(event));
    app.on('mentions', () => this.stale());
    app.on('annotations', () => this.stale());
  }

  /** Whether the card floats. */
  get open() {
    return this.element !== undefined && this.app.float.shows(this.element);
  }

  /** @param {EventTarget | null} target */
  mentionOf(target) {
    const element = target instanceof Element ? target.closest('.mention') : null;
    return element instanceof HTMLElement ? element : undefined;
  }

  /** @param {PointerEvent} event */
  over(event) {
    const element = this.mentionOf(event.target);
    if (!element || event.pointerType === 'touch' || event.buttons !== 0) return;
    clearTimeout(this.timer);
    if (this.open && (this.pinned || this.owner === element)) return;
    this.timer = window.setTimeout(() => this.hovered(element), HOVER);
  }

  /**
   * The pointer stayed on a mention. What else floats stays: it may have been opened since, by a key or from
   * elsewhere, and the pointer may only rest where it was.
   * @param {HTMLElement} element
   */
  hovered(element) {
    if (this.open || !this.app.float.shows()) this.showMention(element, false);
  }

  /** @param {PointerEvent} event */
  out(event) {
    if (!this.mentionOf(event.target)) return;
    clearTimeout(this.timer);
    if (this.open && !this.pinned) this.timer = window.setTimeout(() => this.leave(), LEAVE);
  }

  /** The pointer left a card that only hovering opened. */
  leave() {
    if (this.open && !this.pinned && !this.element?.matches(':hover, :focus-within')) this.close();
  }

  /** @param {FocusEvent} event */
  focused(event) {
    const element = this.mentionOf(event.target);
    if (!element) return;
    this.app.mentions.enter(element);
    const record = this.app.mentions.records.get(element);
    if (record) this.app.last = record;
    // What the reader just closed stays closed.
    if (!this.returning && element.matches(':focus-visible')) this.showMention(element, false);
  }

  /** @param {FocusEvent} event */
  blurred(event) {
    if (!this.open || this.pinned || !this.mentionOf(event.target)) return;
    const to = event.relatedTarget;
    if (to instanceof Node && this.element?.contains(to)) return;
    if (!this.element?.matches(':hover')) this.close();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    clearTimeout(this.timer);
    const { app } = this;
    if (app.article.selected()) return;
    const element = this.mentionOf(event.target);
    if (element) {
      this.showMention(element, true);
      return;
    }
    const offset = app.article.offsetUnder(event.clientX, event.clientY);
    if (offset === undefined) return;
    const marks = app.marks.at(offset);
    const first = marks[0];
    if (!first) return;
    this.notes.show(first.id);
    this.showMarks(marks, first);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const element = this.mentionOf(event.target);
    if (!element || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ' || (event.key === 'Tab' && this.open)) {
      event.preventDefault();
      if (!this.open) this.showMention(element, true);
      this.pinned = true;
      /** @type {HTMLElement | null | undefined} */ (this.element?.querySelector('button:enabled'))?.focus();
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      this.app.mentions.step(event.key === 'ArrowRight' ? 1 : -1);
    }
  }

  /**
   * @param {HTMLElement} element
   * @param {boolean} pinned
   */
  showMention(element, pinned) {
    const record = this.app.mentions.records.get(element);
    if (!record || !element.isConnected) return;
    this.app.last = record;
    if (this.open && this.owner === element) {
      this.pinned ||= pinned;
      return;
    }
    const marks = this.app.marks.touching(record.start, record.end);
    const card = this.shell(this.app.entity(record.entity)?.name ?? element.textContent ?? '');
    this.fillMention(card, record);
    if (marks.length > 0) card.append(markList(this.app, marks, this.notes));
    this.float(card, pinned, () => box([...element.getClientRects()]), element);
    this.app.mentions.kin(record, element);
    this.app.emit('chosen', record.entity);
  }

  /**
   * @param {AnnotationRecord[]} marks
   * @param {AnnotationRecord} first
   */
  showMarks(marks, first) {
    const card = this.shell(marks.length > 1 ? t('marks-count', { count: marks.length }) : t('mark'));
    card.classList.add('of-marks');
    if (marks.length > 1)
      card.append(el('p', { class: 'card-name', text: t('marks-count', { count: marks.length }) }));
    card.append(markList(this.app, marks, this.notes));
    this.app.last = first;
    this.float(card, true, () => box(this.app.article.rects(first.start, first.end)), this.app.article.root);
  }

  /**
   * The card of one mark, with the focus inside when asked for.
   * @param {AnnotationRecord} mark
   */
  showMark(mark) {
    const marks = this.app.marks.touching(mark.start, mark.end);
    this.showMarks([mark, ...marks.filter((other) => other.id !== mark.id)], mark);
  }

  /**
   * @param {HTMLElement} card
   * @param {boolean} pinned
   * @param {() => import('./float.js').Box | undefined} anchor
   * @param {HTMLElement} owner
   */
  float(card, pinned, anchor, owner) {
    clearTimeout(this.timer);
    this.app.float.show(card, {
      anchor,
      giveBack: () => {
        this.returning = true;
        owner.focus({ preventScroll: true });
        this.returning = false;
      },
      closed: () => {
        this.app.mentions.kin();
        if (this.element === card) this.owner = undefined;
      },
    });
    this.element = card;
    this.owner = owner;
    this.pinned = pinned;
  }

  close() {
    clearTimeout(this.timer);
    if (this.open) this.app.float.close();
  }

  /** What the card says may be no longer so. */
  stale() {
    if (this.open) this.close();
  }

  /** @param {string} name */
  shell(name) {
    return el('div', {
      class: 'card',
      role: 'dialog',
      'aria-label': name,
      pointerleave: () => {
        if (!this.pinned) this.timer = window.setTimeout(() => this.leave(), LEAVE);
      },
      pointerenter: () => clearTimeout(this.timer),
      pointerdown: () => (this.pinned = true),
    });
  }

  /**
   * @param {HTMLElement} card
   * @param {MentionRecord} record
   */
  fillMention(card, record) {
    const { app } = this;
    const entity = app.entity(record.entity);
    const spans = entity?.mentions ?? [record];
    const name = entity?.name ?? app.article.slice(record);
    const aliases = (entity?.aliases ?? []).filter((alias) => alias !== name);
    const also = el('p', { class: 'card-also' });
    if (aliases.length > 0)
      also.append(t('card-also'), ' ', el('em', { text: shorten(aliases.join(', '), 70) }), ' · ');
    also.append(`${t('mentions-count', { count: spans.length })} · ${howSure(record)}`);
    card.append(
      el(
        'div',
        { class: 'card-head' },
        el('p', { class: 'card-name', text: shorten(name, 90) }),
        el('span', { class: `pill ${lineClass(record.label)}`, text: typeName(record.label) }),
      ),
      also,
    );
    if (record.value) card.append(el('p', { class: 'card-value', text: record.value.text }));
    if (entity) card.append(...knowledge(app, entity, record, () => this.close()));
    if (spans.length > 1) {
      const ticks = strip(
        spans.map((span) => span.start),
        app.article.text.length,
        record.ordinal,
      );
      ticks.classList.add(...lineClass(record.label).split(' '));
      card.append(ticks);
    }
    card.append(this.mentionActions(card, record, spans.length));
  }

  /**
   * @param {HTMLElement} card
   * @param {MentionRecord} record
   * @param {number} count
   */
  mentionActions(card, record, count) {
    const { app } = this;
    const alone = count < 2;
    const everywhere = el('input', { type: 'checkbox' });
    const everywhereLabel = alone
      ? null
      : el('label', { class: 'everywhere' }, everywhere, ' ', t('corrections-for-all', { count }));
    const later = el('input', { type: 'checkbox' });
    const step = (/** @type {1 | -1} */ direction) => {
      const { pinned } = this;
      app.mentions.stepWithin(record, direction);
      // A pointer's focus shows no card by itself, and this one speaks of the mention before.
      const element = this.mentionOf(document.activeElement);
      if (element) this.showMention(element, pinned);
    };
    return el(
      'div',
      { class: 'card-actions' },
      button('‹', () => step(-1), { 'aria-label': t('mention-previous'), disabled: alone }),
      button('›', () => step(1), { 'aria-label': t('mention-next'), disabled: alone }),
      el('span', { class: 'gap' }),
      button(t('note'), () => this.note(record)),
      button(t('type'), () =>
        this.turn(
          card,
          typeChooser(app, record, everywhere.checked, () => this.close(), later),
        ),
      ),
      button(t('same-as'), () => void this.same(card, record)),
      button(t('not-an-entity'), () => this.reject(record, everywhere.checked, later.checked)),
      everywhereLabel,
      laterLabel(later),
    );
  }

  /** @param {{ start: number, end: number }} span */
  note(span) {
    const id = this.app.change(
      (core) => core.annotate(span.start, span.end, { colour: 'yellow' }),
      t('highlight-added'),
    );
    if (id) this.notes.edit(id, 'note');
  }

  /**
   * @param {MentionRecord} record
   * @param {boolean} everywhere
   * @param {boolean} later
   */
  reject(record, everywhere, later) {
    correct(this.app, record, { kind: 'reject', everywhere }, later, t('entity-removed'));
    this.app.article.root.focus({ preventScroll: true });
  }

  /**
   * @param {HTMLElement} card
   * @param {MentionRecord} record
   */
  async same(card, record) {
    const { app } = this;
    const module = await lazily(app, () => import('../see/same.js'));
    if (!module || !card.isConnected) return;
    const chooser = module.sameAsChooser(app, record, () => this.close());
    this.turn(card, chooser);
  }

  /**
   * Turns the card over to a chooser.
   * @param {HTMLElement} card
   * @param {HTMLElement} chooser
   */
  turn(card, chooser) {
    this.pinned = true;
    card.replaceChildren(chooser);
    this.app.float.place();
    /** @type {HTMLElement | null} */ (chooser.querySelector('input[type=text], button'))?.focus();
  }
}

/**
 * Who says so, and how sure the machine is; its scores are calibrated, those of rules are not.
 * @param {MentionRecord} record
 */
function howSure({ source, score }) {
  if (source === 'reader') return t('sure-corrected');
  if (source === 'taught') return t('sure-taught');
  if (source === 'rule') return t('sure-rule');
  const percent = Math.round(score * 100);
  return percent > 99 ? t('sure-most') : t('sure-percent', { percent });
}

/**
 * One box about all rectangles of a place, as wide as the last.
 * @param {DOMRect[]} rects
 * @returns {import('./float.js').Box | undefined}
 */
function box(rects) {
  const first = rects[0];
  const last = rects.at(-1);
  if (!first || !last) return undefined;
  return { top: first.top, bottom: last.bottom, left: last.left, right: last.right };
}
