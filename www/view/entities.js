// Owns the list of entities: by family, each with its places in the text and how often it is named.

import { button, el, shorten, strip } from './dom.js';
import { FAMILIES, lineClass, typeName } from './labels.js';

/** @typedef {import('./labels.js').EntityRecord} EntityRecord */
/** @typedef {import('./app.js').App} App */

/** So many of a family at first. */
const FIRST = 12;

export class EntityList {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** Families shown whole. @type {Set<string>} */
    this.whole = new Set();
    this.list = el('div', { class: 'families' });
    this.root = el('div', { class: 'entities' }, this.list);
    app.on('mentions', () => this.show());
    app.on('article', () => this.whole.clear());
  }

  show() {
    const { entities, off } = this.app;
    const sections = FAMILIES.map((family) => {
      const labels = new Set(family.types.map((type) => String(type.label)));
      const own = entities.filter((entity) => labels.has(entity.label) && !off.has(entity.label));
      own.sort((a, b) => b.mentions.length - a.mentions.length || first(a) - first(b));
      return own.length > 0 ? this.section(family, own) : null;
    }).filter((section) => section !== null);
    this.list.replaceChildren(...sections);
    if (sections.length > 0) return;
    const none =
      entities.length === 0 ? 'No entities were found in this text.' : 'The legend has all these types off.';
    this.list.append(el('p', { class: 'hint', text: none }));
  }

  /**
   * @param {import('./labels.js').Family} family
   * @param {EntityRecord[]} own
   */
  section(family, own) {
    const cut = this.whole.has(family.family) ? own.length : FIRST;
    const rest = own.length - cut;
    return el(
      'section',
      { class: `family ${family.family}`, 'aria-label': family.name },
      el('h2', { class: 'family-name' }, el('span', { class: 'sample', 'aria-hidden': 'true' }), family.name),
      el('ul', {}, ...own.slice(0, cut).map((entity) => this.row(entity))),
      rest > 0
        ? button(`${rest} more`, () => this.more(family.family), {
            class: 'quiet',
            'aria-label': `${rest} more: ${family.name}`,
          })
        : null,
    );
  }

  /** @param {string} family */
  more(family) {
    this.whole.add(family);
    this.show();
  }

  /** @param {EntityRecord} entity */
  row(entity) {
    const count = entity.mentions.length;
    const name = shorten(entity.name, 60);
    const ticks = strip(
      entity.mentions.map((span) => span.start),
      this.app.article.text.length,
    );
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: `row entity ${lineClass(entity.label)}`,
          'aria-label': `${name}, ${count} ${count === 1 ? 'mention' : 'mentions'}, ${typeName(entity.label).toLowerCase()}`,
          click: () => this.go(entity),
        },
        el('span', { class: 'name', text: name }),
        ' ',
        ticks,
        el('span', { class: 'count', text: String(count) }),
      ),
    );
  }

  /**
   * To the entity's next mention from where the reader is, and around.
   * @param {EntityRecord} entity
   */
  go(entity) {
    const here = this.app.place();
    const next = entity.mentions.find((span) => span.start > here.start) ?? entity.mentions[0];
    if (!next) return;
    this.app.emit('going');
    if (!this.app.mentions.focus(next.start)) this.app.article.reveal(next.start, next.end);
  }
}

/** @param {EntityRecord} entity */
function first(entity) {
  return entity.mentions[0]?.start ?? 0;
}
