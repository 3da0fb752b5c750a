// Owns what a note shows that has no sure place: why, where it could stand, and how to put it somewhere.

import { button, el, shorten } from './dom.js';
import { t } from './catalogue.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./app.js').App} App */
/** @typedef {AnnotationRecord['candidates'][number]} Candidate */

/** So many places are offered; a note that could stand at more is better selected for. */
const OFFERED = 5;
/** Words of the text that are shown before a place, and characters after it. */
const BEFORE = 2;
const AFTER = 32;

/**
 * @param {App} app
 * @param {AnnotationRecord} annotation
 * @param {string} what the annotation's name
 * @param {import('./reattach.js').Reattach} reattach
 * @returns {Node[]} nothing when its place is sure
 */
export function lost(app, annotation, what, reattach) {
  if (annotation.place !== 'orphan' && annotation.place !== 'ambiguous') return [];
  const { candidates } = annotation;
  const reason =
    annotation.reason ??
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
