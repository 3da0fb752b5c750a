// Owns how a picture leaves the page: as SVG with its colours and type written into it, and as pixels. The
// page's policy lets no picture in that was made on the spot, so that pixels are painted shape by shape.
// Invariant: both open anywhere, without the page's style sheets.

/** What style sheets say of a shape. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
  'vector-effect',
];
const SHAPES = 'path, line, circle, rect, text';
const SCALE = 2;
const MARGIN = 12;

/** @param {SVGSVGElement} svg */
function size(svg) {
  const { width, height } = svg.viewBox.baseVal;
  return { width, height };
}

/** Whether a shape is only there to be pressed, or is not shown. @param {Element} shape */
function isUnseen(shape) {
  const style = getComputedStyle(shape);
  return style.display === 'none' || style.visibility === 'hidden' || shape.closest('.unsaved') !== null;
}

/**
 * The picture as a file of its own.
 * @param {SVGSVGElement} svg
 */
export function alone(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const shapes = svg.querySelectorAll('*');
  const unseen = new Set();
  copy.querySelectorAll('*').forEach((shape, index) => {
    const shown = /** @type {Element} */ (shapes[index]);
    if (isUnseen(shown)) unseen.add(shape);
    for (const name of ['class', 'tabindex', 'role', 'aria-label']) shape.removeAttribute(name);
    if (!shown.matches(SHAPES)) return;
    const style = getComputedStyle(shown);
    for (const name of LOOK) shape.setAttribute(name, style.getPropertyValue(name));
  });
  for (const shape of unseen) shape.remove();
  const { width, height } = size(svg);
  const space = 'http://www.w3.org/2000/svg';
  const paper = document.createElementNS(space, 'rect');
  const [x, y] = [-MARGIN, -MARGIN];
  const frame = { x, y, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  for (const [name, value] of Object.entries({ ...frame, fill: paperColour() }))
    paper.setAttribute(name, String(value));
  const title = document.createElementNS(space, 'title');
  title.textContent = svg.getAttribute('aria-label');
  copy.prepend(title, paper);
  for (const name of ['class', 'role', 'aria-label', 'style']) copy.removeAttribute(name);
  copy.setAttribute('xmlns', space);
  copy.setAttribute('viewBox', `${x} ${y} ${frame.width} ${frame.height}`);
  copy.setAttribute('width', String(frame.width));
  copy.setAttribute('height', String(frame.height));
  return new XMLSerializer().serializeToString(copy);
}

function paperColour() {
  return getComputedStyle(document.documentElement).backgroundColor;
}

/**
 * The picture as pixels, two for each of its own.
 * @param {SVGSVGElement} svg
 * @returns {Promise<Blob>}
 */
export async function raster(svg) {
  const { width, height } = size(svg);
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + 2 * MARGIN) * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser gave no canvas to paint on.');
  pen.fillStyle = paperColour();
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const own = svg.getScreenCTM()?.inverse();
  for (const shape of /** @type {NodeListOf<SVGGraphicsElement>} */ (svg.querySelectorAll(SHAPES))) {
    const at = shape.getScreenCTM();
    if (!own || !at || isUnseen(shape)) continue;
    const place = new DOMMatrix([SCALE, 0, 0, SCALE, MARGIN * SCALE, MARGIN * SCALE]);
    pen.setTransform(place.multiply(own).multiply(at));
    paint(pen, shape, opacity(shape, svg));
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture could be made.')))),
  );
}

/**
 * How much of a shape is seen through the groups that it stands in.
 * @param {Element} shape
 * @param {Element} top
 */
function opacity(shape, top) {
  let all = 1;
  for (let at = /** @type {Element | null} */ (shape); at && at !== top; at = at.parentElement)
    all *= Number(getComputedStyle(at).opacity);
  return all;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {SVGGraphicsElement} shape
 * @param {number} seen
 */
function paint(pen, shape, seen) {
  const style = getComputedStyle(shape);
  const [fill, stroke] = [style.fill, style.stroke];
  pen.lineWidth = parseFloat(style.strokeWidth) || 0;
  pen.lineJoin = /** @type {CanvasLineJoin} */ (style.strokeLinejoin || 'miter');
  pen.lineCap = /** @type {CanvasLineCap} */ (style.strokeLinecap || 'butt');
  const dashes = style.strokeDasharray;
  pen.setLineDash(dashes === 'none' ? [] : dashes.split(/[\s,]+/).map(parseFloat));
  if (style.getPropertyValue('vector-effect') === 'non-scaling-stroke') {
    const { a, b } = pen.getTransform();
    pen.lineWidth *= SCALE / Math.hypot(a, b);
  }
  const filled = () => {
    pen.globalAlpha = seen * Number(style.fillOpacity || 1);
    pen.fillStyle = fill;
    return fill !== 'none';
  };
  const stroked = () => {
    pen.globalAlpha = seen * Number(style.strokeOpacity || 1);
    pen.strokeStyle = stroke;
    return stroke !== 'none' && pen.lineWidth > 0;
  };
  if (shape instanceof SVGTextElement) {
    const number = (/** @type {string} */ name) => Number(shape.getAttribute(name) ?? 0);
    const [text, x, y] = [shape.textContent ?? '', number('x'), number('y')];
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const anchor = style.textAnchor;
    pen.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
    if (stroked()) pen.strokeText(text, x, y);
    if (filled()) pen.fillText(text, x, y);
    return;
  }
  const path = outline(shape);
  if (filled()) pen.fill(path);
  if (stroked()) pen.stroke(path);
}

/** @param {Element} shape */
function outline(shape) {
  const number = (/** @type {string} */ name) => Number(shape.getAttribute(name) ?? 0);
  const path = new Path2D(shape.tagName === 'path' ? (shape.getAttribute('d') ?? '') : undefined);
  if (shape.tagName === 'circle') path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
  else if (shape.tagName === 'line') {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  } else if (shape.tagName === 'rect') {
    path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
  }
  return path;
}
