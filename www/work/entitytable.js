// Owns the list of a long article's entities: their names and numbers come in one table, the rest of one when
// somebody looks at it.

import { FAMILIES } from '../view/labels.js';

/** @typedef {import('../view/labels.js').EntityRecord} EntityRecord */
/** @typedef {import('../view/app.js').App} App */

/** Of more mentions the entities come as a table. */
const MANY = 1500;

/** The family of each type. @type {Map<string, string>} */
const FAMILY = new Map(FAMILIES.flatMap(({ family, types }) => types.map(({ label }) => [label, family])));

/** What is known of an entity at once; all else is asked for. */
class Brief {
  /** @type {App} */
  #app;

  /**
   * @param {App} app
   * @param {number} index
   * @param {string} label
   * @param {string[]} names
   * @param {number} count
   * @param {number} first
   * @param {number} flags
   */
  constructor(app, index, label, names, count, first, flags) {
    this.index = index;
    this.label = label;
    this.name = names[0] ?? '';
    this.aliases = names.slice(1);
    /** How many mentions it has. */
    this.count = count;
    /** Where the first of them starts. */
    this.first = first;
    this.hidden = (flags & 1) > 0;
    this.unsure = (flags & 2) > 0;
    /** @type {EntityRecord | undefined} */
    this.full = undefined;
    this.#app = app;
  }

  get family() {
    return FAMILY.get(this.label);
  }

  get whole() {
    return (this.full ??= this.#app.ask((core) => core.entity(this.index)) ?? undefined);
  }

  get mentions() {
    return this.whole?.mentions ?? [];
  }

  get descriptions() {
    return this.whole?.descriptions ?? [];
  }

  get links() {
    return this.whole?.links ?? [];
  }

  get place() {
    return this.whole?.place;
  }
}

export class EntityTable {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** What the core said of which article, until it is shown. @type {{ of: string, all: EntityRecord[] } | undefined} */
    this.fresh = undefined;
    /** The article whose entities the page has. @type {string | undefined} */
    this.shown = undefined;
    app.list = () => this.list();
  }

  /**
   * The entities of the open article: those that were fetched for this moment, or the last ones while others are on
   * their way.
   */
  list() {
    const { app, fresh, shown } = this;
    this.fresh = undefined;
    this.shown = app.open;
    if (fresh && fresh.of === app.open) return fresh.all;
    if (!this.many) return app.ask((core) => core.entities()) ?? app.entities;
    void this.renew();
    return shown === app.open ? app.entities : [];
  }

  get many() {
    return (this.app.ask((core) => core.status())?.mentions ?? 0) > MANY;
  }

  /** Fetches them, and has them shown. */
  async renew() {
    await this.fetch();
    if (this.fresh) this.app.reread(false);
  }

  async fetch() {
    const { app } = this;
    const { open } = app;
    const table = await app.wait((core) => core.entityTable());
    if (!table || open === undefined || open !== app.open) return;
    const [names, types, numbers] = table;
    const labels = types.split(' ');
    const all = names.split('\u001f');
    const briefs = [];
    for (let index = 0; index * 4 < numbers.length; index += 1) {
      const [label = 0, mentions = 0, first = 0, flags = 0] = numbers.subarray(index * 4, index * 4 + 4);
      const own = (all[index] ?? '').split('\u001e');
      briefs.push(new Brief(app, index, labels[label] ?? '', own, mentions, first, flags));
    }
    this.fresh = { of: open, all: /** @type {EntityRecord[]} */ (/** @type {unknown} */ (briefs)) };
  }
}
