// Owns “About this tagging”: what the tagger is not sure of in this article, and the card of the model behind it.
// Invariant: the card is the one that the program was built with.

import { number, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { lineClass, typeName } from '../view/labels.js';
import { stylesheet } from '../view/lazy.js';
import { goTo, styled } from './page.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').MentionRecord} MentionRecord */

/** Below this a name counts as unsure, as its fainter line says. */
const UNSURE = 0.5;
/** So many of them are listed. */
const LISTED = 60;

const ALLOWED = {
  ALLOWED_TAGS: 'p em strong code ul ol li a h1 h2 h3 h4 table thead tbody tr th td'.split(' '),
  ALLOWED_ATTR: ['href'],
  RETURN_DOM_FRAGMENT: /** @type {const} */ (true),
};

/** @param {App} app */
export async function about(app) {
  await Promise.all([styled(), stylesheet('see/about.css')]);
  const close = () => dialog.close();
  const dialog = el(
    'dialog',
    { class: 'card about', 'aria-label': t('about-tagging'), close: () => dialog.remove() },
    el(
      'div',
      { class: 'about-head' },
      el('h2', { class: 'card-name', text: t('about-tagging') }),
      el('span', { class: 'gap' }),
      button(t('close'), close),
    ),
    ...here(app, close),
    await card(),
  );
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * How the open article was tagged.
 * @param {App} app
 * @param {() => void} close
 */
function here(app, close) {
  const all = (app.open && app.ask((core) => core.mentions(0, app.article.text.length))) || [];
  const of = (/** @type {string} */ source) => all.filter((it) => it.source === source).length;
  const unsure = all.filter((it) => it.source !== 'reader' && it.score < UNSURE);
  unsure.sort((a, b) => a.score - b.score);
  const own = of('reader') + of('taught');
  const parts = [
    t('about-model', { count: of('model'), unsure: unsure.length }),
    t('about-rules', { count: of('rule') }),
    ...(own > 0 ? [t('about-own', { count: own })] : []),
  ];
  const item = (/** @type {MentionRecord} */ it) => {
    const go = () => {
      close();
      goTo(app, it);
    };
    return el(
      'li',
      {},
      button(shorten(app.article.slice(it), 40), go, { class: `quiet ${lineClass(it.label)}` }),
      ' ',
      el('span', {
        class: 'count',
        text: t('about-sure', {
          kind: typeName(it.label).toLowerCase(),
          percent: number(Math.round(it.score * 100)),
        }),
      }),
    );
  };
  return [
    el('p', {
      text: t('about-here', { parts: parts.reduce((one, other) => t('further-part', { one, other })) }),
    }),
    unsure.length > 0 && el('h3', { text: t('about-least') }),
    unsure.length > 0 && el('ul', { class: 'plain unsure-list' }, ...unsure.slice(0, LISTED).map(item)),
  ].filter((part) => part !== false);
}

/** The model card, as it was written. */
async function card() {
  const own = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="stylesheet"]'));
  const place = new URL('vendor/MODEL.md', own?.href ?? location.href);
  const [answer, { Marked }, { default: clean }] = await Promise.all([
    fetch(place),
    import('../vendor/marked.esm.js'),
    import('../vendor/purify.es.mjs'),
  ]);
  if (!answer.ok) throw new Error(`The model card could not be fetched (${answer.status}).`);
  const html = await new Marked({ gfm: true }).parse(await answer.text());
  const fragment = clean.sanitize(html, ALLOWED);
  for (const heading of fragment.querySelectorAll('h1, h2, h3')) {
    const lower = el(heading.tagName === 'H3' ? 'h4' : 'h3');
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  for (const link of fragment.querySelectorAll('a')) {
    if (/^https:/.test(link.getAttribute('href') ?? '')) link.setAttribute('rel', 'noopener noreferrer');
    else link.replaceWith(...link.childNodes);
  }
  for (const head of fragment.querySelectorAll('th:empty')) head.replaceWith(el('td'));
  for (const table of fragment.querySelectorAll('table')) {
    table.classList.add('see-table');
    const frame = el('div', {
      class: 'table-frame',
      tabindex: '0',
      role: 'group',
      'aria-label': t('model-card-table'),
    });
    table.replaceWith(frame);
    frame.append(table);
  }
  return el(
    'section',
    { class: 'model-card', 'aria-label': t('model-card'), lang: 'en', dir: 'ltr' },
    fragment,
  );
}
