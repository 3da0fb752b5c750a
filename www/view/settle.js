// Owns where the notes of the margin stand when they would collide. Pure.

/** So many pixels stay between two. */
const GAP = 8;

/**
 * Where boxes of some heights stand that want to be at some places, in order and without overlap.
 * @param {number[]} wanted
 * @param {number[]} heights
 * @param {number} fixed index of the one that gets what it wants, or −1
 * @param {number} [floor] none stands above
 * @returns {number[]}
 */
export function settle(wanted, heights, fixed, floor = 0) {
  /** @type {number[]} */
  const tops = [];
  const needed = heights.slice(0, Math.max(0, fixed)).reduce((sum, height) => sum + height + GAP, floor);
  wanted.forEach((want, index) => {
    tops[index] = Math.max(want, floor);
    floor = (tops[index] ?? 0) + (heights[index] ?? 0) + GAP;
  });
  if (fixed < 0) return tops;
  tops[fixed] = Math.max(wanted[fixed] ?? 0, needed);
  for (let index = fixed - 1; index >= 0; index -= 1) {
    const ceiling = (tops[index + 1] ?? 0) - GAP - (heights[index] ?? 0);
    tops[index] = Math.min(tops[index] ?? 0, ceiling);
  }
  floor = (tops[fixed] ?? 0) + (heights[fixed] ?? 0) + GAP;
  for (let index = fixed + 1; index < tops.length; index += 1) {
    tops[index] = Math.max(wanted[index] ?? 0, floor);
    floor = (tops[index] ?? 0) + (heights[index] ?? 0) + GAP;
  }
  return tops;
}
