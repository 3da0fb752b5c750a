// Owns what helps to write a note: completion of tags, entities, notes and articles, a preview, templates.
// Invariant: it only puts text into the note's own fields, and tells the note that something was typed.

import { t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';
import { renderMarkdown } from '../view/markdown.js';
import { inWords } from '../view/notewords.js';
import { toArticle, toEntity, toNote } from './links.js';
import { templatesOf } from './templates.js';

export { ready } from './words.js';

/** @typedef {import('../view/note.js').Note} Note */
/** @typedef {{ name: string, kind: string, text: string }} Option what goes in for what was typed */
/** @typedef {{ from: number, options: Option[] }} Offer `from`: where in the field what is replaced begins */

/** So many are offered at a time. */
const OFFERED = 6;
/** What relations are called when nobody named one yet. */
const RELATIONS = ['supports', 'contradicts', 'explains', 'causes', 'same-as'];

let count = 0;

/** @param {Note} note */
export function enhance(note) {
  const { field, tagField, nameField } = note;
  if (!field || !tagField) return;
  void stylesheet('work/editor.css').catch(() => undefined);
  new Completion(note, field, (before) => linkOffer(note, before));
  new Completion(note, tagField, (before) => tagOffer(note, before));
  if (nameField) new Completion(note, nameField, (before) => nameOffer(note, before));
  note.extras?.append(templates(note, field), preview(note, field));
  field.placeholder = t('note-write-how');
}

/**
 * Texts to begin with: the chosen one goes in at the caret.
 * @param {Note} note
 * @param {HTMLTextAreaElement} field
 */
function templates(note, field) {
  const select = el(
    'select',
    {
      'aria-label': t('template-for', { what: note.what }),
      change: () => {
        const template = templatesOf(note.app)[Number(select.value)];
        select.value = '';
        if (!template) return;
        field.focus();
        field.setRangeText(template.text, field.selectionStart, field.selectionEnd, 'end');
        note.typed();
      },
    },
    el('option', { value: '', text: t('template') }),
    ...templatesOf(note.app).map(({ name }, index) => el('option', { value: index, text: name })),
  );
  return select;
}

/**
 * A button that shows how the note reads, below its field, while it is pressed.
 * @param {Note} note
 * @param {HTMLTextAreaElement} field
 */
function preview(note, field) {
  const shown = el('div', {
    class: 'note-preview note-body',
    'aria-label': t('preview'),
    role: 'region',
    hidden: true,
  });
  field.after(shown);
  const show = async () => {
    if (shown.hidden) return;
    const text = field.value;
    const fragment = text.trim() === '' ? t('preview-nothing') : ((await renderMarkdown(text)) ?? text);
    if (field.value === text) shown.replaceChildren(fragment);
    note.panel.moved();
  };
  field.addEventListener('input', show);
  const toggle = button(t('preview'), () => {
    shown.hidden = !shown.hidden;
    toggle.setAttribute('aria-pressed', String(!shown.hidden));
    void show();
    note.panel.moved();
  });
  toggle.setAttribute('aria-pressed', 'false');
  shown.addEventListener('click', (event) => note.linkClicked(event));
  return toggle;
}

/**
 * `@` and some letters offer entities; `[[` notes and articles.
 * @param {Note} note
 * @param {string} before what stands before the caret
 * @returns {Offer | undefined}
 */
function linkOffer({ app, id }, before) {
  const entity = /(?:^|[\s(])@([^\s@][^@\n]{0,40}|)$/.exec(before);
  if (entity) {
    const query = entity[1] ?? '';
    const names = app.entities.filter(({ family }) => family !== 'howMuch');
    const options = names.map(({ name }) => ({ name, kind: t('kind-entity'), text: toEntity(name) }));
    return { from: before.length - query.length - 1, options: answering(options, query) };
  }
  const link = /\[\[([^[\]\n]{0,60})$/.exec(before);
  if (!link) return undefined;
  const query = link[1] ?? '';
  const notes = app.annotations.filter((one) => one.kind !== 'correction' && one.id !== id);
  const options = [
    ...notes.map((one) => {
      const name = inWords(one);
      return { name, kind: t('kind-note'), text: toNote(one.id, name) };
    }),
    ...app.articles().map(({ id: article, title }) => ({
      name: title,
      kind: t('kind-article'),
      text: toArticle({ id: article, title }),
    })),
  ];
  return { from: before.length - query.length - 2, options: answering(options, query) };
}

/**
 * @param {Note} note
 * @param {string} before
 * @returns {Offer | undefined}
 */
function tagOffer({ app, tagField }, before) {
  const typed = /[^,;]*$/.exec(before)?.[0] ?? '';
  const query = typed.trim().replace(/^#+/, '');
  if (query === '') return undefined;
  const here = new Set((tagField?.value ?? '').split(/[,;]/).map((tag) => tag.trim().replace(/^#+/, '')));
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const tag of app.annotations.flatMap(({ tags }) => tags)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const tags = [...uses].filter(([tag]) => !here.has(tag)).sort((a, b) => b[1] - a[1]);
  const options = tags.map(([name, many]) => ({ name, kind: `${many}×`, text: `${name}, ` }));
  const lead = typed.length - typed.trimStart().length;
  return { from: before.length - typed.length + lead, options: answering(options, query) };
}

/**
 * @param {Note} note
 * @param {string} before
 * @returns {Offer | undefined}
 */
function nameOffer({ app, id }, before) {
  const names = app.annotations.flatMap((one) => (one.relation && one.id !== id ? [one.relation] : []));
  const options = [...new Set([...names, ...RELATIONS.map((name) => t(`relates-${name}`))])].map((name) => ({
    name,
    kind: '',
    text: name,
  }));
  return { from: 0, options: answering(options, before).filter(({ name }) => name !== before) };
}

/**
 * Those of which a word begins with what was typed, before those that have it elsewhere.
 * @param {Option[]} options
 * @param {string} query
 */
function answering(options, query) {
  const wanted = plain(query.trim());
  const begins = options.filter(({ name }) => ` ${plain(name)}`.includes(` ${wanted}`));
  const has = options.filter((option) => !begins.includes(option) && plain(option.name).includes(wanted));
  return [...begins, ...has].slice(0, OFFERED);
}

/** @param {string} text */
function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A list below a field of what could be meant. */
class Completion {
  /**
   * @param {Note} note
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {(before: string) => Offer | undefined} offer
   */
  constructor(note, field, offer) {
    this.note = note;
    this.field = field;
    this.offer = offer;
    /** @type {Offer | undefined} */
    this.offered = undefined;
    this.at = -1;
    count += 1;
    this.id = `completion-${count}`;
    this.list = el('ul', {
      id: this.id,
      class: 'completion',
      role: 'listbox',
      'aria-label': t('completions'),
      hidden: true,
      // The field keeps the focus.
      mousedown: (/** @type {Event} */ event) => event.preventDefault(),
      click: (/** @type {Event} */ event) => {
        const item = event.target instanceof Element ? event.target.closest('[role=option]') : null;
        if (item) this.take([...this.list.children].indexOf(item));
      },
    });
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.id);
    field.after(this.list);
    field.addEventListener('input', () => this.look());
    field.addEventListener('blur', () => this.close());
    field.addEventListener('keydown', (event) => this.pressed(/** @type {KeyboardEvent} */ (event)));
    // Who types faster than this came is helped with what stands there.
    if (note.written && field === document.activeElement) this.look();
  }

  look() {
    const { field } = this;
    const caret = field.selectionStart ?? 0;
    const offered = caret === field.selectionEnd ? this.offer(field.value.slice(0, caret)) : undefined;
    if (!offered || offered.options.length === 0) return this.close();
    this.offered = offered;
    // A note's text and a new tag may be what was typed: nothing is taken unless the reader goes there.
    this.at = field === this.note.field ? 0 : -1;
    this.list.replaceChildren(
      ...offered.options.map(({ name, kind }, index) =>
        el(
          'li',
          { role: 'option', id: `${this.id}-${index}` },
          el('span', { text: shorten(name, 60) }),
          el('span', { class: 'place', text: kind }),
        ),
      ),
    );
    this.list.hidden = false;
    this.mark();
    this.note.panel.moved();
    return undefined;
  }

  mark() {
    [...this.list.children].forEach((item, index) =>
      item.setAttribute('aria-selected', String(index === this.at)),
    );
    if (this.at < 0) this.field.removeAttribute('aria-activedescendant');
    else this.field.setAttribute('aria-activedescendant', `${this.id}-${this.at}`);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { offered } = this;
    if (!offered || event.isComposing) return;
    const last = offered.options.length - 1;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      this.at = this.at + step > last ? 0 : this.at + step < 0 ? last : this.at + step;
      this.mark();
    } else if (event.key === 'Escape') this.close();
    else if (
      (event.key === 'Enter' || event.key === 'Tab') &&
      this.at >= 0 &&
      !event.ctrlKey &&
      !event.metaKey
    ) {
      this.take(this.at);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} index */
  take(index) {
    const { field, offered } = this;
    const option = offered?.options[index];
    if (!offered || !option) return;
    field.setRangeText(option.text, offered.from, field.selectionStart ?? 0, 'end');
    this.close();
    this.note.typed();
  }

  close() {
    if (!this.offered) return;
    this.offered = undefined;
    this.list.hidden = true;
    this.field.removeAttribute('aria-activedescendant');
    this.note.panel.moved();
  }
}
