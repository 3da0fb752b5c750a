// Owns one article of the library's list.

import { button, el, shorten } from '../view/dom.js';
import { host, written } from './about.js';
import { seen } from './place.js';
import { showChanges } from './version.js';

/** @typedef {import('./shelf.js').ShelfType} Shelf */
/** @typedef {import('../view/labels.js').ArticleRecord} ArticleRecord */

/**
 * @param {Shelf} shelf
 * @param {ArticleRecord} article
 * @param {ArticleRecord[]} all
 */
export function itemOf(shelf, article, all) {
  const what = shelf.what(article);
  const box = el('input', {
    type: 'checkbox',
    'aria-label': `Choose ${what}`,
    change: () => shelf.choose(article.id, box.checked),
  });
  box.checked = shelf.chosen.has(article.id);
  const hit = shelf.hits?.get(article.id);
  const earlier = all.filter(({ later }) => later === article.id);
  const item = el(
    'li',
    { class: 'article-item' },
    box,
    el(
      'div',
      {},
      el('button', {
        type: 'button',
        class: 'article-title',
        text: shorten(article.title, 110),
        'aria-current': article.current ? 'true' : undefined,
        click: () => void shelf.open(article.id),
      }),
      el('p', { class: 'facts', text: facts(article) }),
      counts(shelf, article),
      hit && hit.snippet && found(hit.snippet, hit.where),
      ...earlier.map((version) => earlierVersion(shelf, version, article)),
    ),
    el(
      'div',
      { class: 'row-actions' },
      button('Rename', () => shelf.rename(item, article), { class: 'quiet', 'aria-label': `Rename ${what}` }),
      button('Details', (event) => shelf.details(article.id, event.currentTarget), {
        class: 'quiet',
        'aria-label': `Details of ${what}`,
      }),
      button('Delete', () => void shelf.remove([article.id]), {
        class: 'quiet',
        'aria-label': `Delete ${what}`,
      }),
    ),
  );
  return item;
}

/** Where it comes from. @param {ArticleRecord} article */
function facts({ publisher, byline, source, date, later }) {
  const site = publisher ?? (source ? host(source) : undefined);
  return [site, byline, date && written(date), later && 'an earlier version']
    .filter(Boolean)
    .join(' \u00b7 ');
}

/**
 * What the reader has of it.
 * @param {Shelf} shelf
 * @param {ArticleRecord} article
 */
function counts({ app }, { id, annotations, tags, created }) {
  const place = seen(app, id);
  const many = (/** @type {number} */ count, /** @type {string} */ one) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
  const entities =
    place && place.entities > 0
      ? `${place.entities.toLocaleString('en')} ${place.entities === 1 ? 'entity' : 'entities'}`
      : '';
  const part = place && place.part > 0 ? Math.min(100, Math.round(place.part * 100)) : 0;
  const bar = el('span', { class: 'progress', 'aria-hidden': 'true' });
  bar.style.setProperty('--read', `${part}%`);
  const words = [many(annotations, 'annotation'), entities, `added ${added(created)}`]
    .filter(Boolean)
    .join(' \u00b7 ');
  return el(
    'p',
    { class: 'facts' },
    part > 0 && bar,
    part > 0 ? `read to ${part} % \u00b7 ` : '',
    words,
    ...tags.map((tag) => el('span', { class: 'tag-name', text: ` #${tag}` })),
  );
}

/** @param {string} iso */
function added(iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' });
}

/**
 * @param {[string, string, string]} snippet before, the words, after
 * @param {string} where
 */
function found([before, words, after], where) {
  return el(
    'p',
    { class: 'found' },
    where ? el('span', { class: 'card-also', text: `${where} ` }) : null,
    before,
    el('mark', { text: words }),
    after,
  );
}

/**
 * @param {Shelf} shelf
 * @param {ArticleRecord} version
 * @param {ArticleRecord} article
 */
function earlierVersion(shelf, version, article) {
  const when = added(version.created);
  return el(
    'p',
    { class: 'facts earlier' },
    `Earlier version, added ${when} `,
    button('Open', () => void shelf.open(version.id), {
      class: 'quiet',
      'aria-label': `Open the version added ${when}`,
    }),
    button(
      'What changed',
      async () => {
        if (!article.current) await shelf.open(article.id);
        await showChanges(shelf.app, version);
      },
      { class: 'quiet', 'aria-label': `What changed since the version added ${when}` },
    ),
  );
}
