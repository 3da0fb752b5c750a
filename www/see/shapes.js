// Owns what pictures are drawn with: their elements, their way with keys, and where names find room. Invariant:
// one item of a picture is in the tab order, the arrow keys reach the others.

/**
 * An element of a picture.
 * @param {string} tag
 * @param {Record<string, string | number | undefined | ((event: any) => void)>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * A picture of a size, whose items are reached with the arrow keys.
 * @param {number} width
 * @param {number} height
 * @param {string} name
 */
export function canvas(width, height, name) {
  const svg = /** @type {SVGSVGElement} */ (
    draw('svg', { class: 'picture', viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': name })
  );
  svg.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const items = /** @type {SVGElement[]} */ ([...svg.querySelectorAll('[role="button"]')]);
    const at = items.indexOf(/** @type {SVGElement} */ (document.activeElement));
    if (at < 0) return;
    if (event.key === 'Enter' || event.key === ' ')
      items[at]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    else if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    else {
      const next = items[(at + step + items.length) % items.length];
      for (const item of items) item.setAttribute('tabindex', item === next ? '0' : '-1');
      next?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  });
  return svg;
}

/**
 * Where the names of discs stand: beside, below or above them, the first ones first, none on another nor on a
 * disc; the names of the `bold` first ones may lie on discs that come later. A name without room is put beside
 * its disc and not `named`.
 * @param {{ x: number, y: number, r: number, name: string }[]} discs
 * @param {number} width
 * @param {number} height
 * @param {number} [bold]
 */
export function nameDiscs(discs, width, height, bold = 0) {
  const taken = discs.map(({ x, y, r }) => box(x - r + 1, y - r + 1, 2 * r - 2, 2 * r - 2));
  /** @type {ReturnType<typeof box>[]} */
  const written = [];
  return discs.map(({ x, y, r, name }, index) => {
    const words = wide(name);
    const places = [
      box(x + r + 4, y - 8, words, 16),
      box(x - r - 4 - words, y - 8, words, 16),
      box(x - words / 2, y + r + 1, words, 16),
      box(x - words / 2, y - r - 17, words, 16),
    ];
    const free = places.find(
      (place) =>
        place.left > 0 &&
        place.right < width &&
        place.top > 0 &&
        place.bottom < height &&
        written.every((other) => isClear(place, other)) &&
        taken.every((other, at) => at === index || (index < bold && at >= bold) || isClear(place, other)),
    );
    if (free) written.push(free);
    const { left, top } = free ?? box(Math.max(0, Math.min(x + r + 4, width - words)), y - 8, words, 16);
    return { left, base: top + 12, named: free !== undefined };
  });
}

/**
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 */
function box(left, top, width, height) {
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * @param {ReturnType<typeof box>} one
 * @param {ReturnType<typeof box>} other
 */
function isClear(one, other) {
  return (
    one.left >= other.right || other.left >= one.right || one.top >= other.bottom || other.top >= one.bottom
  );
}

/** @type {CanvasRenderingContext2D | null | undefined} */
let ruler;

/**
 * How wide words are in the pictures' type.
 * @param {string} text
 * @param {number} [size]
 */
export function wide(text, size = 12) {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length * size * 0.55;
  ruler.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}
