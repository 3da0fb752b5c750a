// Owns the other texts of a note: what another window, device or file had in its place. Invariant: each is
// shown whole, and goes only when the reader says so.

import { button, el } from './dom.js';
import { date, t } from './catalogue.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */

const TIME = /** @type {const} */ ({ dateStyle: 'medium', timeStyle: 'short' });

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
        t(take ? 'revision-exchanged' : 'revision-dropped'),
      );
    const head = revision.modified
      ? t('revision-head-dated', { when: date(revision.modified, TIME) })
      : t('revision-head');
    return el(
      'div',
      { class: 'revision', role: 'group', 'aria-label': t('revision', { what }) },
      el('p', { class: 'revision-head', text: head }),
      el('p', { class: 'revision-text', text: revision.text }),
      el(
        'div',
        { class: 'revision-actions' },
        button(t('revision-use'), () => settle(true), { 'aria-label': t('revision-use-named', { what }) }),
        button(t('revision-drop'), () => settle(false), { 'aria-label': t('revision-drop-named', { what }) }),
      ),
    );
  });
}
