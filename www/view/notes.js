// Owns the notes panel: in the margin beside their passages where there is room, else as a list in a sheet.
// Invariants: the order is that of the document; notes never overlap; what lost its place is listed apart.

import { number, t } from './catalogue.js';
import { byId, button, el } from './dom.js';
import { lazily } from './lazy.js';
import { Filter } from './filter.js';
import { Note } from './note.js';
import { Reattach } from './reattach.js';
import { settle } from './settle.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./app.js').App} App */

const MARGIN = matchMedia('(min-width: 1100px)');
/** More notes than this do not glide to their places: each frame of that would lay out and paint them all. */
const GLIDING = 40;
/** Of more notes only those near the window stand on the page (`nearby.js`). */
const MANY = 300;

export class Notes {
  /**
   * @param {App} app
   * @param {{ open: (name: 'notes') => void, close: () => boolean }} sheets
   */
  constructor(app, sheets) {
    this.app = app;
    this.sheets = sheets;
    this.reattach = new Reattach(app, sheets);
    /** @type {Map<string, Note>} */
    this.notes = new Map();
    this.frame = 0;
    /** @type {import('../work/nearby.js').Nearby | undefined} */
    this.nearby = undefined;
    this.filters = new Filter(app, {
      changed: () => this.show(),
      left: () => app.article.root.focus({ preventScroll: true }),
    });
    /** What is done to several of them, once there are several. @type {import('../work/bulk.js').Bulk | undefined} */
    this.bulk = undefined;
    this.whole = el(
      'div',
      { class: 'selects several' },
      button(t('note-on-whole'), () => this.onWhole(), { class: 'quiet' }),
      el(
        'div',
        { class: 'pair' },
        button(t('colours'), () => void this.colours(), {
          class: 'quiet',
          'aria-haspopup': 'dialog',
          title: t('colours-title'),
        }),
        button(t('history'), () => void this.history(), { class: 'quiet', 'aria-haspopup': 'dialog' }),
      ),
    );
    this.wholeList = el('ul', { class: 'note-list whole', 'aria-label': t('notes-on-whole') });
    this.count = el('p', { class: 'notes-count', role: 'status' });
    this.lostList = el('ul', { class: 'note-list' });
    this.lost = el('details', { class: 'lost', hidden: true }, el('summary', {}), this.lostList);
    this.invited = button(t('tour'), () => void app.commands.run('tour'), {
      class: 'quiet tour-button',
    });
    this.hint = el('div', { class: 'hint' }, el('p', { text: t('notes-none') }), this.invited);
    this.tools = el('div', { class: 'notes-tools' }, ...this.filters.nodes);
    this.list = el('ul', { class: 'note-list beside', 'aria-label': t('notes-in-order') });
    this.root = byId('notes');
    const title = el('h2', { class: 'sheet-title', text: t('notes-sheet') });
    this.head = el(
      'div',
      { class: 'notes-head' },
      title,
      this.tools,
      this.count,
      this.whole,
      this.wholeList,
      this.lost,
      this.hint,
    );
    this.root.append(this.head, this.list);
    app.on('article', () => this.clear());
    app.on('annotations', () => this.show());
    app.on('filled', () => this.layout());
    app.on('active', () => this.layout());
    app.on('leave', () => this.flush());
    MARGIN.addEventListener('change', () => this.layout());
    new ResizeObserver(() => this.layout()).observe(app.article.root);
    addEventListener('resize', () => this.layout());
    addEventListener('pagehide', () => this.flush());
    addEventListener('blur', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
  }

  clear() {
    this.flush();
    this.notes.clear();
    this.list.replaceChildren();
    this.lostList.replaceChildren();
    this.wholeList.replaceChildren();
    this.filters.clear();
  }

  /** Gives everything typed to the core. */
  flush() {
    for (const note of this.notes.values()) note.flush();
  }

  /** Shows the annotations as the core and the filters say. */
  show() {
    const all = this.app.annotations.filter((a) => a.kind !== 'correction');
    const ids = new Set(all.map((a) => a.id));
    for (const [id, note] of this.notes) {
      if (ids.has(id) || note.waiting) continue;
      note.element.remove();
      this.notes.delete(id);
    }
    this.filters.offer(all);
    const found = this.filters.found();
    if (all.length > MANY && !this.nearby) void this.crowd();
    const near = this.nearby?.chosen(all, this.list);
    /** @type {AnnotationRecord[]} */
    const matching = [];
    let shown = 0;
    let lost = 0;
    /** @type {Map<HTMLElement, Element | null>} */
    const next = new Map([
      [this.list, this.list.firstElementChild],
      [this.lostList, this.lostList.firstElementChild],
      [this.wholeList, this.wholeList.firstElementChild],
    ]);
    for (const annotation of all) {
      const home = this.home(annotation);
      if (home === this.lostList) lost += 1;
      const matches = found === undefined || found.has(annotation.id);
      if (matches) matching.push(annotation);
      const present = this.notes.get(annotation.id);
      const match = matches || present?.editing;
      if (match) shown += 1;
      const far = near ? !near(annotation, home, matches) : this.notes.size >= MANY && !present;
      if (far && !present?.editing && !present?.waiting) {
        if (present) this.takeAway(present, next);
        continue;
      }
      const note = this.note(annotation);
      note.element.hidden = !match;
      // A note that leaves a list may be the one before which the next there was to stand.
      for (const [list, place] of next) if (place === note.element) next.set(list, place.nextElementSibling);
      if (note.element.parentElement !== home) note.element.style.removeProperty('top');
      const place = next.get(home) ?? null;
      const stands = note.element.parentElement === home && note.element.nextElementSibling === place;
      if (!stands) home.insertBefore(note.element, place);
    }
    this.lost.hidden = lost === 0;
    const summary = this.lost.querySelector('summary');
    if (summary) summary.textContent = t('notes-lost', { count: lost });
    this.tools.hidden = all.length === 0;
    this.whole.hidden = !this.app.open;
    if (all.length > 1 && !this.bulk) void this.gang();
    this.bulk?.show(matching);
    this.hint.hidden = all.length > 0;
    this.invited.hidden = this.app.setting('tour') === 'done';
    const filtered = shown < all.length;
    this.head.classList.toggle('filtered', filtered);
    this.count.textContent = !filtered
      ? ''
      : shown === 0
        ? t('nothing-found')
        : t('count-of', { count: number(shown), all: number(all.length) });
    this.nearby?.offer(matching.length);
    this.layout();
  }

  /** There are several notes to do something to. */
  async gang() {
    const module = await lazily(this.app, () => import('../work/bulk.js'));
    if (!module || this.bulk) return;
    this.bulk = new module.Bulk(this.app, (choosing) => {
      this.root.classList.toggle('choosing', choosing);
      this.show();
    });
    this.tools.append(this.bulk.root);
    this.show();
  }

  /** There are many notes from now on. */
  async crowd() {
    const module = await lazily(this.app, () => import('../work/nearby.js'));
    if (!module || this.nearby) return;
    this.nearby = new module.Nearby(this.app, MARGIN, MANY, () => this.show());
    this.root.append(this.nearby.button);
    this.show();
  }

  /**
   * A note far from the window goes; what was to stand before it stands before what follows.
   * @param {Note} note
   * @param {Map<HTMLElement, Element | null>} next
   */
  takeAway({ id, element }, next) {
    for (const [list, place] of next) if (place === element) next.set(list, element.nextElementSibling);
    element.remove();
    this.notes.delete(id);
  }

  /** The note of an annotation, also of one far from the window. @param {string} id */
  ensure(id) {
    if (!this.notes.has(id)) this.nearby?.keep(id);
    return this.notes.get(id);
  }

  /** @param {AnnotationRecord} annotation */
  note(annotation) {
    const present = this.notes.get(annotation.id);
    if (present) {
      present.show(annotation);
      return present;
    }
    const note = new Note(this.app, annotation, {
      show: (id) => this.toPassage(id),
      tag: (tag) => this.only(tag),
      moved: () => this.layout(),
      choose: (id, chosen) => this.bulk?.choose(id, chosen),
      follow: (address) => void this.follow(address),
      reattach: this.reattach,
    });
    this.notes.set(annotation.id, note);
    return note;
  }

  /** Where a note is listed. @param {AnnotationRecord} annotation */
  home({ place, start }) {
    if (place === 'whole') return this.wholeList;
    return start < 0 || place === 'ambiguous' || place === 'orphan' ? this.lostList : this.list;
  }

  /** Writes a note on the article as a whole. */
  onWhole() {
    const id = this.app.change((core) => core.annotateWhole({}));
    if (id) this.edit(id, 'note');
  }

  /** @param {string} tag */
  only(tag) {
    this.filters.only(tag);
    this.show();
  }

  /**
   * Goes where a link in a note leads: to another note, an entity or an article.
   * @param {string} address
   */
  async follow(address) {
    const part = await lazily(this.app, () => import('../work/links.js'));
    part?.follow(this.app, this, address);
  }

  /** What the colours mean, and templates. */
  async colours() {
    const part = await lazily(this.app, () => import('../work/colours.js'));
    part?.colours(this.app).show();
  }

  /** What was done and can be taken back. */
  async history() {
    const part = await lazily(this.app, () => import('../work/past.js'));
    part?.past(this.app).show();
  }

  /** Puts the focus into the filter. */
  filter() {
    this.sheets.open('notes');
    if (this.tools.hidden) this.app.say(t('notes-none-yet'));
    else this.filters.query.focus({ preventScroll: true });
  }

  /**
   * From the text to the note.
   * @param {string} id
   */
  reveal(id) {
    this.app.marks.activate(id);
    const note = this.ensure(id);
    if (!note) return;
    this.place(id);
    if (MARGIN.matches) note.element.scrollIntoView({ block: 'nearest' });
  }

  /**
   * From the note to the text.
   * @param {string} id
   */
  toPassage(id) {
    const annotation = this.app.annotation(id);
    this.app.marks.activate(id);
    if (!annotation || annotation.start < 0) {
      this.app.say(t(annotation?.place === 'whole' ? 'note-is-on-whole' : 'note-is-lost'));
      return;
    }
    this.app.last = annotation;
    this.app.article.reveal(annotation.start, annotation.end);
    this.ensure(id);
    this.place(id);
  }

  /**
   * Opens a note for writing.
   * @param {string} id
   * @param {import('./markcard.js').Field} field
   */
  edit(id, field) {
    this.sheets.open('notes');
    const note = this.ensure(id);
    if (!note) return;
    note.element.hidden = false;
    this.app.marks.activate(id);
    this.place(id);
    note.edit(field);
    note.element.scrollIntoView({ block: 'nearest' });
    const { start, end } = note.annotation;
    if (!MARGIN.matches && start >= 0) this.app.article.reveal(start, end, this.root.offsetHeight + 20);
  }

  /** Lays the notes out before the next paint. */
  layout() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.place();
    });
  }

  /**
   * Each note stands at the height of its passage, pushed down in order where they would collide; the active
   * one has its true place, and those before it make room.
   * @param {string | undefined} [active]
   */
  place(active = this.app.marks.active) {
    const all = [...this.notes.values()].filter(
      (note) => note.element.parentElement === this.list && !note.element.hidden,
    );
    for (const note of this.notes.values()) note.element.classList.toggle('active', note.id === active);
    if (!MARGIN.matches) {
      for (const note of all) note.element.style.removeProperty('top');
      this.list.style.removeProperty('height');
      return;
    }
    all.sort((a, b) => a.annotation.start - b.annotation.start || a.annotation.end - b.annotation.end);
    const origin = this.list.getBoundingClientRect().top;
    const wanted = all.map((note) => {
      const rect = this.app.article.rects(note.annotation.start, note.annotation.end)[0];
      return Math.max(0, (rect?.top ?? origin) - origin);
    });
    const heights = all.map((note) => note.element.offsetHeight);
    const head = this.head.offsetHeight;
    const tops = settle(
      wanted,
      heights,
      all.findIndex((note) => note.id === active),
      head,
    );
    this.list.classList.toggle('crowded', all.length > GLIDING);
    all.forEach((note, index) => (note.element.style.top = `${tops[index] ?? 0}px`));
    const last = all.length - 1;
    this.list.style.height = last < 0 ? '0' : `${(tops[last] ?? 0) + (heights[last] ?? 0)}px`;
  }
}
