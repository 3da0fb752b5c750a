// Owns the keyboard: what each key does and the map that says so. Invariant: single letters rest while the
// reader types and when they are switched off; keys with Ctrl or Cmd and Escape always work.

import { button, byId, el, isField } from './dom.js';
import { COLOURS } from './labels.js';

/** @typedef {import('./app.js').App} App */
/**
 * @typedef {{
 *   app: App,
 *   toolbar: import('./toolbar.js').Toolbar,
 *   notes: import('./notes.js').Notes,
 *   card: import('./card.js').Card,
 *   sheets: import('./sheets.js').Sheets,
 * }} Parts
 */

const MAP = [
  ['j  k', 'Next, previous of your marks and notes'],
  [']  [', 'Next, previous entity'],
  ['n  p', 'Next, previous mention of this entity'],
  ['Shift + arrows', 'Select from where you are; with Ctrl or Alt by words'],
  ['h', 'Highlight the selection or the entity'],
  ['1 – 5', 'The same in yellow, green, blue, red, violet; or change the mark’s colour'],
  ['m  Enter', 'Write a note; Enter on an entity opens its card'],
  ['t', 'Tag'],
  ['Delete', 'Delete the mark you are on'],
  ['e', 'Lines under entities on or off'],
  ['/', 'Filter the notes'],
  ['z  Ctrl + Z', 'Undo'],
  ['Ctrl + Shift + Z', 'Redo'],
  ['Ctrl + V', 'Open what you copied as an article'],
  ['Tab', 'Into the card or the toolbar'],
  ['Escape', 'Close the top thing, one at a time'],
  ['?', 'This map'],
];

export class Keys {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.app = parts.app;
    this.letters = this.app.setting('keys') !== 'off';
    this.dialog = this.map();
    document.body.append(this.dialog);
    byId('keys-button').addEventListener('click', () => this.dialog.showModal());
    document.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.defaultPrevented || event.isComposing || this.dialog.open) return;
    // Another dialog closes by itself, and what lies behind it stays as it is.
    const behind = document.querySelector('dialog[open]') !== null;
    if (event.key === 'Escape') {
      if (!behind) this.escape();
      return;
    }
    if (isField(event.target)) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) this.app.redo();
      else this.app.undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !this.letters || behind) return;
    if (this.act(event.key, event.target)) event.preventDefault();
  }

  /** Closes the top thing, one at a time. */
  escape() {
    const { app, notes, sheets } = this.parts;
    if (app.float.close()) return;
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed && app.article.selected()) {
      selection.collapseToEnd();
      return;
    }
    if (sheets.close() || notes.reattach.cancel()) return;
    app.marks.activate(undefined);
  }

  /**
   * @param {string} key
   * @param {EventTarget | null} target
   * @returns {boolean} whether the key means something here
   */
  act(key, target) {
    const { app, toolbar, notes } = this.parts;
    const colour = COLOURS[Number(key) - 1]?.colour;
    if (colour && /^[1-5]$/.test(key)) return this.mark(colour);
    switch (key) {
      case 'j':
      case 'k':
        return this.stepMark(key === 'j' ? 1 : -1);
      case ']':
      case '[':
        app.mentions.step(key === ']' ? 1 : -1);
        return true;
      case 'n':
      case 'p':
        return this.stepWithin(key === 'n' ? 1 : -1);
      case 'h':
        return this.mark(toolbar.colour);
      case 'Enter':
        if (target instanceof Element && target.closest('button, a, summary, select, input, label, .mention'))
          return false;
        return this.write('note');
      case 'm':
        return this.write('note');
      case 't':
        return this.write('tags');
      case 'Delete':
      case 'Backspace':
        return this.remove();
      case 'e':
        app.draw(app.off, !app.lines);
        app.say(app.lines ? 'Lines on' : 'Lines off');
        return true;
      case '/':
        notes.filter();
        return true;
      case 'z':
        app.undo();
        return true;
      case '?':
        this.dialog.showModal();
        return true;
      default:
        return false;
    }
  }

  /** @param {import('./labels.js').Colour} colour */
  mark(colour) {
    const { app, toolbar } = this.parts;
    if (toolbar.highlight(colour)) return true;
    const { active } = app.marks;
    if (active) app.change((core) => core.update(active, { colour }), 'Colour changed');
    else app.say('Select a passage first');
    return true;
  }

  /** @param {'note' | 'tags'} field */
  write(field) {
    const { app, toolbar, notes } = this.parts;
    if (toolbar.note(field)) return true;
    if (app.marks.active) notes.edit(app.marks.active, field);
    else app.say('Select a passage first');
    return true;
  }

  remove() {
    const { app } = this;
    const mark = app.marks.active ? app.annotation(app.marks.active) : undefined;
    if (!mark) return false;
    app.change((core) => core.remove(mark.id), mark.note ? 'Note removed' : 'Highlight removed');
    return true;
  }

  /** @param {1 | -1} direction */
  stepMark(direction) {
    const { app, notes, card } = this.parts;
    const list = app.marks.list().sort((a, b) => a.start - b.start || a.end - b.end);
    const index = list.findIndex((mark) => mark.id === app.marks.active);
    const here = app.place().start;
    const next =
      index >= 0
        ? list[index + direction]
        : direction > 0
          ? list.find((mark) => mark.start >= here)
          : list.findLast((mark) => mark.end <= here);
    if (!next) {
      app.say(list.length === 0 ? 'No marks yet' : direction > 0 ? 'No further mark' : 'No earlier mark');
      return true;
    }
    app.article.root.focus({ preventScroll: true });
    notes.toPassage(next.id);
    card.showMark(next);
    app.say(`${next.note ? 'Note' : 'Highlight'}: ${next.quote.slice(0, 80)}`);
    return true;
  }

  /** @param {1 | -1} direction */
  stepWithin(direction) {
    const { app } = this;
    const focused = document.activeElement ? app.mentions.records.get(document.activeElement) : undefined;
    const shown = focused ?? app.mentions.records.get(this.parts.card.owner ?? document.body);
    if (shown) app.mentions.stepWithin(shown, direction);
    else app.say('Go to an entity first');
    return true;
  }

  map() {
    const letters = el('input', { type: 'checkbox', change: () => this.switch(letters.checked) });
    letters.checked = this.letters;
    const dialog = el(
      'dialog',
      { class: 'card keys', 'aria-label': 'Keys' },
      el('p', { class: 'card-name', text: 'Keys' }),
      el(
        'table',
        {},
        el('caption', { class: 'visually-hidden', text: 'What each key does' }),
        el('tbody', {}, ...MAP.map(([keys, what]) => row(keys ?? '', what ?? ''))),
      ),
      el('label', { class: 'check' }, letters, ' Single-letter keys'),
      el(
        'div',
        { class: 'card-actions' },
        el('span', { class: 'gap' }),
        button('Close', () => dialog.close()),
      ),
    );
    return dialog;
  }

  /** @param {boolean} on */
  switch(on) {
    this.letters = on;
    this.app.keep('keys', on ? null : 'off');
  }
}

/**
 * @param {string} keys
 * @param {string} what
 */
function row(keys, what) {
  const names = keys.split('  ').map((key) => el('kbd', { text: key }));
  return el('tr', {}, el('th', { scope: 'row' }, ...names), el('td', { text: what }));
}
