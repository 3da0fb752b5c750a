// Owns the links between notes, entities and articles: how they are written in a note, and where they lead.
// Invariant: a link is Markdown with an address of ours (`urn:`), so that it reads as a link anywhere.

import { t } from '../view/catalogue.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */

const ARTICLE = 'urn:manicule:article:';
const ENTITY = 'urn:manicule:entity:';
const NOTE = 'urn:manicule:note:';

/**
 * @param {string} words
 * @param {string} address
 */
function written(words, address) {
  return `[${words.replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&')}](${address})`;
}

/** @param {string} name */
export function toEntity(name) {
  return written(name, ENTITY + encoded(name));
}

/** @param {{ id: string, title: string }} article */
export function toArticle({ id, title }) {
  return written(title, ARTICLE + encoded(id));
}

/**
 * @param {string} id
 * @param {string} words
 */
export function toNote(id, words) {
  return written(words, /^urn:uuid:[\w-]+$/.test(id) ? id : NOTE + encoded(id));
}

/** Brackets would end the address. @param {string} text */
function encoded(text) {
  return encodeURIComponent(text).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

/**
 * Goes where an address leads.
 * @param {App} app
 * @param {import('../view/notes.js').Notes} notes
 * @param {string} address
 */
export function follow(app, notes, address) {
  const rest = (/** @type {string} */ start) => decoded(address.slice(start.length));
  if (address.startsWith(ARTICLE)) return toItsArticle(app, rest(ARTICLE));
  if (address.startsWith(ENTITY)) return toItsEntity(app, rest(ENTITY));
  const id = address.startsWith(NOTE) ? rest(NOTE) : address;
  if (app.annotation(id)) notes.toPassage(id);
  else app.say(t('link-note-gone'));
  return undefined;
}

/**
 * @param {App} app
 * @param {string} name
 */
function toItsEntity(app, name) {
  const wanted = name.toLowerCase();
  const entity = app.entities.find((one) =>
    [one.name, ...one.aliases].some((it) => it.toLowerCase() === wanted),
  );
  const first = entity?.mentions[0];
  if (!first) app.say(t('link-entity-gone', { name }));
  else if (!app.mentions.focus(first.start)) app.article.reveal(first.start, first.end);
}

/**
 * @param {App} app
 * @param {string} id
 */
async function toItsArticle(app, id) {
  const article = app.articles().find((one) => one.id === id);
  if (!article) {
    app.say(t('link-article-gone'));
    return;
  }
  if (article.current) return;
  app.emit('leave');
  await app.wait((core) => core.open(id));
  app.showArticle();
  scrollTo({ top: 0, behavior: 'instant' });
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
