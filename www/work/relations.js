// Owns the lines between the passages of relations, drawn over the text when they are asked for. Invariants: the
// lines take no pointer and are not read out, since the margin lists every relation; they are where the words are.

import { t } from '../view/catalogue.js';
import { shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ x: number, y: number }} Point */

const SPACE = 'http://www.w3.org/2000/svg';
const SETTING = 'relations';
/** More than these and the text could not be read: those nearest to the window are drawn. */
const MOST = 60;

/** @type {Relations | undefined} */
let only;

/** @param {App} app */
export async function relations(app) {
  await stylesheet('work/relations.css');
  return (only ??= new Relations(app));
}

class Relations {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.frame = 0;
    this.svg = svg('svg', { class: 'relations', 'aria-hidden': 'true' });
    app.article.root.before(this.svg);
    for (const name of /** @type {const} */ (['annotations', 'article', 'filled', 'active']))
      app.on(name, () => this.draw());
    new ResizeObserver(() => this.draw()).observe(app.article.root);
    this.draw();
  }

  get on() {
    return this.app.setting(SETTING) === 'on';
  }

  toggle() {
    this.app.keep(SETTING, this.on ? null : 'on');
    const many = this.list().length;
    if (!this.on) this.app.say(t('relations-off'));
    else this.app.say(many === 0 ? t('relations-none') : t('relations-drawn', { count: many }));
    this.draw();
  }

  /** The relations both ends of which have a place. */
  list() {
    return this.app.annotations.filter(
      ({ kind, start, ends }) => kind === 'relation' && start >= 0 && (ends[0]?.start ?? -1) >= 0,
    );
  }

  /** Draws the lines before the next frame. */
  draw() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.svg.replaceChildren();
      this.svg.toggleAttribute('hidden', !this.on);
      if (!this.on) return;
      const origin = this.svg.getBoundingClientRect();
      this.svg.append(arrow());
      for (const relation of this.list().slice(0, MOST)) this.line(relation, origin);
    });
  }

  /**
   * @param {import('../view/labels.js').AnnotationRecord} relation
   * @param {DOMRect} origin
   */
  line(relation, origin) {
    const [end] = relation.ends;
    if (!end) return;
    const from = this.box(relation.start, relation.end, origin);
    const to = this.box(end.start, end.end, origin);
    if (!from || !to) return;
    const { path, middle } = curve(from, to);
    const active = this.app.marks.active === relation.id;
    const group = svg('g', { class: `relation ${relation.colour ?? 'plain'}${active ? ' active' : ''}` });
    group.append(svg('path', { d: path, 'marker-end': 'url(#relation-arrow)' }));
    if (relation.relation) {
      const label = svg('text', { x: middle.x, y: middle.y, 'text-anchor': 'middle' });
      label.textContent = shorten(relation.relation, 30);
      group.append(label);
    }
    this.svg.append(group);
  }

  /**
   * The first line of a passage, from the corner of the drawing.
   * @param {number} start
   * @param {number} end
   * @param {DOMRect} origin
   */
  box(start, end, origin) {
    const [rect] = this.app.article.rects(start, end);
    if (!rect) return undefined;
    return {
      x: rect.left + rect.width / 2 - origin.left,
      top: rect.top - origin.top,
      bottom: rect.bottom - origin.top,
    };
  }
}

/**
 * A line from below one passage to above the other, or an arc where both stand on one line.
 * @param {{ x: number, top: number, bottom: number }} from
 * @param {{ x: number, top: number, bottom: number }} to
 */
function curve(from, to) {
  const same = Math.abs(from.top - to.top) < 8;
  const down = to.top > from.top;
  const [y1, y2] = same ? [from.top, to.top] : down ? [from.bottom, to.top] : [from.top, to.bottom];
  const reach = same ? Math.min(22, 10 + Math.abs(to.x - from.x) / 12) : Math.min(60, Math.abs(y2 - y1) / 2);
  const [c1, c2] = same
    ? [y1 - reach, y2 - reach]
    : down
      ? [y1 + reach, y2 - reach]
      : [y1 - reach, y2 + reach];
  /** @param {number} a @param {number} b @param {number} c @param {number} d */
  const half = (a, b, c, d) => (a + 3 * b + 3 * c + d) / 8;
  return {
    path: `M ${from.x} ${y1} C ${from.x} ${c1}, ${to.x} ${c2}, ${to.x} ${y2}`,
    middle: { x: (from.x + to.x) / 2, y: half(y1, c1, c2, y2) + 4 },
  };
}

function arrow() {
  const marker = svg('marker', {
    id: 'relation-arrow',
    viewBox: '0 0 8 8',
    refX: 7,
    refY: 4,
    markerWidth: 7,
    markerHeight: 7,
    orient: 'auto-start-reverse',
  });
  marker.append(svg('path', { d: 'M 0 0 L 8 4 L 0 8 z', class: 'arrow' }));
  const defs = svg('defs', {});
  defs.append(marker);
  return defs;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function svg(tag, attributes) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
