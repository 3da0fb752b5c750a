// Owns the list of annotations as the page has it: brought up to date by what changed, since all of them would
// be asked for with every key. Invariant: the order is the core's, by place, those without one last.

/** @typedef {import('../view/labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {ReturnType<import('../pkg/manicule.js').Core['annotationNews']>} News */

/**
 * @param {AnnotationRecord} one
 * @param {AnnotationRecord} other
 */
function compare(one, other) {
  const lost = (/** @type {AnnotationRecord} */ { start }) => (start < 0 ? 1 : 0);
  const text = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);
  return (
    lost(one) - lost(other) ||
    one.start - other.start ||
    one.end - other.end ||
    text(one.created, other.created) ||
    text(one.id, other.id)
  );
}

/**
 * The annotations of the open article, by what changed since it was asked last.
 * @param {import('../view/app.js').App} app
 */
export function gather(app) {
  const news = app.ask((core) => core.annotationNews());
  return news ? after(app.annotations, news) : app.annotations;
}

/**
 * The annotations after the news.
 * @param {AnnotationRecord[]} before in order
 * @param {News} news
 * @returns {AnnotationRecord[]}
 */
function after(before, [all, records, gone]) {
  if (all) return records;
  if (records.length === 0 && gone.length === 0) return before;
  const changed = new Set([...gone, ...records.map(({ id }) => id)]);
  const rest = before.filter(({ id }) => !changed.has(id));
  /** @type {AnnotationRecord[]} */
  const merged = [];
  let next = 0;
  for (const record of [...records].sort(compare)) {
    for (let one = rest[next]; one && compare(one, record) < 0; one = rest[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(record);
  }
  return merged.concat(rest.slice(next));
}
