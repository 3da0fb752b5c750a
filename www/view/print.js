// Owns what paper needs that the screen does not: a number after each passage with a note, and on the note.
// Invariant: a number is an empty element that the style sheet fills, so that the text of a block stays its text;
// after printing nothing of it is left.

import { el } from './dom.js';

/**
 * @param {import('./app.js').App} app
 * @param {import('./notes.js').Notes} notes
 */
export function printing(app, notes) {
  /** @type {Element[]} */
  let put = [];
  const clear = () => {
    for (const mark of put) {
      const block = mark.parentElement;
      mark.remove();
      block?.normalize();
    }
    put = [];
    for (const note of notes.notes.values()) delete note.element.dataset['number'];
  };
  addEventListener('beforeprint', () => {
    clear();
    const noted = app.marks
      .list()
      .filter((mark) => mark.note || mark.tags.length > 0 || mark.kind === 'relation')
      .sort((a, b) => a.start - b.start || a.end - b.end);
    noted.forEach(({ id, end }, index) => {
      const place = app.article.pointAt(end);
      const note = notes.notes.get(id);
      if (!place || !note) return;
      const number = String(index + 1);
      const mark = el('sup', { class: 'number', 'data-number': number });
      const range = document.createRange();
      range.setStart(place.node, place.offset);
      range.insertNode(mark);
      put.push(mark);
      note.element.dataset['number'] = number;
    });
  });
  addEventListener('afterprint', clear);
}
