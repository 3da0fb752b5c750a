// Owns quotations with their source: as plain text, Markdown or rich text, and links that lead to a passage.
// Invariant: what is not known of an article is left out, never made up.

import { t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ title: string, byline?: string, publisher?: string, date?: string, address?: string }} Facts */

/** A quotation that is longer is linked to by its first and last words. */
const LONG = 200;
/** So many words stand for either end of it, or for what is round it. */
const WORDS = 4;

/**
 * What is known of the open article.
 * @param {App} app
 * @returns {Facts}
 */
export function factsOf(app) {
  const article = app.articles().find(({ current }) => current);
  const line = app.article.blocks.find(({ kind }) => kind === 'byline');
  const source = article?.source ?? '';
  const isAddress = /^https?:\/\//i.test(source);
  // What was read with the article, or set by the reader, before what its text says.
  const authors = (article?.byline ?? (line ? app.article.slice(line) : ''))
    .replace(/\s+/g, ' ')
    .replace(/^\s*by\s+/i, '')
    .trim();
  const site = isAddress ? new URL(source).hostname.replace(/^www\./, '') : source;
  const publisher = article?.publisher ?? site;
  const day = article?.date ?? app.ask((core) => core.date()?.value);
  // A byline often has the day already.
  const date = day && !authors.includes(day.slice(0, 4)) ? day : undefined;
  return {
    title: article?.title ?? '',
    ...(authors ? { byline: authors } : {}),
    ...(publisher ? { publisher } : {}),
    ...(isAddress ? { address: source } : {}),
    ...(date ? { date } : {}),
  };
}

/**
 * A passage with its source, in three forms.
 * @param {string} quote
 * @param {Facts} facts
 */
export function cited(quote, { title, byline, publisher, date, address }) {
  const names = [byline, title && `“${title}”`, publisher, date].filter(Boolean);
  const lines = quote.split(/\n+/).map((line) => line.trim());
  const linked = title && address ? `[“${escaped(title)}”](${address})` : title && `“${escaped(title)}”`;
  const marked = [byline && escaped(byline), linked, publisher && escaped(publisher), date].filter(Boolean);
  const rich = new DocumentFragment();
  const block = el('blockquote', address ? { cite: address } : {}, ...lines.map((text) => el('p', { text })));
  const source = el('p', { text: '— ' });
  [byline, title, publisher, date].filter(Boolean).forEach((part, index) => {
    if (index > 0) source.append(', ');
    if (part === title && address) source.append(el('a', { href: address, text: `“${title}”` }));
    else source.append(part === title ? `“${title}”` : (part ?? ''));
  });
  rich.append(block, source);
  return {
    plain: `“${quote.replace(/\s+/g, ' ').trim()}”\n— ${[...names, address].filter(Boolean).join(', ')}`,
    markdown: `${lines.map((line) => `> ${escaped(line)}`).join('\n>\n')}\n>\n> — ${marked.join(', ')}`,
    rich,
  };
}

/** Signs that Markdown would take for its own. @param {string} text */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

/**
 * The end of an address that leads to a passage, as browsers read it (`#:~:text=`). Words round the passage go
 * along only where it does not stand alone in the text.
 * @param {string} text of the article
 * @param {Span} span
 */
export function fragment(text, { start, end }) {
  const quote = text.slice(start, end).trim();
  const words = quote.split(/\s+/);
  const long = quote.length > LONG || quote.includes('\n');
  const many = Math.min(WORDS, words.length >> 1);
  const said = (/** @type {string[]} */ some) => encoded(some.join(' '));
  const body =
    long && many > 0 ? `${said(words.slice(0, many))},${said(words.slice(-many))}` : encoded(quote);
  const alone = text.indexOf(quote) === text.lastIndexOf(quote);
  if (alone) return `#:~:text=${body}`;
  const before = lineBefore(text, start).split(/\s+/).filter(Boolean).slice(-WORDS);
  const after = lineAfter(text, end).split(/\s+/).filter(Boolean).slice(0, WORDS);
  const prefix = before.length > 0 ? `${said(before)}-,` : '';
  const suffix = after.length > 0 ? `,-${said(after)}` : '';
  return `#:~:text=${prefix}${body}${suffix}`;
}

/** What stands in front of an offset in its paragraph. @param {string} text @param {number} at */
function lineBefore(text, at) {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

/** @param {string} text @param {number} at */
function lineAfter(text, at) {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** A hyphen would be taken for the mark of a context. @param {string} text */
function encoded(text) {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

/**
 * The address of a passage: the article's own with the passage, or only the passage where it has none.
 * @param {App} app
 * @param {Span} span
 */
export function addressOf(app, span) {
  const { address = '' } = factsOf(app);
  return address.replace(/#.*$/, '') + fragment(app.article.text, span);
}

/**
 * The ways to copy a passage, in a card at its place.
 * @param {App} app
 * @param {Span} span
 * @param {() => void} [giveBack]
 */
export async function copying(app, span, giveBack) {
  await stylesheet('work/work.css');
  const quote = app.article.slice(span);
  const facts = factsOf(app);
  const forms = cited(quote, facts);
  const copy = async (/** @type {() => Promise<void>} */ write, /** @type {string} */ said) => {
    try {
      await write();
      app.float.close();
      app.say(said);
    } catch {
      app.say(t('copy-refused'));
    }
  };
  const text = (/** @type {string} */ words) => () => navigator.clipboard.writeText(words);
  const link = addressOf(app, span);
  const way = (
    /** @type {string} */ name,
    /** @type {() => Promise<void>} */ write,
    /** @type {string} */ said,
  ) =>
    el(
      'li',
      {},
      button(name, () => void copy(write, said), { class: 'row' }),
    );
  const card = el(
    'div',
    { class: 'card copying', role: 'dialog', 'aria-label': t('copy-named', { quote: shorten(quote, 40) }) },
    el('p', { class: 'card-name', text: t('copy-head') }),
    el(
      'ul',
      { class: 'plain-rows' },
      way(t('copy-words'), text(quote), t('copied')),
      way(t('copy-source'), text(forms.plain), t('copied-source')),
      way(t('copy-markdown'), text(forms.markdown), t('copied-markdown')),
      way(t('copy-rich'), () => writeRich(forms), t('copied-rich')),
      way(t('copy-link'), text(link), t(facts.address ? 'copied-link' : 'copied-fragment')),
    ),
    el('p', {
      class: 'card-also cite-preview',
      text: forms.plain.split('\n— ')[1]
        ? t('copy-from', { source: forms.plain.split('\n— ')[1] ?? '' })
        : t('copy-from-nothing'),
    }),
  );
  app.float.show(card, {
    anchor: () => app.article.rects(span.start, span.end).at(-1),
    giveBack: giveBack ?? (() => app.article.root.focus({ preventScroll: true })),
  });
  card.querySelector('button')?.focus();
}

/** @param {ReturnType<typeof cited>} forms */
async function writeRich({ rich, plain }) {
  const html = [...rich.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('');
  const blob = (/** @type {string} */ words, /** @type {string} */ type) => new Blob([words], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(plain, 'text/plain') }),
  ]);
}
