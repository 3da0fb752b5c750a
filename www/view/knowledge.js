// Owns what a card knows of an entity beyond its name: where it is, what it may stand for, what else the
// article calls it, what it said. Invariant: what is not certain is said as such, and only offered.

import { number, t } from './catalogue.js';
import { button, el, shorten } from './dom.js';

/** @typedef {import('./labels.js').MentionRecord} MentionRecord */
/** @typedef {import('./labels.js').EntityRecord} EntityRecord */
/** @typedef {NonNullable<EntityRecord['place']>['candidates'][number]} Place */
/** @typedef {import('./app.js').App} App */

/** So many quotations in a card at first, and so many characters of each. */
const FIRST = 3;
const LENGTH = 76;

const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** @type {Intl.DisplayNames | undefined} */
let regions;

/** The name of a country. @param {string} code */
export function country(code) {
  regions ??= new Intl.DisplayNames(document.documentElement.lang || 'en', {
    type: 'region',
    fallback: 'code',
  });
  return regions.of(code) ?? code;
}

/** @param {Place} place */
export function coordinates({ latitude, longitude }) {
  const one = (/** @type {number} */ degrees, /** @type {string} */ sides) =>
    t(`compass-${sides[degrees < 0 ? 1 : 0]}`, { degrees: number(Math.abs(degrees), TENTHS) });
  return `${one(latitude, 'NS')} ${one(longitude, 'EW')}`;
}

/** @param {Place} place */
function line(place) {
  const where = place.kind === 'people' ? '' : ` · ${coordinates(place)}`;
  const of = t(`place-${place.kind}`, { country: country(place.country) });
  return `${of} (${place.country})${where}`;
}

/**
 * Everything of an entity that its card has to say, as elements.
 * @param {App} app
 * @param {EntityRecord} entity
 * @param {MentionRecord} record
 * @param {() => void} done when the reader went elsewhere from here
 * @returns {HTMLElement[]}
 */
export function knowledge(app, entity, record, done) {
  const { place } = entity;
  const parts = [];
  const known = place?.candidates[0];
  if (known && place.certain) parts.push(el('p', { class: 'card-place', text: line(known) }));
  else if (place) {
    const lines = [...new Set(place.candidates.map(line))].slice(0, FIRST);
    parts.push(el('p', { class: 'card-place' }, t('place-one-of'), ' ', lines.join('; ')));
  }
  // `The Chinese president` and `the Chinese president` are one.
  const called = new Map(
    entity.descriptions.map((span) => app.article.slice(span)).map((words) => [words.toLowerCase(), words]),
  );
  if (called.size > 0)
    parts.push(
      el(
        'p',
        { class: 'card-also' },
        t('called'),
        ' ',
        el('em', { text: shorten([...called.values()].join(', '), 70) }),
      ),
    );
  for (const link of entity.links) {
    const other = app.entity(link.entity);
    if (other) parts.push(tie(app, link.kind, other, record, done));
  }
  const said = app.quotations.filter((quotation) => quotation.speaker === entity.index);
  if (said.length > 0) parts.push(sayings(app, said, done));
  parts.push(ways(app, entity, said.length > 0, done));
  return parts;
}

/**
 * The pictures that have the entity.
 * @param {App} app
 * @param {EntityRecord} entity
 * @param {boolean} speaks
 * @param {() => void} done
 */
function ways(app, entity, speaks, done) {
  const { family, place, index } = entity;
  const isName = family !== 'when' && family !== 'howMuch';
  /** @type {[boolean, import('./views.js').ViewName][]} */
  const all = [
    [family === 'when', 'timeline'],
    [family === 'where' && place !== undefined, 'map'],
    [isName, 'network'],
    [speaks, 'quotes'],
  ];
  const buttons = all
    .filter(([has]) => has)
    .map(([, name]) => {
      const go = () => {
        done();
        app.emit('see', { name, entity: index });
      };
      const to = { class: 'quiet', 'aria-label': t(`see-${name}-named`) };
      return button(t(`see-${name}`), go, to);
    });
  return el('p', { class: 'card-tie', hidden: buttons.length === 0 }, t('see'), ' ', ...buttons);
}

/**
 * @param {App} app
 * @param {EntityRecord['links'][number]['kind']} kind
 * @param {EntityRecord} other
 * @param {MentionRecord} record
 * @param {() => void} done
 */
function tie(app, kind, other, record, done) {
  const name = shorten(other.name, 40);
  if (kind === 'mayStandFor') {
    const same = () => {
      app.change(
        (core) => core.correct(record.start, record.end, { kind: 'sameAs', name: other.name }),
        t('joined'),
      );
      done();
      app.mentions.focus(record.start);
    };
    return el(
      'p',
      { class: 'card-tie' },
      t('may-stand-for', { name }),
      ' ',
      button(t('same-as-named', { name }), same),
    );
  }
  const go = () => {
    const first = other.mentions[0];
    if (!first) return;
    done();
    if (!app.mentions.focus(first.start)) app.article.reveal(first.start, first.end);
  };
  return el(
    'p',
    { class: 'card-tie' },
    t(kind === 'country' ? 'tie-country' : 'tie-people'),
    ' ',
    button(name, go, { class: 'quiet' }),
  );
}

/**
 * @param {App} app
 * @param {import('./labels.js').QuotationRecord[]} said
 * @param {() => void} done
 */
function sayings(app, said, done) {
  const list = el('ul', { class: 'card-said', 'aria-label': t('sayings') });
  const item = (/** @type {import('./labels.js').QuotationRecord} */ quotation) => {
    const words = shorten(app.article.slice(quotation), LENGTH);
    const text = quotation.kind === 'direct' ? `“${words}”` : words;
    const go = () => {
      done();
      app.article.reveal(quotation.start, quotation.end);
      app.last = quotation;
    };
    return el('li', {}, el('button', { type: 'button', class: 'saying', text, click: go }));
  };
  const show = (/** @type {number} */ count) => {
    list.replaceChildren(...said.slice(0, count).map(item));
    const rest = said.length - count;
    if (rest > 0)
      list.append(
        el(
          'li',
          {},
          button(t('more', { count: rest }), () => show(said.length), { class: 'quiet' }),
        ),
      );
  };
  show(FIRST);
  return el('div', {}, el('p', { class: 'card-also', text: t('said') }), list);
}
