// Owns the fields that narrow the notes down: by words, tag, colour, kind, place and time. Invariant: what
// answers them, the core says.

import { t } from './catalogue.js';
import { el } from './dom.js';
import { COLOURS } from './labels.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./app.js').App} App */
/** @typedef {import('../pkg/manicule.js').QueryRecord} Query */

/** Each by its message. @type {[name: string, kinds: NonNullable<Query['kinds']>][]} */
const KINDS = [
  ['any-kind', []],
  ['kind-notes', ['note']],
  ['kind-highlights', ['highlight']],
  ['kind-relations', ['relation']],
];
/** @type {[name: string, places: NonNullable<Query['places']>][]} */
const PLACES = [
  ['any-place', []],
  ['in-place', ['exact']],
  ['in-place-moved', ['moved']],
  ['in-place-lost', ['ambiguous', 'orphan']],
  ['in-place-whole', ['whole']],
];

export class Filter {
  /**
   * @param {App} app
   * @param {{ changed: () => void, left: () => void }} panel
   */
  constructor(app, panel) {
    this.app = app;
    const { changed } = panel;
    this.query = el('input', {
      type: 'search',
      class: 'field',
      'aria-label': t('notes-filter'),
      placeholder: `${t('notes-filter')}  f`,
      autocomplete: 'off',
      input: changed,
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (this.query.value === '') panel.left();
        this.query.value = '';
        changed();
      },
    });
    this.tag = el('select', { 'aria-label': t('tag'), change: changed });
    this.colour = el(
      'select',
      { 'aria-label': t('colour'), change: changed },
      el('option', { value: '', text: t('any-colour') }),
    );
    this.kind = choice('kind', KINDS, changed);
    this.place = choice('place', PLACES, changed);
    this.since = el('input', { type: 'date', 'aria-label': t('changed-since'), change: changed });
    this.until = el('input', {
      type: 'date',
      'aria-label': t('changed-until'),
      change: changed,
    });
    this.more = el(
      'details',
      { class: 'more-filters' },
      el('summary', { text: t('more-filters') }),
      el('div', { class: 'selects' }, this.kind, this.place),
      el(
        'div',
        { class: 'selects' },
        this.since,
        el('span', { text: '–', 'aria-hidden': 'true' }),
        this.until,
      ),
    );
    this.nodes = [this.query, el('div', { class: 'selects' }, this.tag, this.colour), this.more];
  }

  clear() {
    this.query.value = '';
  }

  /**
   * Shows only what has a tag, or again everything.
   * @param {string} tag
   */
  only(tag) {
    this.tag.value = this.tag.value === tag ? '' : tag;
  }

  /**
   * What there is to choose from.
   * @param {AnnotationRecord[]} all
   */
  offer(all) {
    this.offerTags(all);
    this.offerColours();
  }

  /** @param {AnnotationRecord[]} all */
  offerTags(all) {
    const tags = [...new Set(all.flatMap((a) => a.tags))].sort((a, b) => a.localeCompare(b));
    const chosen = this.tag.value;
    const key = tags.join('\n');
    if (this.tag.dataset['key'] === key) return;
    this.tag.dataset['key'] = key;
    this.tag.replaceChildren(
      el('option', { value: '', text: t('any-tag') }),
      ...tags.map((tag) => el('option', { value: tag, text: `#${tag}` })),
    );
    this.tag.value = tags.includes(chosen) ? chosen : '';
    this.tag.hidden = tags.length === 0;
  }

  /** The colours, as the reader calls them. */
  offerColours() {
    const names = COLOURS.map(({ colour, name }) => this.app.colourName(colour, name));
    const key = names.join('\n');
    if (this.colour.dataset['key'] === key) return;
    const chosen = this.colour.value;
    this.colour.dataset['key'] = key;
    this.colour.replaceChildren(
      el('option', { value: '', text: t('any-colour') }),
      ...COLOURS.map(({ colour }, index) => el('option', { value: colour, text: names[index] })),
    );
    this.colour.value = chosen;
  }

  /**
   * The ids of what answers, as the core finds it; undefined when nothing is asked.
   * @returns {Set<string> | undefined}
   */
  found() {
    const text = this.query.value.trim();
    const colour = COLOURS.find((one) => one.colour === this.colour.value)?.colour;
    const tags = this.tag.value === '' ? [] : [this.tag.value];
    const [kinds, places] = [
      KINDS[Number(this.kind.value)]?.[1] ?? [],
      PLACES[Number(this.place.value)]?.[1] ?? [],
    ];
    const [since, until] = [dayOf(this.since.value, 0), dayOf(this.until.value, 1)];
    const colours = colour ? [colour] : [];
    const asked = [text, ...tags, ...colours, ...kinds, ...places, since ?? '', until ?? ''];
    if (asked.every((one) => one === '')) return undefined;
    const query = { text, tags, colours, kinds, places, ...(since && { since }), ...(until && { until }) };
    return new Set(this.app.ask((core) => core.find(query)));
  }
}

/**
 * @param {string} name a message, as those of the options are
 * @param {[name: string, values: string[]][]} options
 * @param {() => void} change
 */
function choice(name, options, change) {
  return el(
    'select',
    { 'aria-label': t(name), change },
    ...options.map(([option], index) => el('option', { value: index, text: t(option) })),
  );
}

/**
 * The beginning of a day of the reader's clock, or of the one so many days after it, in universal time.
 * @param {string} day
 * @param {number} after
 * @returns {string | undefined}
 */
function dayOf(day, after) {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date + after, 0, 0, 0, -after).toISOString();
}
