// Owns what few notes show: one that has no sure place why, where it could stand, and how to put it somewhere; one
// that another window, device or file wrote as well the other texts. Invariant: each of these is shown whole, and
// goes only when the reader says so.

import { date, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { told, untilTold } from '../view/lazy.js';
import { ready as words } from './words.js';

/** What is drawn stays, so the core's words are waited for, too. */
async function ready() {
  await Promise.all([words(), untilTold()]);
}

export { ready };

/** @typedef {import('../view/labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('../view/app.js').App} App */
/** @typedef {AnnotationRecord['candidates'][number]} Candidate */

/** So many places are offered; a note that could stand at more is better selected for. */
const OFFERED = 5;
/** Words of the text that are shown before a place, and characters after it. */
const BEFORE = 2;
const AFTER = 32;

const TIME = /** @type {const} */ ({ dateStyle: 'medium', timeStyle: 'short' });

/**
 * What stands under a note that has no sure place.
 * @param {App} app
 * @param {AnnotationRecord} annotation
 * @param {string} what the annotation's name
 * @param {import('../view/reattach.js').Reattach} reattach
 */
export function lost(app, annotation, what, reattach) {
  const { candidates } = annotation;
  const reason =
    (annotation.reason && told(annotation.reason)) ??
    (candidates.length === 1 ? t('lost-one') : t('lost-several', { count: candidates.length }));
  const going = reattach.pending?.id === annotation.id;
  return [
    el('p', { class: 'lost-reason', text: reason }),
    ...candidates.slice(0, OFFERED).map((candidate, index) => {
      const place = { place: index + 1, what };
      return el(
        'div',
        { class: 'candidate' },
        button(around(app, candidate), () => show(app, candidate), {
          class: 'passage',
          'aria-label': t('lost-show', { ...place, words: around(app, candidate) }),
        }),
        button(t('lost-choose'), () => reattach.put(annotation.id, candidate), {
          'aria-label': t('lost-choose-named', place),
        }),
      );
    }),
    button(
      t(going ? 'reattach-stop' : 'reattach'),
      () => {
        if (going) reattach.cancel();
        else reattach.begin(annotation);
      },
      { 'aria-label': t(going ? 'reattach-stop-named' : 'reattach-named', { what }) },
    ),
  ];
}

/**
 * A place with some words on each side.
 * @param {App} app
 * @param {Candidate} candidate
 */
function around(app, { start, end }) {
  const text = app.article.text;
  const flat = (/** @type {string} */ words) => words.replace(/\s+/g, ' ');
  const before = flat(text.slice(Math.max(0, start - 40), start))
    .split(' ')
    .slice(-1 - BEFORE)
    .join(' ');
  const after = flat(text.slice(end, end + AFTER));
  return `…${before}[${shorten(text.slice(start, end), 30)}]${after}…`;
}

/**
 * @param {App} app
 * @param {Candidate} candidate
 */
function show(app, { start, end }) {
  app.last = { start, end };
  app.article.reveal(start, end);
  app.article.select(start, end);
}

/**
 * What stands under a note that has other texts.
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
