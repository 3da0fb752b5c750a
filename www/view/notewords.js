// Owns how an annotation is called, and how what it says beside its note reads. Pure but for the elements it makes.

import { t } from './catalogue.js';
import { button, el, shorten } from './dom.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */

/**
 * What a note is called: its passage, both ends of a relation, or what it is about.
 * @param {AnnotationRecord} annotation
 */
export function nameOf({ quote, place, relation, ends }) {
  if (place === 'whole') return t('the-article');
  const quoted = (/** @type {string} */ text) => t('quoted', { what: shorten(text, 60) });
  return [quote, ...ends.map((end) => end.quote)].map(quoted).join(relation ? ` ${relation} ` : ' – ');
}

/**
 * A note in a few words, without the signs of its Markdown.
 * @param {AnnotationRecord} annotation
 * @param {number} [length]
 */
export function inWords({ note, quote }, length = 60) {
  const plain = (note ?? '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`>#]+/g, '');
  return shorten(plain.trim() || t('quoted', { what: quote }), length);
}

/**
 * Buttons that go to the further passages of a relation; the first has its own.
 * @param {import('./app.js').App} app
 * @param {AnnotationRecord} annotation
 */
export function endsOf(app, { ends, relation }) {
  return ends
    .filter(({ start }) => start >= 0)
    .map(({ start, end, quote }) => {
      const show = () => {
        app.last = { start, end };
        app.article.reveal(start, end);
      };
      const what = shorten(quote, 40);
      const text = relation ? t('other-end-of', { relation, what }) : t('other-end', { what });
      return button(text, show, { class: 'passage', title: t('other-end-show') });
    });
}

/**
 * What an annotation says beside its note and tags: comments of others, descriptions, addresses.
 * @param {AnnotationRecord} annotation
 */
export function furtherOf({ further, creator }) {
  const parts = further.map(({ text, link, purpose, language, creator: by }) => {
    const is = [purpose === 'commenting' ? undefined : purpose, by].filter(Boolean).join(', ');
    const content =
      link && /^https?:/.test(text)
        ? el('a', { href: text, rel: 'noreferrer noopener', target: '_blank', text })
        : text;
    return el(
      'p',
      { lang: language },
      is ? el('span', { class: 'place', text: `${t('further', { what: is })} ` }) : null,
      content,
    );
  });
  if (creator) parts.push(el('p', { class: 'card-also', text: t('by', { name: creator }) }));
  return parts;
}

/**
 * @param {string} text
 * @returns {string[]} the tags, each once, without `#`
 */
export function split(text) {
  const tags = text.split(/[,;\n]/).map((tag) => tag.trim().replace(/^#+/, '').trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
