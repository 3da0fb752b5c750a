// Owns the list of the names that the reader taught, as the Articles dialog shows it.

import { t } from './catalogue.js';
import { button, el, shorten } from './dom.js';
import { lineClass, typeName } from './labels.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./labels.js').TaughtRecord} TaughtRecord */

/**
 * The names with a way to forget each; nothing when none was taught.
 * @param {App} app
 * @returns {HTMLElement[]}
 */
export function taughtNames(app) {
  if (app.taught.length === 0) return [];
  return [
    el('p', { class: 'card-name', text: t('taught') }),
    el('ul', { class: 'articles', 'aria-label': t('taught') }, ...app.taught.map((it) => item(app, it))),
  ];
}

/**
 * @param {App} app
 * @param {TaughtRecord} taught
 */
function item(app, { name, verdict, learned }) {
  const isName = verdict !== 'not-an-entity';
  return el(
    'li',
    { class: 'taught' },
    el('span', { text: shorten(name, 60) }),
    el('span', {
      class: isName ? `pill ${lineClass(verdict)}` : 'card-also',
      text: isName ? typeName(verdict) : t('not-an-entity'),
    }),
    el('span', { class: 'gap' }),
    el('span', { class: 'card-also', text: learned.slice(0, 10) }),
    button(
      t('taught-forget'),
      () => {
        app.change((core) => core.forget(name), t('taught-forgotten'));
        app.emit('library');
      },
      { 'aria-label': t('taught-forget-named', { name: shorten(name, 60) }) },
    ),
  );
}
