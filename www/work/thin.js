// Owns which parts of a long article give their elements up: those that are far from the window, but not where the
// reader is.

/** @typedef {import('../view/parts.js').Part} Part */

/** So far beyond the window, in pixels, a part keeps its elements. */
const FAR = 4000;

/**
 * Those that were there first go, until few enough are left.
 * @param {import('../view/parts.js').Parts} parts
 * @param {number} left
 */
export function thin(parts, left) {
  const selection = document.getSelection();
  const held = (/** @type {Part} */ part) =>
    part.element.contains(document.activeElement) ||
    (selection && !selection.isCollapsed && selection.containsNode(part.element, true));
  let gone = 0;
  for (const part of parts.live) {
    if (parts.live.size <= left) break;
    const { top, bottom } = part.element.getBoundingClientRect();
    if ((bottom > -FAR && top < innerHeight + FAR) || held(part)) continue;
    parts.live.delete(part);
    parts.goes(part);
    part.empty();
    gone += 1;
  }
  if (gone > 0) parts.onEmptied();
}
