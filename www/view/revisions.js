// Owns the other texts of a note: what another window, device or file had in its place. Invariant: each is
// shown whole, and goes only when the reader says so.

import { button, el } from './dom.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */

/**
 * What stands under a note that has other texts; nothing where there is none.
 * @param {App} app
 * @param {AnnotationRecord} annotation
 * @param {string} what the passage, in quotes
 */
export function revisions(app, annotation, what) {
  return annotation.revisions.map((revision, index) => {
    const settle = (/** @type {boolean} */ take) =>
      app.change(
        (core) => core.settleRevision(annotation.id, index, take),
        take ? 'Texts exchanged' : 'Other text discarded',
      );
    const when = revision.modified ? ` of ${time(revision.modified)}` : '';
    return el(
      'div',
      { class: 'revision', role: 'group', 'aria-label': `Other text of the note on ${what}` },
      el('p', { class: 'revision-head', text: `Another text${when}, kept from a second window or a backup` }),
      el('p', { class: 'revision-text', text: revision.text }),
      el(
        'div',
        { class: 'revision-actions' },
        button('Use the other', () => settle(true), { 'aria-label': `Use the other text on ${what}` }),
        button('Discard', () => settle(false), { 'aria-label': `Discard the other text on ${what}` }),
      ),
    );
  });
}

/** @param {string} iso */
function time(iso) {
  const date = new Date(iso);
  const format = /** @type {const} */ ({ dateStyle: 'medium', timeStyle: 'short' });
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleString('en', format);
}
