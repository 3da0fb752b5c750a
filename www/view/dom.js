// Owns the building of elements. Invariant: text goes in as text, never as markup.

/**
 * @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Properties
 * Attributes by name; `text` is the text content; a function is a listener for the event of that name.
 */

/**
 * Builds an element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Properties} [properties]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (name === 'text') element.textContent = String(value);
    else if (value === true) element.setAttribute(name, '');
    else element.setAttribute(name, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * A push button. The name is its visible text unless `properties` carry an `aria-label`.
 * @param {string} text
 * @param {(event: MouseEvent) => void} click
 * @param {Properties} [properties]
 * @returns {HTMLButtonElement}
 */
export function button(text, click, properties = {}) {
  return el('button', { type: 'button', class: 'button small', text, click, ...properties });
}

/**
 * The element of that id in the page's own markup.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element with the id “${id}”.`);
  return element;
}

/**
 * Whether the keys typed there are text of the reader's.
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
export function isField(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|file|range)$/.test(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

/**
 * A text cut to a length, for names of controls.
 * @param {string} text
 * @param {number} [length]
 * @returns {string}
 */
export function shorten(text, length = 60) {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= length ? flat : `${flat.slice(0, length - 1).trimEnd()}…`;
}

/**
 * A strip of positions: one tick for each, the current one bolder.
 * @param {number[]} positions offsets in the text
 * @param {number} length of the text
 * @param {number} [current] index of the bold tick
 * @returns {SVGSVGElement}
 */
export function strip(positions, length, current = -1) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'strip');
  svg.setAttribute('viewBox', '0 0 100 10');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const across = (/** @type {number} */ position) =>
    Math.round((position / Math.max(1, length)) * 490 + 5) / 5;
  // One line for all: an element each would be tens of thousands beside a long article.
  const draw = (
    /** @type {Iterable<number>} */ all,
    /** @type {string} */ line,
    /** @type {string} */ kind,
  ) => {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('class', kind);
    path.setAttribute('d', [...all].map((x) => `M${x} ${line}`).join(''));
    svg.append(path);
  };
  draw(new Set(positions.map(across)), '1.5V8.5', '');
  const now = positions[current];
  if (now !== undefined) draw([across(now)], '0V10', 'now');
  return svg;
}

/**
 * Gives the reader a file.
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} type
 */
export function save(content, name, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
