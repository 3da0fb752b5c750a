// Owns the place where a reader left off in each article. Invariant: it is of this device alone, and nothing of the
// article's.

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ at: number, part: number, entities: number }} Seen an offset, a part of the whole, how many entities */

/** Nobody who has not scrolled so far has left off anywhere. */
const START = 240;

/** @type {App | undefined} */
let followed;
let waiting = 0;
/** The article that was followed last: where one is that was only just opened says nothing of where its reader was. @type {string | undefined} */
let current;

/** Name of the setting. @param {string} id */
const name = (id) => `device-seen-${id}`;

/**
 * @param {App} app
 * @param {string} id
 * @returns {Seen | undefined}
 */
export function seen(app, id) {
  try {
    const value = JSON.parse(app.setting(name(id)) ?? 'null');
    return typeof value?.at === 'number' && typeof value?.part === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Goes to where the reader left off in the article that was opened.
 * @param {App} app
 */
export function follow(app) {
  if (!followed) {
    addEventListener('scroll', () => later(app), { passive: true });
    app.on('mentions', () => count(app));
    followed = app;
  }
  const place = app.open ? seen(app, app.open) : undefined;
  if (place && place.at > 0 && scrollY < 5 && location.hash === '') goTo(app, place.at);
  current = app.open;
  count(app);
  later(app);
}

/** Writes the number of entities down at once: the reader may go on to another article. @param {App} app */
function count(app) {
  const id = app.open;
  if (!id || app.dead) return;
  const place = seen(app, id) ?? { at: 0, part: 0 };
  write(app, id, { at: place.at, part: place.part, entities: entities(app, id) });
}

/**
 * How many entities it has; of a text that is not read to its end, how many it had.
 * @param {App} app
 * @param {string} id
 */
function entities(app, id) {
  return app.reader.lacks ? (seen(app, id)?.entities ?? 0) : app.entities.length;
}

/**
 * @param {App} app
 * @param {string} id
 * @param {Seen} place
 */
function write(app, id, place) {
  const value = JSON.stringify(place);
  if (value !== app.setting(name(id))) app.ask((core) => core.setSetting(name(id), value));
}

/**
 * @param {App} app
 * @param {number} at
 */
function goTo(app, at) {
  const block = app.article.blocks.findLast(({ start }) => start <= at);
  if (!block) return;
  block.element.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** Writes it down when scrolling has come to rest. @param {App} app */
function later(app) {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => keep(app), 700);
}

/** @param {App} app */
function keep(app) {
  const id = app.open;
  if (!id || id !== current || app.dead) return;
  const { root } = app.article;
  const top = scrollY < START ? undefined : app.article.topmost();
  const box = root.getBoundingClientRect();
  const read = scrollY < START ? 0 : (innerHeight - box.top) / Math.max(1, box.height);
  const part = Math.round(Math.min(1, Math.max(0, read)) * 100) / 100;
  write(app, id, { at: top?.start ?? 0, part, entities: entities(app, id) });
}
