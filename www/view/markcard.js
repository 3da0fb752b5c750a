// Owns the part of a card that is the reader's: the marks on a place, each with what can be done to it.

import { t } from './catalogue.js';
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
    { class: 'card-marks', 'aria-label': t('marks-here') },
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
    const id = app.change((core) => core.merge(ids), t('marks-merged', { count: ids.length }));
    if (id) app.marks.activate(id);
  };
  return [
    button(t('merge'), merge, {
      'aria-label': t('merge-named', { count: ids.length, quote: shorten(first.quote, 40) }),
      title: t('merge-title'),
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
  const what = t('quoted', { what: shorten(mark.quote, 40) });
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
      button(t('note'), () => toNote('note'), { 'aria-label': t('note-on', { what }) }),
      button(t('tag'), () => toNote('tags'), { 'aria-label': t('tag-named', { what }) }),
      button(t('delete'), () => app.change((core) => core.remove(mark.id), removed(mark)), {
        'aria-label': t('delete-named', { what }),
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
      click: () => app.change((core) => core.update(id, { colour }), t('colour-changed')),
    }),
  );
  return el('div', { class: 'swatches', role: 'group', 'aria-label': t('colour') }, ...colours);
}

/** @param {AnnotationRecord} annotation */
export function removed(annotation) {
  return t(annotation.note ? 'note-removed' : 'highlight-removed');
}
