// Owns what a card knows of an entity beyond its name: where it is, what it may stand for, what else the
// article calls it, what it said. Invariant: what is not certain is said as such, and only offered.

import { button, el, shorten } from './dom.js';

/** @typedef {import('./labels.js').MentionRecord} MentionRecord */
/** @typedef {import('./labels.js').EntityRecord} EntityRecord */
/** @typedef {NonNullable<EntityRecord['place']>['candidates'][number]} Place */
/** @typedef {import('./app.js').App} App */

/** So many quotations in a card at first, and so many characters of each. */
const FIRST = 3;
const LENGTH = 76;

const KINDS = { country: 'Country', state: 'State or province in', city: 'City in', people: 'People of' };

/** @type {Intl.DisplayNames | undefined} */
let regions;

/** @param {string} code */
function country(code) {
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  return regions.of(code) ?? code;
}

/** @param {Place} place */
function coordinates({ latitude, longitude }) {
  const one = (/** @type {number} */ degrees, /** @type {string} */ sides) =>
    `${Math.abs(degrees).toFixed(1)}° ${sides[degrees < 0 ? 1 : 0]}`;
  return `${one(latitude, 'NS')} ${one(longitude, 'EW')}`;
}

/** @param {Place} place */
function line(place) {
  const name = place.kind === 'country' ? '' : ` ${country(place.country)}`;
  const where = place.kind === 'people' ? '' : ` · ${coordinates(place)}`;
  return `${KINDS[place.kind]}${name} (${place.country})${where}`;
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
    parts.push(el('p', { class: 'card-place' }, 'one of: ', lines.join('; ')));
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
        'called ',
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
  /** @type {[boolean, import('./views.js').ViewName, string][]} */
  const all = [
    [family === 'when', 'timeline', 'on the timeline'],
    [family === 'where' && place !== undefined, 'map', 'on the map'],
    [isName, 'network', 'in the network'],
    [speaks, 'quotes', 'among the quotes'],
  ];
  const buttons = all
    .filter(([has]) => has)
    .map(([, name, text]) => {
      const go = () => {
        done();
        app.emit('see', { name, entity: index });
      };
      return button(text, go, { class: 'quiet', 'aria-label': `Show ${text}` });
    });
  return el('p', { class: 'card-tie', hidden: buttons.length === 0 }, 'show ', ...buttons);
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
        'Joined',
      );
      done();
      app.mentions.focus(record.start);
    };
    return el('p', { class: 'card-tie' }, `may stand for ${name} `, button(`Same as ${name}`, same));
  }
  const go = () => {
    const first = other.mentions[0];
    if (!first) return;
    done();
    if (!app.mentions.focus(first.start)) app.article.reveal(first.start, first.end);
  };
  const words = kind === 'country' ? 'country' : 'people';
  return el('p', { class: 'card-tie' }, `${words}: `, button(name, go, { class: 'quiet' }));
}

/**
 * @param {App} app
 * @param {import('./labels.js').QuotationRecord[]} said
 * @param {() => void} done
 */
function sayings(app, said, done) {
  const list = el('ul', { class: 'card-said', 'aria-label': 'Said' });
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
          button(`${rest} more`, () => show(said.length), { class: 'quiet' }),
        ),
      );
  };
  show(FIRST);
  return el('div', {}, el('p', { class: 'card-also', text: 'said' }), list);
}
