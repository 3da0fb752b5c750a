// Owns the words of the page in the reader's language: messages by id from the catalogues of `www/words`, dates
// and numbers as that language writes them. Invariants: `early.js` has chosen the language before anything is
// drawn, and it stays until the page is loaded again; a part that is loaded later brings its words along, in that
// language alone (`tests/words` holds that each language has them all).

import { FluentBundle, FluentResource } from '../vendor/fluent.js';
import english from '../words/en.js';

/** @typedef {Record<string, string | number>} Arguments */

/** The languages by their own names. */
export const LANGUAGES = { en: 'English', fr: 'Français', ar: 'العربية' };

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
/** Brackets, which are keys, would be turned. */
const LEFT_TO_RIGHT = /[A-Za-z\u00C0-\u024F\u0370-\u052F[\]]/;

const language = document.documentElement.lang || 'en';
const isMirrored = document.documentElement.dir === 'rtl';
/** As the reader's system writes it, where that is the language. */
const locale = navigator.languages?.find((it) => it.split('-')[0] === language) ?? language;
/** Makes numbers without options. @type {Intl.NumberFormat | undefined} */
let plain;

const bundles = [bundle('en', english)];

/** @type {Record<string, (() => Promise<{ default: string }>) | undefined>} */
const others = {
  fr: () => import('../words/fr.js'),
  ar: () => import('../words/ar.js'),
};

/**
 * @param {string} of
 * @param {string} source
 */
function bundle(of, source) {
  const made = new FluentBundle(of, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

/** Fetches the reader's language and puts it on the page's own markup. English is there. */
export async function loadWords() {
  const fetched = await others[language]?.().catch(() => undefined);
  if (fetched) bundles.unshift(bundle(locale, fetched.default));
  if (fetched) dress();
  document.documentElement.classList.add('worded');
}

/**
 * The words of a part of the page that is loaded later: what fetches them, once, before the part is used.
 * @param {Record<string, () => Promise<{ default: string }>>} sources by language
 * @returns {() => Promise<void>}
 */
export function partWords(sources) {
  const add = async () => {
    const [held] = bundles;
    const fetched = await sources[bundles.length > 1 ? language : 'en']?.();
    if (fetched) held?.addResource(new FluentResource(fetched.default));
  };
  /** @type {Promise<void> | undefined} */
  let coming;
  return () =>
    (coming ??= add().catch((error) => {
      coming = undefined;
      throw error;
    }));
}

/** Puts words on the markup: the text of `data-words`, the name of `data-named`, the hint of `data-hint`. */
function dress() {
  for (const element of document.querySelectorAll('[data-words], [data-named], [data-hint]')) {
    const { words, named, hint } = /** @type {HTMLElement} */ (element).dataset;
    if (words) element.textContent = t(words);
    if (named) element.setAttribute('aria-label', t(named));
    if (hint) element.setAttribute('placeholder', `${t(hint)}  /`);
  }
}

/**
 * A message.
 * @param {string} id
 * @param {Arguments} [args]
 * @returns {string}
 */
export function t(id, args = {}) {
  const given = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, isolated(value)]));
  for (const held of bundles) {
    const pattern = held.getMessage(id)?.value;
    if (pattern) return held.formatPattern(pattern, given, []);
  }
  return id;
}

/**
 * Words that run against the page's direction are set apart, so that what stands around them keeps its order.
 * @param {string | number} value
 */
function isolated(value) {
  if (typeof value !== 'string') return value;
  return (isMirrored ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(value) ? `\u2068${value}\u2069` : value;
}

/**
 * @param {number} value
 * @param {Intl.NumberFormatOptions} [options]
 */
export function number(value, options) {
  // Lists ask for hundreds of plain ones, and to make a format takes longer than to use it.
  return options
    ? value.toLocaleString(locale, options)
    : (plain ??= new Intl.NumberFormat(locale)).format(value);
}

/**
 * A date as it is told; as it stands where it is none.
 * @param {string} iso
 * @param {Intl.DateTimeFormatOptions} [options]
 */
export function date(iso, options = { dateStyle: 'long' }) {
  const value = new Date(iso);
  return Number.isNaN(value.getTime()) ? iso : value.toLocaleString(locale, options);
}

/**
 * @param {string[]} parts
 * @param {Intl.ListFormatType} [type] with “and” or “or”, or with neither
 */
export function list(parts, type = 'unit') {
  return new Intl.ListFormat(locale, { style: type === 'unit' ? 'short' : 'long', type }).format(parts);
}

/** How long ago, in days: today, yesterday, before that. @param {number} days */
export function daysAgo(days) {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
}
