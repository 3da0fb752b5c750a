// Owns the line over an article that says where it comes from, and the dialog in which the reader changes it.
// Invariant: what is said is text of the core's; every change can be undone.

import { date as told, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').ArticleRecord} ArticleRecord */

/** @type {HTMLElement | undefined} */
let line;

/**
 * Shows the line, or takes it away where nothing is known.
 * @param {App} app
 * @param {ArticleRecord | undefined} article
 */
export async function showAbout(app, article) {
  // What is said of another article goes at once.
  line?.remove();
  await stylesheet('bring/bring.css');
  line?.remove();
  line = undefined;
  if (!article || !isKnown(article)) return;
  const { publisher, byline, date, source } = article;
  const site = source ? host(source) : '';
  const facts = [publisher, byline, date && written(date)].filter(Boolean).join(' \u00b7 ');
  const link =
    source &&
    el('a', {
      href: source,
      rel: 'noreferrer noopener',
      target: '_blank',
      text: `${site} \u2197`,
      title: source,
    });
  line = el(
    'p',
    { class: 'about', id: 'about', role: 'note', 'aria-label': t('about-article') },
    facts,
    facts && link ? ' \u00b7 ' : '',
    link || null,
    ' ',
    button(t('edit'), (event) => editAbout(app, article.id, event.currentTarget), {
      class: 'quiet',
      'aria-label': t('about-edit'),
    }),
  );
  app.article.root.before(line);
}

/** @param {ArticleRecord} article */
export function isKnown({ publisher, byline, source }) {
  return Boolean(publisher || byline || source);
}

/** @param {string} address */
export function host(address) {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return shorten(address, 40);
  }
}

/** A day, a month or a year in words. @param {string} date */
export function written(date) {
  const [year = '', month, day] = date.split('-');
  if (!/^\d{4}$/.test(year)) return date;
  const time = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { timeZone: 'UTC', year: 'numeric' };
  if (month) parts.month = 'long';
  if (day) parts.day = 'numeric';
  return Number.isNaN(time.getTime()) ? date : told(time.toISOString(), parts);
}

/**
 * @param {App} app
 * @param {string} id
 * @param {EventTarget | null} opener
 */
export function editAbout(app, id, opener) {
  const article = app.articles().find((it) => it.id === id);
  if (!article) return;
  const field = (/** @type {string} */ id, /** @type {string | undefined} */ value, hint = '') => {
    const input = el('input', { type: 'text', class: 'field', id, placeholder: hint });
    input.value = value ?? '';
    return { label: t(id), input };
  };
  const fields = {
    title: field('about-title', article.title),
    byline: field('about-author', article.byline),
    publisher: field('about-publisher', article.publisher),
    date: field('about-date', article.date, t('about-date-hint')),
    source: field('about-address', article.source, 'https://\u2026'),
    language: field('about-language', article.language, 'en'),
    tags: field('about-tags', article.tags.join(', '), t('about-tags-hint')),
  };
  if (!article.current) fields.date.input.disabled = true;
  const close = () => app.float.close();
  const keep = () => {
    const value = (/** @type {keyof typeof fields} */ name) => fields[name].input.value.trim();
    const tags = value('tags')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);
    const telling = {
      byline: value('byline'),
      publisher: value('publisher'),
      source: value('source'),
      language: value('language'),
      add: tags,
      remove: article.tags.filter((tag) => !tags.includes(tag)),
    };
    close();
    app.change((core) => {
      if (value('title') !== '') core.rename(id, value('title'));
      if (article.current && value('date') !== (article.date ?? '')) core.setDate(value('date') || undefined);
      return core.tellSeveral([id], telling);
    }, t('about-saved'));
    app.emit('library');
  };
  const form = el(
    'form',
    {
      class: 'details',
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        keep();
      },
    },
    ...Object.values(fields).flatMap(({ label, input }) => [
      el('label', { for: input.id, text: label }),
      input,
    ]),
    el('span', {}),
    el(
      'div',
      { class: 'card-actions' },
      el('button', { type: 'submit', class: 'button small strong', text: t('save') }),
      button(t('cancel'), close),
    ),
  );
  const card = el(
    'div',
    { class: 'card panel', role: 'dialog', 'aria-label': t('about-article') },
    el('p', { class: 'card-name', text: t('about-article') }),
    form,
  );
  const from = opener instanceof HTMLElement ? opener : app.article.root;
  app.float.show(card, {
    anchor: () => (from.isConnected ? from : app.article.root).getBoundingClientRect(),
    giveBack: () => (from.isConnected ? from : app.article.root).focus(),
  });
  fields.title.input.focus();
}
