// Owns what a page says of itself: title, byline, publisher, date, address, language. Invariant: what is taken
// over is text and dates in whole days, from the page's own declarations, the most deliberate one first.

import { clean } from '../view/html.js';

/**
 * @typedef {{
 *   byline?: string | undefined,
 *   publisher?: string | undefined,
 *   date?: string | undefined,
 *   source?: string | undefined,
 *   language?: string | undefined,
 * }} Facts `date` in whole days, months or years; `source` an address
 * @typedef {{ title: string | undefined, facts: Facts, body: string | undefined }} Declared `body`: the text, if given
 */

const ARTICLE =
  /(?:Article|BlogPosting|Report|Review|ScholarlyArticle|LiveBlogPosting|SocialMediaPosting|CreativeWork|WebPage)$/;
const TITLES = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'parsely-title',
  'headline',
];
const AUTHORS = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'twitter:creator',
];
const PUBLISHERS = [
  'og:site_name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'citation_journal_title',
  'application-name',
];
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'datepublished',
  'date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'article.published',
  'rnews:datepublished',
];

/**
 * @param {Document} page
 * @param {string} [address] where it was found
 * @returns {Declared}
 */
export function declared(page, address) {
  const data = structured(page);
  const meta = named(page);
  const first = (/** @type {string[]} */ names) => names.map((name) => meta.get(name)).find((value) => value);
  const author =
    names(data?.['author']) ?? first(AUTHORS.filter((name) => !isAddress(meta.get(name)))) ?? marked(page);
  const source = canonical(page, address) ?? web(first(['og:url']), address) ?? web(address);
  return {
    title: titleOf(page, [text(data?.['headline']), first(TITLES)], first(PUBLISHERS)),
    facts: {
      byline: author?.replace(/^by\s+/i, ''),
      publisher: names(data?.['publisher']) ?? first(PUBLISHERS),
      date: day(text(data?.['datePublished'])) ?? day(first(DATES)) ?? timed(page),
      source,
      language: language(page, text(data?.['inLanguage']) ?? meta.get('og:locale')),
    },
    body: text(data?.['articleBody']),
  };
}

/** The values of `meta`, by name in small letters; the first of each name. @param {Document} page */
function named(page) {
  /** @type {Map<string, string>} */
  const values = new Map();
  for (const element of page.querySelectorAll('meta[content]')) {
    const keys = ['property', 'name', 'itemprop'].map((it) => element.getAttribute(it) ?? '');
    const value = clean(element.getAttribute('content') ?? '');
    for (const key of keys.flatMap((it) => it.toLowerCase().split(/\s+/)).filter(Boolean)) {
      if (value !== '' && !values.has(key)) values.set(key, value);
    }
  }
  return values;
}

/**
 * What JSON-LD says of the article: of several things the one with the longest text, then with a headline.
 * @param {Document} page
 * @returns {Record<string, unknown> | undefined}
 */
function structured(page) {
  /** @type {Record<string, unknown>[]} */
  const found = [];
  /** @param {unknown} value @param {number} depth */
  const look = (value, depth) => {
    if (Array.isArray(value)) for (const item of value) look(item, depth + 1);
    else if (value && typeof value === 'object' && depth < 6) {
      const thing = /** @type {Record<string, unknown>} */ (value);
      if ([thing['@type']].flat().some((type) => ARTICLE.test(String(type)))) found.push(thing);
      for (const key of ['@graph', 'mainEntity', 'itemListElement', 'item']) look(thing[key], depth + 1);
    }
  };
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    try {
      look(JSON.parse((script.textContent ?? '').replace(/^\s*<!--|-->\s*$/g, '')), 0);
    } catch {
      // What is no JSON says nothing.
    }
  }
  const weight = (/** @type {Record<string, unknown>} */ thing) =>
    (text(thing['articleBody'])?.length ?? 0) +
    (thing['headline'] ? 2 : 0) +
    (thing['datePublished'] ? 1 : 0);
  return found.sort((a, b) => weight(b) - weight(a))[0];
}

/** @param {unknown} value */
function text(value) {
  const plain = typeof value === 'string' ? value : undefined;
  const at =
    value && typeof value === 'object' ? /** @type {Record<string, unknown>} */ (value)['@value'] : plain;
  return typeof at === 'string' && at.trim() !== '' ? at.trim() : undefined;
}

/**
 * Names of persons or organisations.
 * @param {unknown} value
 * @returns {string | undefined}
 */
function names(value) {
  const all = [value].flat().map((it) => {
    const name =
      typeof it === 'string' ? it : text(/** @type {Record<string, unknown> | null} */ (it)?.['name']);
    return name && !isAddress(name) ? clean(name) : undefined;
  });
  return [...new Set(all.filter(Boolean))].join(', ') || undefined;
}

/** @param {string | undefined} value */
function isAddress(value) {
  return value !== undefined && /^(?:https?:)?\/\/|^@/.test(value);
}

/** A byline in the page itself. @param {Document} page */
function marked(page) {
  const element = page.querySelector(
    '[rel~="author"], [itemprop~="author"] [itemprop~="name"], [itemprop~="author"]',
  );
  const name = clean(element?.textContent ?? '');
  return name !== '' && name.length < 100 ? name : undefined;
}

/**
 * @param {Document} page
 * @param {string} [address]
 */
function canonical(page, address) {
  return web(
    page.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? undefined,
    address,
  );
}

/**
 * An address of the web; nothing else.
 * @param {string | undefined} address
 * @param {string} [base]
 */
export function web(address, base) {
  if (!address) return undefined;
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A date as it is kept, of whatever a page writes.
 * @param {string | undefined} value
 */
export function day(value) {
  if (!value) return undefined;
  const [, year, month, date] = /^\s*(\d{4})(?:[-/.](\d\d?)(?:[-/.](\d\d?))?)?(?!\d)/.exec(value) ?? [];
  if (year && month && Number(month) <= 12) {
    const parts = [year, month, date].filter((part) => part !== undefined);
    return parts.map((part) => part.padStart(2, '0')).join('-');
  }
  const compact = /^\s*(\d{4})(\d\d)(\d\d)(?!\d)/.exec(value);
  if (compact) return compact.slice(1).join('-');
  const time = Date.parse(value);
  if (Number.isNaN(time) || !/[a-z]/i.test(value) || !/\d{4}/.test(value)) return year;
  // Written without a zone it is read as local, and its day is the one that was written.
  const read = new Date(time);
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${read.getFullYear()}-${two(read.getMonth() + 1)}-${two(read.getDate())}`;
}

/** @param {Document} page */
function timed(page) {
  const marks =
    '[itemprop~="datePublished"], time[pubdate], article time[datetime], main time[datetime], time[datetime]';
  for (const mark of marks.split(', ')) {
    const element = page.querySelector(mark);
    const found = day(
      element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent ?? '',
    );
    if (found) return found;
  }
  return undefined;
}

/**
 * @param {Document} page
 * @param {string | undefined} declaredElsewhere
 */
function language(page, declaredElsewhere) {
  const given = page.documentElement.getAttribute('lang') ?? page.documentElement.getAttribute('xml:lang');
  const header = page.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content');
  const tag = (given || header || declaredElsewhere || '').trim().replace(/_/g, '-');
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * The headline: the page's own heading where it agrees with what is declared, else what is declared.
 * @param {Document} page
 * @param {(string | undefined)[]} given the most deliberate first
 * @param {string | undefined} publisher
 */
function titleOf(page, given, publisher) {
  const headings = [...page.querySelectorAll('h1')].map((it) => clean(it.textContent ?? '')).filter(Boolean);
  const declaredTitles = given.map((it) => withoutSite(clean(it ?? ''), publisher)).filter(Boolean);
  const whole = clean(page.title);
  const agreed = headings.find(
    (it) => it.length > 8 && [...declaredTitles, whole].some((title) => includes(title, it)),
  );
  const longest = headings.filter((it) => it.length > 12).sort((one, other) => other.length - one.length)[0];
  const own = headings.length === 1 ? headings[0] : longest;
  return agreed ?? declaredTitles[0] ?? own ?? (withoutSite(whole, publisher) || undefined);
}

/**
 * @param {string} long
 * @param {string} short
 */
function includes(long, short) {
  const plain = (/** @type {string} */ value) =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(long).includes(plain(short));
}

/**
 * “Headline | Site”, “Headline - Site”.
 * @param {string} title
 * @param {string | undefined} publisher
 */
function withoutSite(title, publisher) {
  const [, head, site] =
    /^(.{6,}?)\s*(?:[|\uff5c]|\s[\u2013\u2014\u00bb\u00b7-]\s|\uff1a)\s*([^|\uff5c]{1,40})$/.exec(title) ??
    [];
  if (!head || !site) return title;
  return (publisher !== undefined && includes(publisher, site)) || /[|\u00bb]/.test(title) ? head : title;
}
