// Owns the network: who shares sentences with whom. The core counts; this places and draws. Invariants: the
// same article gives the same picture each time; what the thresholds leave out is counted beside it.

import { number, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from '../vendor/d3-force.js';
import { Page, passages, styled, table } from './page.js';
import { canvas, draw, nameDiscs } from './shapes.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').EntityRecord} EntityRecord */
/** @typedef {{ one: number, other: number, count: number }} Tie */
/** @typedef {{ entity: EntityRecord, x: number, y: number, r: number, ties: Tie[] }} Dot */

/** How many names can be shown. */
const SIZES = [15, 40, 100, 250, 500];
/** At first so many, and at most so many ties for each of them. */
const FIRST = 40;
const TIES_EACH = 3;
/** Steps until it rests: fewer for a crowd, whose picture is coarse in any case. */
const TICKS = 300;
const CROWD = 150;
/** The names of so many may cover dots of others. */
const BOLD = 12;

/** @param {App} app */
export async function create(app) {
  await styled();
  return new Network(app);
}

class Network {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Tie[]} */
    this.ties = [];
    this.most = FIRST;
    /** The dots of the picture, the most named first. @type {Dot[]} */
    this.list = [];
    /** The one that stands out. @type {number | undefined} */
    this.alone = undefined;
    /** Whose network it is. @type {string | undefined} */
    this.article = undefined;
    /** The least sentences that two must share; as many as keep the picture clear when the reader chose none. @type {number | undefined} */
    this.least = undefined;
    this.sizes = el('select', { change: () => this.set(Number(this.sizes.value), this.least) });
    this.leasts = el('select', { change: () => this.set(this.most, Number(this.leasts.value)) });
    this.left = el('p', { class: 'hint left-out', role: 'status' });
    this.page = new Page(app, {
      name: t('view-network'),
      about: t('network-about'),
      choose: t('network-choose'),
      controls: [
        el('label', { class: 'choice' }, `${t('network-names')} `, this.sizes),
        el('label', { class: 'choice' }, `${t('network-least')} `, this.leasts),
      ],
    });
    this.page.tools.after(this.left);
    this.root = this.page.root;
    addEventListener('resize', () => this.root.isConnected && this.page.draw());
  }

  /**
   * @param {number} most
   * @param {number | undefined} least
   */
  set(most, least) {
    this.most = most;
    this.least = least;
    this.choose();
    this.page.draw();
  }

  /** @param {number} [entity] the one to point at */
  show(entity) {
    const { app } = this;
    const numbers = app.ask((core) => core.ties()) ?? new Uint32Array();
    this.ties = [];
    for (let at = 0; at + 2 < numbers.length; at += 3) {
      const [one = 0, other = 0, count = 0] = numbers.subarray(at, at + 3);
      if (!app.entity(one)?.hidden && !app.entity(other)?.hidden) this.ties.push({ one, other, count });
    }
    if (this.article !== app.open) this.least = undefined;
    this.article = app.open;
    this.choose(entity);
    this.page.fill(
      this.ties.length === 0
        ? { nothing: t('network-nothing') }
        : { picture: () => this.picture(), table: () => this.table() },
    );
    this.left.hidden = this.ties.length === 0;
    if (entity !== undefined) this.tell(entity);
  }

  /**
   * Chooses whom to show: those that are tied most often, and only ties that are strong enough.
   * @param {number} [always] one that must be among them
   */
  choose(always) {
    const strength = new Map();
    for (const { one, other, count } of this.ties)
      for (const index of [one, other]) strength.set(index, (strength.get(index) ?? 0) + count);
    const rank = (/** @type {number} */ it) => (it === always ? Infinity : strength.get(it));
    const all = [...strength.keys()].sort((a, b) => rank(b) - rank(a) || a - b);
    const chosen = new Set(all.slice(0, this.most));
    const among = this.ties.filter(({ one, other }) => chosen.has(one) && chosen.has(other));
    const strongest = among.reduce((most, { count }) => Math.max(most, count), 1);
    let least = this.least ?? 1;
    if (this.least === undefined)
      while (
        least < strongest &&
        among.filter(({ count }) => count >= least).length > chosen.size * TIES_EACH
      )
        least += 1;
    this.shown = among.filter(({ count }) => count >= least);
    this.options(all.length, Math.max(strongest, least), least);
    const names = new Set(this.shown.flatMap(({ one, other }) => [one, other]));
    const [others, ties] = [all.length - names.size, this.ties.length - this.shown.length];
    const count = (/** @type {number} */ ofNames, /** @type {number} */ ofTies) => ({
      names: t('names-count', { count: ofNames }),
      ties: t('ties-count', { count: ofTies }),
    });
    const shown = t('network-shown', count(names.size, this.shown.length));
    this.left.textContent =
      others + ties > 0 ? t('network-left-out', { shown, ...count(others, ties) }) : shown;
  }

  /**
   * @param {number} names there are
   * @param {number} strongest
   * @param {number} least
   */
  options(names, strongest, least) {
    const sizes = SIZES.filter((size, index) => index === 0 || (SIZES[index - 1] ?? 0) < names);
    if (!sizes.includes(this.most)) sizes.push(this.most);
    this.sizes.replaceChildren(
      ...sizes.map((size) => el('option', { value: size, text: t('up-to', { count: number(size) }) })),
    );
    this.sizes.value = String(this.most);
    const steps = Array.from({ length: Math.min(strongest, 20) }, (_, index) => index + 1);
    if (!steps.includes(least)) steps.push(least);
    this.leasts.replaceChildren(
      ...steps.map((step) =>
        el('option', {
          value: step,
          text: step === 1 ? t('one-or-more') : t('so-many-or-more', { count: number(step) }),
        }),
      ),
    );
    this.leasts.value = String(least);
  }

  /** The dots where they come to rest. @param {number} width @param {number} height */
  place(width, height) {
    const shown = this.shown ?? [];
    const indices = [...new Set(shown.flatMap(({ one, other }) => [one, other]))].sort((a, b) => a - b);
    /** @type {Map<number, Dot & { fx?: number }>} */
    const dots = new Map();
    const most = Math.max(1, ...indices.map((index) => this.app.entity(index)?.mentions.length ?? 0));
    const scale = Math.min(1.8, 13 / Math.sqrt(most));
    for (const index of indices) {
      const entity = this.app.entity(index);
      if (!entity) continue;
      const ties = shown.filter(({ one, other }) => one === index || other === index);
      const r = 4 + Math.sqrt(entity.mentions.length) * scale;
      dots.set(index, { entity, x: NaN, y: NaN, r, ties });
    }
    const links = shown.map(({ one, other, count }) => ({
      source: /** @type {Dot} */ (dots.get(one)),
      target: /** @type {Dot} */ (dots.get(other)),
      count,
    }));
    const list = [...dots.values()];
    const crowd = Math.sqrt((width * height) / Math.max(1, list.length));
    const forces = forceSimulation(list)
      .force(
        'link',
        forceLink(links)
          .distance(crowd * 0.75)
          .strength(({ count }) => Math.min(0.7, 0.12 + count * 0.06)),
      )
      .force(
        'charge',
        forceManyBody()
          .strength(-crowd * 2.2)
          .distanceMax(crowd * 5),
      )
      .force('x', forceX(width / 2).strength(0.05 * Math.min(1, height / width)))
      .force('y', forceY(height / 2).strength(0.05 * Math.min(1.6, width / height)))
      .force(
        'apart',
        forceCollide((dot) => dot.r + Math.min(34, crowd * 0.36)),
      )
      .stop();
    const ticks = list.length > CROWD ? TICKS / 2 : TICKS;
    forces.alphaDecay(1 - forces.alphaMin() ** (1 / ticks)).tick(ticks);
    fit(list, width, height);
    return dots;
  }

  picture() {
    const { width } = this.page;
    const height = Math.round(Math.max(360, Math.min(width * 0.9, 660)));
    const dots = this.place(width, height);
    const strongest = Math.max(1, ...(this.shown ?? []).map(({ count }) => count));
    const svg = canvas(width, height, t('view-network'));
    this.alone = undefined;
    for (const tie of this.shown ?? []) svg.append(this.line(tie, dots, strongest));
    const list = [...dots.values()].sort((a, b) => b.entity.mentions.length - a.entity.mentions.length);
    this.list = list;
    svg.append(...list.map((dot, index) => this.dot(dot, index === 0)));
    svg.append(draw('g', { class: 'names', 'aria-hidden': 'true' }));
    this.write(svg, list);
    const near = (/** @type {Event} */ event) => {
      const node = event.target instanceof Element ? event.target.closest('.dot') : null;
      this.isolate(svg, node ? Number(node.getAttribute('data-entity')) : undefined);
    };
    for (const name of ['pointerover', 'focusin']) svg.addEventListener(name, near);
    for (const name of ['pointerleave', 'focusout']) svg.addEventListener(name, () => this.isolate(svg));
    return svg;
  }

  /**
   * @param {Tie} tie
   * @param {Map<number, Dot>} dots
   * @param {number} strongest
   */
  line(tie, dots, strongest) {
    const [from, to] = [dots.get(tie.one), dots.get(tie.other)];
    const ends = { x1: from?.x, y1: from?.y, x2: to?.x, y2: to?.y };
    return draw(
      'g',
      { class: 'tie', 'data-one': tie.one, 'data-other': tie.other, click: () => this.read(tie) },
      draw('line', { ...ends, 'stroke-width': 0.8 + (4 * tie.count) / Math.max(4, strongest) }),
      draw('line', { ...ends, class: 'touch unsaved' }),
    );
  }

  /**
   * Puts the names of these where they have room.
   * @param {SVGSVGElement} svg
   * @param {Dot[]} dots
   */
  write(svg, dots) {
    const { width, height } = svg.viewBox.baseVal;
    const discs = dots.map(({ entity, x, y, r }) => ({ x, y, r, name: shorten(entity.name, 26) }));
    const names = nameDiscs(discs, width, height, BOLD).map(({ left, base, named }, index) =>
      named ? draw('text', { class: 'label', x: left, y: base }, discs[index]?.name) : '',
    );
    svg.querySelector('.names')?.replaceChildren(...names);
  }

  /**
   * @param {Dot} dot
   * @param {boolean} first
   */
  dot({ entity, x, y, r, ties }, first) {
    const name = shorten(entity.name, 60);
    return draw(
      'g',
      {
        class: `dot ${entity.family}`,
        role: 'button',
        tabindex: first ? 0 : -1,
        'aria-label': t('network-dot', {
          name,
          mentions: t('mentions-count', { count: entity.mentions.length }),
          others: t('others-count', { count: ties.length }),
        }),
        'data-entity': entity.index,
        click: () => this.tell(entity.index),
      },
      draw('circle', { cx: x, cy: y, r }),
      draw('circle', { class: 'touch unsaved', cx: x, cy: y, r: Math.max(r, 12) }),
    );
  }

  /**
   * Only one name and those it is tied to stand out.
   * @param {SVGSVGElement} svg
   * @param {number} [index]
   */
  isolate(svg, index) {
    if (this.alone === index) return;
    this.alone = index;
    svg.classList.toggle('isolating', index !== undefined);
    for (const it of svg.querySelectorAll('.near')) it.classList.remove('near');
    if (index === undefined) {
      this.write(svg, this.list);
      return;
    }
    const near = new Set([String(index)]);
    for (const tie of svg.querySelectorAll('.tie')) {
      const ends = ['data-one', 'data-other'].map((name) => tie.getAttribute(name) ?? '');
      if (!ends.includes(String(index))) continue;
      tie.classList.add('near');
      for (const end of ends) near.add(end);
    }
    for (const dot of svg.querySelectorAll('.dot'))
      if (near.has(dot.getAttribute('data-entity') ?? '')) dot.classList.add('near');
    const own = this.list.filter(({ entity }) => near.has(String(entity.index)));
    own.sort((a, b) => Number(b.entity.index === index) - Number(a.entity.index === index));
    this.write(svg, own);
  }

  /** Whom an entity is named with. @param {number} index */
  tell(index) {
    const entity = this.app.entity(index);
    if (!entity) return;
    const own = this.ties.filter(({ one, other }) => one === index || other === index);
    own.sort((a, b) => b.count - a.count);
    const line = (/** @type {Tie} */ tie) => {
      const other = this.app.entity(tie.one === index ? tie.other : tie.one);
      return el(
        'li',
        {},
        button(shorten(other?.name ?? '', 50), () => this.read(tie), { class: 'quiet' }),
        ' ',
        el('span', { class: 'count', text: t('sentences-count', { count: tie.count }) }),
      );
    };
    this.page.say(
      shorten(entity.name, 60),
      own.length === 0
        ? el('p', { class: 'hint', text: t('network-alone') })
        : el(
            'ul',
            { class: 'plain', 'aria-label': t('network-with', { name: shorten(entity.name, 60) }) },
            ...own.map(line),
          ),
    );
  }

  /** The sentences of a pair. @param {Tie} tie */
  read(tie) {
    const numbers = this.app.ask((core) => core.sentencesWith(tie.one, tie.other)) ?? new Uint32Array();
    const spans = [];
    for (let at = 0; at + 1 < numbers.length; at += 2)
      spans.push({ start: numbers[at] ?? 0, end: numbers[at + 1] ?? 0 });
    const [one, other] = [tie.one, tie.other].map((index) => shorten(this.app.entity(index)?.name ?? '', 40));
    this.page.say(
      t('network-pair', { one: one ?? '', other: other ?? '' }),
      el('p', { class: 'hint', text: t('sentences-count', { count: spans.length }) }),
      passages(this.app, spans, t('network-sentences', { one: one ?? '', other: other ?? '' }), true),
    );
  }

  table() {
    const rows = [...(this.shown ?? [])].sort((a, b) => b.count - a.count);
    const name = (/** @type {number} */ index) => shorten(this.app.entity(index)?.name ?? '', 60);
    return table(
      t('network-table'),
      [t('name'), t('network-named-with'), t('network-sentences-head')],
      rows.map((tie) => [
        name(tie.one),
        name(tie.other),
        button(t('sentences-count', { count: tie.count }), () => this.read(tie), {
          class: 'quiet',
          'aria-label': t('network-sentences-of', {
            sentences: t('sentences-count', { count: tie.count }),
            one: name(tie.one),
            other: name(tie.other),
          }),
        }),
      ]),
    );
  }
}

/**
 * Stretches what came to rest over the picture, so that names have room at its edges.
 * @param {Dot[]} dots
 * @param {number} width
 * @param {number} height
 */
function fit(dots, width, height) {
  const side = Math.min(70, width * 0.12);
  for (const [axis, from, to] of /** @type {['x' | 'y', number, number][]} */ ([
    ['x', side, width - side],
    ['y', 24, height - 34],
  ])) {
    const values = dots.map((dot) => dot[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const scale = high > low ? Math.min((to - from) / (high - low), 1.6) : 1;
    const middle = (from + to) / 2 - ((low + high) / 2) * scale;
    for (const dot of dots) dot[axis] = Math.round((dot[axis] * scale + middle) * 10) / 10;
  }
}
