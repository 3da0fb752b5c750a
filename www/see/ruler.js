// Owns the ruler at the window's edge: where in the whole text marks and notes, what was searched and the mentions
// of the chosen entity stand, and which part is in sight. It says nothing that the lists of notes, of hits and of
// entities do not say, so that screen readers pass it by.

import { el, shorten } from '../view/dom.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ span: Span, y: number, lane: number, colour: string }} Tick */

const WIDTH = 16;
const TALL = 3;
/** A press this near to a tick is meant for it. */
const NEAR = 6;

export class Ruler {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Span[]} */
    this.hits = [];
    /** Index of the entity that was chosen last. @type {number | undefined} */
    this.chosen = undefined;
    /** @type {Tick[]} */
    this.ticks = [];
    this.canvas = el('canvas', {
      class: 'ruler',
      'aria-hidden': 'true',
      click: (/** @type {MouseEvent} */ event) => this.pressed(event),
      pointermove: (/** @type {PointerEvent} */ event) => this.over(event),
    });
    this.waiting = false;
    document.body.append(this.canvas);
    app.on('hits', (/** @type {Uint32Array} starts and ends */ ends) => {
      this.hits = [];
      for (let at = 0; at + 1 < ends.length; at += 2)
        this.hits.push({ start: ends[at] ?? 0, end: ends[at + 1] ?? 0 });
      this.later();
    });
    app.on('chosen', (index) => {
      this.chosen = index;
      this.later();
    });
    app.on('article', () => {
      this.chosen = undefined;
      this.hits = [];
      this.later();
    });
    for (const name of /** @type {const} */ (['annotations', 'mentions', 'filled']))
      app.on(name, () => this.later());
    for (const name of ['resize', 'scroll']) addEventListener(name, () => this.later(), { passive: true });
    new ResizeObserver(() => this.later()).observe(app.article.root);
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
    canvas.width = WIDTH * density;
    canvas.height = height * density;
    pen.scale(density, density);
    this.look = getComputedStyle(document.documentElement);
    const all = document.documentElement.scrollHeight;
    const [top, part] = [(window.scrollY / all) * height, (window.innerHeight / all) * height];
    pen.fillStyle = this.colour('--edge');
    if (part < height) pen.fillRect(WIDTH - 2, top, 2, part);
    this.ticks = this.wanted(height / all);
    for (const { y, lane, colour } of this.ticks) {
      pen.fillStyle = colour;
      pen.fillRect(1 + lane * 5, y - TALL / 2, 4, TALL);
    }
  }

  /** @param {string} name of a variable of the style sheets */
  colour(name) {
    // A canvas reads no light-dark(): an element does.
    const probe = this.canvas;
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  }

  /** @param {number} scale */
  wanted(scale) {
    const { app } = this;
    /** @type {Map<HTMLElement, DOMRect>} */
    const boxes = new Map();
    const at = (/** @type {Span} */ { start }) => {
      const piece = app.article.pieceAt(start);
      if (!piece) return 0;
      const box = boxes.get(piece.element) ?? piece.element.getBoundingClientRect();
      boxes.set(piece.element, box);
      const share = (start - piece.start) / Math.max(1, piece.end - piece.start);
      return (window.scrollY + box.top + share * box.height) * scale;
    };
    const ticks = (/** @type {Span[]} */ spans, /** @type {number} */ lane, /** @type {string} */ colour) =>
      spans.map((span) => ({ span, y: at(span), lane, colour }));
    const colours = new Map();
    const marks = app.marks.list().map((span) => {
      const name = span.colour ? `--${span.colour}-edge` : '--edge';
      if (!colours.has(name)) colours.set(name, this.colour(name));
      return { span, y: at(span), lane: 0, colour: colours.get(name) };
    });
    const entity = this.chosen === undefined ? undefined : app.entity(this.chosen);
    const family = entity?.family === 'howMuch' ? 'how-much' : entity?.family;
    return [
      ...marks,
      ...ticks(entity?.mentions ?? [], 1, this.colour(`--${family ?? 'soft'}`)),
      ...ticks(this.hits, 2, this.colour('--accent')),
    ];
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
