// Owns the palette: one field that finds every command, article, entity, heading and note by some of their
// letters. Invariants: what is selected in the text is selected again when a command runs; the field keeps the
// focus, and a screen reader hears the option that Enter would take.

import { t } from '../view/catalogue.js';

import { el, shorten } from '../view/dom.js';
import { lineClass, typeName } from '../view/labels.js';
import { stylesheet } from '../view/lazy.js';
import { inWords } from '../view/notewords.js';
import { nameOf, spelled } from './spelled.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/keys.js').Parts} Parts */
/**
 * @typedef {{ name: string, kind: string, run: () => unknown, keys?: string[], detail?: string, line?: string,
 *   of?: 'command' | 'article' }} Item those `of` something are there before anything is typed
 */

/** So many are shown at a time; further letters narrow them down. */
const SHOWN = 50;

/** @type {Everything | undefined} */
let shown;

/**
 * @param {App} app
 * @param {Parts} parts
 */
export async function show(app, parts) {
  await stylesheet('work/work.css');
  shown ??= new Everything(app, parts);
  shown.show();
}

class Everything {
  /**
   * @param {App} app
   * @param {Parts} parts
   */
  constructor(app, parts) {
    this.app = app;
    this.parts = parts;
    /** @type {Item[]} */
    this.items = [];
    /** @type {Item[]} */
    this.found = [];
    this.at = 0;
    /** What was selected when it opened. @type {{ start: number, end: number } | undefined} */
    this.selected = undefined;
    this.list = el('ul', {
      id: 'everything-list',
      class: 'everything-list',
      role: 'listbox',
      'aria-label': t('everything-found'),
      // The field keeps the focus.
      mousedown: (/** @type {Event} */ event) => event.preventDefault(),
      click: (/** @type {Event} */ event) => this.clicked(event),
    });
    this.input = el('input', {
      type: 'text',
      class: 'field',
      role: 'combobox',
      'aria-label': t('everything'),
      'aria-controls': 'everything-list',
      'aria-expanded': 'true',
      'aria-autocomplete': 'list',
      placeholder: t('everything-ask'),
      autocomplete: 'off',
      spellcheck: 'false',
      input: () => this.look(),
      keydown: (/** @type {KeyboardEvent} */ event) => this.pressed(event),
    });
    this.count = el('p', { class: 'visually-hidden', role: 'status' });
    this.dialog = el(
      'dialog',
      {
        class: 'card everything',
        'aria-label': t('everything'),
        click: (/** @type {Event} */ event) => {
          if (event.target === this.dialog) this.dialog.close();
        },
      },
      this.input,
      this.count,
      this.list,
    );
    document.body.append(this.dialog);
  }

  show() {
    if (this.dialog.open) return;
    const { toolbar } = this.parts;
    this.selected =
      this.app.article.selected() ?? (this.app.float.shows(toolbar.element) ? toolbar.span : undefined);
    this.items = this.gather();
    this.input.value = '';
    this.dialog.showModal();
    this.input.focus();
    this.look();
  }

  /** @returns {Item[]} all that can be found now */
  gather() {
    const { app } = this;
    const { article, commands } = app;
    const headings = article.blocks.filter(({ kind }) => kind === 'title' || kind === 'heading');
    const notes = app.annotations.filter(({ kind }) => kind !== 'correction');
    return [
      ...commands
        .available()
        .filter(({ listed }) => listed !== false)
        .map(({ id, run }) => ({
          name: nameOf(id),
          run: () => run(),
          kind: t('kind-command'),
          of: 'command',
          keys: commands.keysOf(id),
        })),
      ...commands.sources.flatMap(({ kind, items }) =>
        items().map((item) => ({ ...item, kind: t(`kind-${kind}`), of: kind })),
      ),
      ...app.entities.map((entity) => ({
        name: entity.name,
        kind: typeName(entity.label),
        line: lineClass(entity.label),
        detail: entity.aliases.join(' '),
        run: () => this.toEntity(entity),
      })),
      ...headings.map((block) => ({
        name: article.slice(block),
        kind: t('kind-heading'),
        run: () => this.toPlace(block),
      })),
      ...notes.map((one) => ({
        name: inWords(one, 200),
        kind: t(one.note ? 'kind-note' : 'kind-highlight'),
        detail: `${one.note ? one.quote : ''} ${one.tags.map((tag) => `#${tag}`).join(' ')}`,
        run: () => this.parts.notes.toPassage(one.id),
      })),
    ];
  }

  /** @param {import('../view/labels.js').EntityRecord} entity */
  toEntity({ mentions }) {
    const [first] = mentions;
    if (first && !this.app.mentions.focus(first.start)) this.toPlace(first);
  }

  /** @param {{ start: number, end: number }} place */
  toPlace({ start, end }) {
    const { app } = this;
    app.last = { start, end: start };
    app.article.reveal(start, end);
    app.article.root.focus({ preventScroll: true });
  }

  /** Lists what the letters find. */
  look() {
    const words = fold(this.input.value).split(' ').filter(Boolean);
    const scored = this.items.flatMap((item, index) => {
      const score = rate(item, words);
      return score > 0 ? [{ item, score, index }] : [];
    });
    scored.sort((a, b) => b.score - a.score || a.index - b.index);
    this.found = scored.slice(0, SHOWN).map(({ item }) => item);
    this.at = 0;
    this.list.replaceChildren(...this.found.map((item, index) => option(item, index)));
    this.list.scrollTop = 0;
    const all = scored.length;
    const nothing = t('everything-none');
    this.count.textContent = all === 0 ? nothing : t('everything-count', { count: all });
    if (all === 0)
      this.list.append(el('li', { class: 'hint', role: 'option', 'aria-disabled': 'true', text: nothing }));
    this.mark();
  }

  /** Shows which option Enter would take. */
  mark() {
    [...this.list.children].forEach((option, index) =>
      option.setAttribute('aria-selected', String(index === this.at && this.found.length > 0)),
    );
    if (this.found.length === 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `everything-${this.at}`);
    this.list.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing) return;
    const last = this.found.length - 1;
    const to = {
      ArrowDown: this.at < last ? this.at + 1 : 0,
      ArrowUp: this.at > 0 ? this.at - 1 : last,
      PageDown: Math.min(last, this.at + 8),
      PageUp: Math.max(0, this.at - 8),
    }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      this.at = to;
      this.mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.take(this.found[this.at]);
    }
  }

  /** @param {Event} event */
  clicked(event) {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option) this.take(this.found[[...this.list.children].indexOf(option)]);
  }

  /** @param {Item | undefined} item */
  take(item) {
    if (!item) return;
    this.dialog.close();
    const { selected } = this;
    if (selected) this.app.article.select(selected.start, selected.end);
    item.run();
  }
}

/**
 * @param {Item} item
 * @param {number} index
 */
function option({ name, kind, of, keys = [], line }, index) {
  return el(
    'li',
    { role: 'option', id: `everything-${index}`, class: 'everything-item' },
    el('span', { class: line ? `everything-name ${line}` : 'everything-name', text: shorten(name, 90) }),
    el(
      'span',
      { class: 'everything-kind' },
      ...(keys.length > 0
        ? keys.map((key) => el('kbd', { text: spelled(key) }))
        : [of === 'command' ? '' : kind]),
    ),
  );
}

/**
 * How well every word answers; nothing when one does not. The beginnings of words count most, letters in order
 * within one word least; names before what else is said of a thing.
 * @param {Item} item
 * @param {string[]} words
 */
function rate(item, words) {
  if (words.length === 0) return item.of ? 1 : 0;
  const name = fold(item.name);
  const rest = fold(`${item.kind} ${item.detail ?? ''}`);
  let sum = 0;
  for (const word of words) {
    const score = Math.max(rateWord(name, word) * 2, rateWord(rest, word));
    if (score === 0) return 0;
    sum += score;
  }
  return sum + (name.startsWith(words.join(' ')) ? 4 : 0) + 10 / (10 + name.length);
}

/**
 * @param {string} text
 * @param {string} word
 */
function rateWord(text, word) {
  if (text.startsWith(word) || text.includes(` ${word}`)) return 4;
  if (text.includes(word)) return 2;
  return word.length > 2 && text.split(' ').some((one) => inOrder(one, word)) ? 1 : 0;
}

/**
 * Whether a word begins like the other and has its letters, in order.
 * @param {string} text
 * @param {string} word
 */
function inOrder(text, word) {
  if (text[0] !== word[0]) return false;
  let at = 0;
  for (const letter of text) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** @param {string} text without case, accents and punctuation */
function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
