// Owns one article of the library's list.

import { date as told, number, t } from '../view/catalogue.js';
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
    'aria-label': t('choose-named', { what }),
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
      button(t('article-rename'), () => shelf.rename(item, article), {
        class: 'quiet',
        'aria-label': t('article-rename-named', { what }),
      }),
      button(t('details'), (event) => shelf.details(article.id, event.currentTarget), {
        class: 'quiet',
        'aria-label': t('details-named', { what }),
      }),
      button(t('delete'), () => void shelf.remove([article.id]), {
        class: 'quiet',
        'aria-label': t('delete-named', { what }),
      }),
    ),
  );
  return item;
}

/** Where it comes from. @param {ArticleRecord} article */
function facts({ publisher, byline, source, date, later }) {
  const site = publisher ?? (source ? host(source) : undefined);
  return [site, byline, date && written(date), later && t('earlier-version')]
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
  const entities = place && place.entities > 0 ? t('entities-count', { count: place.entities }) : '';
  const part = place && place.part > 0 ? Math.min(100, Math.round(place.part * 100)) : 0;
  const bar = el('span', { class: 'progress', 'aria-hidden': 'true' });
  bar.style.setProperty('--read', `${part}%`);
  const words = [
    t('annotations-count', { count: annotations }),
    entities,
    t('added', { when: added(created) }),
  ]
    .filter(Boolean)
    .join(' \u00b7 ');
  return el(
    'p',
    { class: 'facts' },
    part > 0 && bar,
    part > 0 ? `${t('read-to', { percent: number(part) })} \u00b7 ` : '',
    words,
    ...tags.map((tag) => el('span', { class: 'tag-name', text: ` #${tag}` })),
  );
}

/** @param {string} iso */
function added(iso) {
  return told(iso, { day: 'numeric', month: 'short', year: 'numeric' });
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
    `${t('earlier-added', { when })} `,
    button(t('open'), () => void shelf.open(version.id), {
      class: 'quiet',
      'aria-label': t('earlier-open', { when }),
    }),
    button(
      t('what-changed'),
      async () => {
        if (!article.current) await shelf.open(article.id);
        await showChanges(shelf.app, version);
      },
      { class: 'quiet', 'aria-label': t('what-changed-since', { when }) },
    ),
  );
}
