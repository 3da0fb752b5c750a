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

/**
 * The entities of the open article, those of a long one in brief.
 * @param {App} app
 * @returns {EntityRecord[]}
 */
export function entitiesOf(app) {
  if ((app.ask((core) => core.status())?.mentions ?? 0) <= MANY)
    return app.ask((core) => core.entities()) ?? app.entities;
  const table = app.ask((core) => core.entityTable());
  if (!table) return app.entities;
  const [names, types, numbers] = table;
  const labels = types.split(' ');
  const all = names.split('\u001f');
  const briefs = [];
  for (let index = 0; index * 4 < numbers.length; index += 1) {
    const [label = 0, mentions = 0, first = 0, flags = 0] = numbers.subarray(index * 4, index * 4 + 4);
    const own = (all[index] ?? '').split('\u001e');
    briefs.push(new Brief(app, index, labels[label] ?? '', own, mentions, first, flags));
  }
  return /** @type {EntityRecord[]} */ (/** @type {unknown} */ (briefs));
}
