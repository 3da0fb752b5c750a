// Owns the part of a card that is the reader's: the marks on a place, each with what can be done to it.

import { button, el, shorten } from './dom.js';
import { COLOURS } from './labels.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./labels.js').Colour} Colour */
/** @typedef {import('./app.js').App} App */
/** @typedef {'note' | 'tags' | 'relation'} Field what of a note is written */
/** @typedef {{ edit: (id: string, field: 'note' | 'tags') => void, show: (id: string) => void }} Notes */

/**
 * @param {App} app
 * @param {AnnotationRecord[]} marks
 * @param {Notes} notes
 */
export function markList(app, marks, notes) {
  return el(
    'ul',
    { class: 'card-marks', 'aria-label': 'Your marks here' },
    ...marks.map((mark) => markItem(app, mark, notes)),
    ...merger(app, marks).map((node) => el('li', { class: 'card-actions' }, node)),
  );
}

/**
 * A button that makes one mark of several, where that can be.
 * @param {App} app
 * @param {AnnotationRecord[]} marks
 * @returns {Node[]}
 */
export function merger(app, marks) {
  const sure = marks.filter(isMergeable);
  const [first] = sure;
  if (!first || sure.length !== marks.length || sure.length < 2) return [];
  const ids = sure.map((mark) => mark.id);
  const merge = () => {
    app.float.close();
    const id = app.change((core) => core.merge(ids), `${ids.length} made one`);
    if (id) app.marks.activate(id);
  };
  return [
    button('Merge', merge, {
      'aria-label': `Merge ${ids.length} overlapping marks into one, from “${shorten(first.quote, 40)}”`,
      title: 'Make one of the overlapping marks',
    }),
  ];
}

/** @param {AnnotationRecord} mark */
export function isMergeable({ kind, place, ends }) {
  return (
    (kind === 'highlight' || kind === 'note') && (place === 'exact' || place === 'moved') && ends.length === 0
  );
}

/**
 * @param {App} app
 * @param {AnnotationRecord} mark
 * @param {Notes} notes
 */
function markItem(app, mark, notes) {
  const what = `“${shorten(mark.quote, 40)}”`;
  /** @param {'show' | 'note' | 'tags'} field */
  const toNote = (field) => {
    app.float.close({ focus: false });
    if (field === 'show') notes.show(mark.id);
    else notes.edit(mark.id, field);
  };
  return el(
    'li',
    { class: `card-mark ${mark.colour ?? 'plain'}` },
    el('button', { type: 'button', class: 'passage', text: what, click: () => toNote('show') }),
    mark.note ? el('p', { class: 'card-also', text: shorten(mark.note, 120) }) : null,
    el(
      'div',
      { class: 'card-actions' },
      swatches(app, what, mark.id, mark.colour),
      el('span', { class: 'gap' }),
      button('Note', () => toNote('note'), { 'aria-label': `Note on ${what}` }),
      button('Tag', () => toNote('tags'), { 'aria-label': `Tag ${what}` }),
      button('Delete', () => app.change((core) => core.remove(mark.id), removed(mark)), {
        'aria-label': `Delete ${what}`,
      }),
    ),
  );
}

/**
 * The five colours of a mark, as buttons.
 * @param {App} app
 * @param {string} what
 * @param {string} id
 * @param {Colour | undefined} present
 */
export function swatches(app, what, id, present) {
  const colours = COLOURS.map(({ colour, name }) =>
    el('button', {
      type: 'button',
      class: `swatch ${colour}`,
      'aria-label': `${app.colourName(colour, name)}: ${what}`,
      'aria-pressed': String(present === colour),
      title: app.colourName(colour, name),
      click: () => app.change((core) => core.update(id, { colour }), 'Colour changed'),
    }),
  );
  return el('div', { class: 'swatches', role: 'group', 'aria-label': 'Colour' }, ...colours);
}

/** @param {AnnotationRecord} annotation */
export function removed(annotation) {
  return annotation.note ? 'Note removed' : 'Highlight removed';
}
