// Owns the ruler at the window's edge: where in the whole text marks and notes, what was searched and the mentions
// of the chosen entity stand, and which part is in sight. It says nothing that the lists of notes, of hits and of
// entities do not say, so that screen readers pass it by. Invariant: what is drawn is bounded by the rows of the
// window, and where it stands is looked up only when it may have changed, so that scrolling past ten thousand marks
// costs no more than past ten.

import { el, shorten } from '../view/dom.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ span: Span, y: number, lane: number, colour: string }} Tick */

const WIDTH = 16;
/** The canvas’s own colour: it can be read while the page scrolls, and changes with the theme. */
const EDGE = 'var(--edge)';
const TALL = 3;
/** A press this near to a tick is meant for it. */
const NEAR = 6;

export class Ruler {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** Starts and ends of the hits, one after the other. @type {Uint32Array} */
    this.hits = new Uint32Array();
    /** Index of the entity that was chosen last. @type {number | undefined} */
    this.chosen = undefined;
    /** One for each row of a lane that has any. @type {Tick[]} */
    this.ticks = [];
    /** Whether they may stand elsewhere by now. */
    this.stale = true;
    /** The colour of the edge when they were laid: another theme has another. */
    this.edge = '';
    /** The theme's colours that were asked for, by their names. @type {Map<string, string>} */
    this.colours = new Map();
    this.canvas = el('canvas', {
      class: 'ruler',
      'aria-hidden': 'true',
      click: (/** @type {MouseEvent} */ event) => this.pressed(event),
      pointermove: (/** @type {PointerEvent} */ event) => this.over(event),
    });
    this.waiting = false;
    this.canvas.style.color = EDGE;
    document.body.append(this.canvas);
    app.on('hits', (/** @type {Uint32Array} */ ends) => {
      this.hits = ends;
      // The frame that shows the hits in the text does not wait for those of the whole.
      requestAnimationFrame(() => setTimeout(() => this.again()));
    });
    app.on('chosen', (index) => {
      this.chosen = index;
      this.again();
    });
    app.on('article', () => {
      this.chosen = undefined;
      this.hits = new Uint32Array();
      this.again();
    });
    for (const name of /** @type {const} */ (['annotations', 'mentions', 'filled']))
      app.on(name, () => this.again());
    addEventListener('scroll', () => this.later(), { passive: true });
    addEventListener('resize', () => this.again(), { passive: true });
    new ResizeObserver(() => this.again()).observe(app.article.root);
    this.again();
  }

  /** The ticks are laid and drawn again. */
  again() {
    this.stale = true;
    this.later();
  }

  /** Draws before the next frame, once. */
  later() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  draw() {
    const { canvas, app } = this;
    const height = canvas.clientHeight;
    const pen = canvas.getContext('2d');
    if (!pen || height === 0 || app.article.root.hidden) return;
    const density = window.devicePixelRatio;
    const [across, down] = [Math.round(WIDTH * density), Math.round(height * density)];
    // A size set anew, or any style, has the browser lay every highlight of the text again.
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.clearRect(0, 0, WIDTH, height);
    const all = document.documentElement.scrollHeight;
    const [top, part] = [(window.scrollY / all) * height, (window.innerHeight / all) * height];
    const edge = getComputedStyle(canvas).color;
    pen.fillStyle = edge;
    if (part < height) pen.fillRect(WIDTH - 2, top, 2, part);
    if (edge !== this.edge) this.colours.clear();
    if (this.stale || edge !== this.edge) this.ticks = this.wanted(height / all);
    [this.stale, this.edge] = [false, edge];
    for (const { y, lane, colour } of this.ticks) {
      pen.fillStyle = colour;
      pen.fillRect(1 + lane * 5, y - TALL / 2, 4, TALL);
    }
  }

  /** @param {string} name of a variable of the style sheets */
  colour(name) {
    const known = this.colours.get(name);
    if (known) return known;
    // A canvas reads no light-dark(): an element does.
    const probe = this.canvas;
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.style.color = EDGE;
    this.colours.set(name, color);
    return color;
  }

  /**
   * Where the start of a span stands in the document, and, given where another place stands, the first offset of the
   * same piece that stands there or below it, else the piece's end; spans that follow each other share what was measured.
   */
  heights() {
    const { article } = this.app;
    let [from, to, top, tall] = [0, -1, 0, 0];
    const at = (/** @type {number} */ start) => {
      if (start < from || start >= to) {
        const piece = article.pieceAt(start);
        if (!piece) return 0;
        const box = piece.element.getBoundingClientRect();
        [from, to, top, tall] = [piece.start, piece.end, window.scrollY + box.top, box.height];
      }
      return top + ((start - from) / Math.max(1, to - from)) * tall;
    };
    const below = (/** @type {number} */ y) =>
      tall > 0 ? Math.min(to, Math.ceil(from + ((y - top) / tall) * (to - from))) : to;
    return { at, below };
  }

  /** @param {number} scale */
  wanted(scale) {
    const { app, hits } = this;
    /** By lane and row. @type {Map<number, Tick>} */
    const ticks = new Map();
    const { at, below } = this.heights();
    /** @param {number} start @param {number} end @param {number} lane @param {string} colour */
    const lay = (start, end, lane, colour) => {
      const y = at(start) * scale;
      const row = Math.round(y) * 3 + lane;
      if (!ticks.has(row)) ticks.set(row, { span: { start, end }, y, lane, colour });
    };
    for (const { start, end, colour } of app.marks.list())
      lay(start, end, 0, this.colour(colour ? `--${colour}-edge` : '--edge'));
    const entity = this.chosen === undefined ? undefined : app.entity(this.chosen);
    const family = entity?.family === 'howMuch' ? 'how-much' : entity?.family;
    const line = this.colour(`--${family ?? 'soft'}`);
    for (const { start, end } of entity?.mentions ?? []) lay(start, end, 1, line);
    const accent = this.colour('--accent');
    // Of the hits of a row one is enough: the next that is asked for stands in another, or in another piece.
    for (let index = 0; index + 1 < hits.length;) {
      const start = hits[index] ?? 0;
      lay(start, hits[index + 1] ?? 0, 2, accent);
      const row = Math.round(at(start) * scale);
      index = firstFrom(hits, below((row + 0.5) / scale), index + 2);
    }
    return [...ticks.values()];
  }

  /** The tick that is meant by a place on the ruler. @param {MouseEvent} event */
  tickAt({ offsetX, offsetY }) {
    const far = (/** @type {Tick} */ tick) =>
      Math.abs(tick.y - offsetY) + Math.abs(3 + tick.lane * 5 - offsetX) / 4;
    const [nearest] = this.ticks
      .filter((tick) => Math.abs(tick.y - offsetY) <= NEAR)
      .sort((a, b) => far(a) - far(b));
    return nearest;
  }

  /** @param {MouseEvent} event */
  pressed(event) {
    const { app, canvas } = this;
    const tick = this.tickAt(event);
    if (tick) {
      app.last = tick.span;
      app.article.reveal(tick.span.start, tick.span.end);
    } else {
      const all = document.documentElement.scrollHeight;
      window.scrollTo({ top: (event.offsetY / canvas.clientHeight) * all - window.innerHeight / 2 });
    }
  }

  /** @param {PointerEvent} event */
  over(event) {
    const tick = this.tickAt(event);
    this.canvas.title = tick ? shorten(this.app.article.slice(tick.span), 60) : '';
    this.canvas.style.cursor = tick ? 'pointer' : 'default';
  }
}

/**
 * The place of the first span that begins at an offset or after it, among starts and ends, not before a place.
 * @param {Uint32Array} ends
 * @param {number} offset
 * @param {number} first
 */
function firstFrom(ends, offset, first) {
  let [low, high] = [first / 2, ends.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[2 * middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
