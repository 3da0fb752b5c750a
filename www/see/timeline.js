// Owns the timeline: every date of the article that has a place in time, on an axis; the others apart.
// Invariants: a bar is as long as what the text says is wide, and pale where the day is not known; what would
// not fit is gathered and counted, never left out.

import { number, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { scaleUtc } from '../vendor/d3-scale.js';
import { Page, passages, styled, table } from './page.js';
import { canvas, draw } from './shapes.js';
import { gather, pack, SMALL } from './lanes.js';
import { inWords, tick } from './told.js';
import { when } from './when.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').EntityRecord} EntityRecord */
/** @typedef {import('./when.js').When} When */
/** @typedef {import('./lanes.js').Dated} Dated */
/** @typedef {import('./lanes.js').Bar} Bar */

const LANE = 26;
const TOP = 34;
/** So many lanes, then what is near is gathered. */
const LANES = 13;
const DAY = 86_400_000;

/** @param {App} app */
export async function create(app) {
  await styled();
  return new Timeline(app);
}

class Timeline {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Dated[]} */
    this.dated = [];
    /** @type {EntityRecord[]} */
    this.undated = [];
    /** What is shown of time. @type {[number, number]} */
    this.domain = [0, 1];
    const zoom = (/** @type {string} */ text, /** @type {() => void} */ act) => button(text, act);
    this.page = new Page(app, {
      name: t('view-timeline'),
      about: t('timeline-about'),
      choose: t('timeline-choose'),
      controls: [
        el(
          'div',
          { class: 'view-zoom', role: 'group', 'aria-label': t('timeline-part') },
          zoom(t('closer'), () => this.zoom(0.5)),
          zoom(t('wider'), () => this.zoom(2)),
          zoom(t('earlier'), () => this.pan(-0.4)),
          zoom(t('later'), () => this.pan(0.4)),
          zoom(t('timeline-all'), () => this.all()),
        ),
      ],
    });
    this.rest = el('div', { class: 'undated' });
    this.page.root.append(this.rest);
    this.root = this.page.root;
    addEventListener('resize', () => this.root.isConnected && this.page.draw());
  }

  /** @param {number} [entity] the date to point at */
  show(entity) {
    const { app } = this;
    const dates = app.entities.filter((it) => it.family === 'when' && !it.hidden);
    const values = new Map(
      (app.ask((core) => core.mentions(0, app.article.text.length)) ?? []).map((it) => [it.entity, it.value]),
    );
    this.dated = [];
    this.undated = [];
    for (const it of dates) {
      const value = values.get(it.index);
      const time = when(value?.text ?? '', value?.qualifier);
      if (time) this.dated.push({ entity: it, when: time });
      else this.undated.push(it);
    }
    this.dated.sort((a, b) => a.when.from - b.when.from || a.when.to - b.when.to);
    this.all(false);
    this.page.fill(this.content());
    this.listUndated();
    if (entity !== undefined) this.point(entity);
  }

  content() {
    if (this.dated.length === 0 && this.undated.length === 0) return { nothing: t('timeline-nothing') };
    if (this.dated.length === 0) return { nothing: t('timeline-undated') };
    return { picture: () => this.picture(), table: () => this.table() };
  }

  /** @param {boolean} [redraw] */
  all(redraw = true) {
    const from = Math.min(...this.dated.map((it) => it.when.from));
    const to = Math.max(...this.dated.map((it) => it.when.to));
    const room = Math.max(DAY, (to - from) * 0.04);
    this.domain = [from - room, to + room];
    if (redraw) this.page.draw();
  }

  /**
   * @param {number} factor
   * @param {number} [at] what stays in place
   */
  zoom(factor, at = (this.domain[0] + this.domain[1]) / 2) {
    const [from, to] = this.domain;
    if ((to - from) * factor < DAY / 2 || (to - from) * factor > 1e15) return;
    this.domain = [at - (at - from) * factor, at + (to - at) * factor];
    this.page.draw();
  }

  /** @param {number} share of what is shown */
  pan(share) {
    const [from, to] = this.domain;
    const by = (to - from) * share;
    this.domain = [from + by, to + by];
    this.page.draw();
  }

  picture() {
    const { width } = this.page;
    const scale = scaleUtc(this.domain, [0, width]);
    const bars = this.bars(scale, width);
    const lanes = Math.max(3, ...bars.map((bar) => bar.lane + 1));
    const height = TOP + lanes * LANE + 8;
    const svg = canvas(width, height, t('view-timeline'));
    svg.append(...this.axis(scale, width, height));
    bars.forEach((bar, index) => svg.append(this.bar(bar, index === 0)));
    this.drag(svg, scale);
    return svg;
  }

  /**
   * @param {ReturnType<typeof scaleUtc<number, number>>} scale
   * @param {number} width
   * @param {number} height
   */
  axis(scale, width, height) {
    const ticks = scale.ticks(Math.max(2, width / 110));
    const lines = ticks.flatMap((at) => {
      const x = scale(at);
      return [
        draw('line', { class: 'grid', x1: x, x2: x, y1: TOP - 10, y2: height }),
        draw('text', { class: 'tick', x, y: 14, 'text-anchor': 'middle' }, tick(at)),
      ];
    });
    const date = this.app.ask((core) => core.date()?.value);
    const own = date ? when(date) : undefined;
    const x = own ? scale(own.from) : -1;
    if (own && x >= 0 && x <= width)
      lines.push(draw('line', { class: 'own', x1: x, x2: x, y1: TOP - 10, y2: height }));
    return [draw('line', { class: 'axis', x1: 0, x2: width, y1: TOP - 10, y2: TOP - 10 }), ...lines];
  }

  /**
   * What is in sight, in lanes; gathered where it would take too many.
   * @param {(time: number) => number} scale
   * @param {number} width
   */
  bars(scale, width) {
    const seen = this.dated.filter(({ when: time }) => scale(time.to) >= 0 && scale(time.from) <= width);
    for (let near = 0; ; near = Math.max(24, near * 1.5)) {
      const bars = pack(gather(seen, scale, near), width);
      if (near > width || bars.every((bar) => bar.lane < LANES)) return bars;
    }
  }

  /**
   * @param {Bar} bar
   * @param {boolean} first
   */
  bar(bar, first) {
    const y = TOP + bar.lane * LANE + LANE / 2;
    const [one] = bar.items;
    const many = bar.items.length > 1;
    const count = bar.items.reduce((sum, it) => sum + it.entity.mentions.length, 0);
    const group = draw('g', {
      class: `bar ${many ? 'many' : (one?.when.kind ?? '')}`,
      role: 'button',
      tabindex: first ? 0 : -1,
      'aria-label': t(many || !one ? 'named-often' : 'timeline-bar', {
        name: bar.name,
        when: one ? inWords(one.when) : '',
        mentions: t('mentions-count', { count }),
      }),
      'data-entity': one?.entity.index,
      click: () => this.choose(bar),
    });
    const [x, length] = [bar.x, bar.end - bar.x];
    if (many) group.append(draw('rect', { class: 'heap', x, y: y - 7, width: length, height: 14, rx: 7 }));
    else if (one?.when.kind === 'somewhere' && length > SMALL)
      // Paler towards its ends: nobody knows where in it.
      for (const inset of [0, 0.1, 0.2])
        group.append(
          draw('rect', {
            class: 'haze',
            x: x + length * inset,
            y: y - 5,
            width: length * (1 - 2 * inset),
            height: 10,
            rx: 5,
          }),
        );
    else if (one?.when.kind === 'somewhere')
      group.append(draw('circle', { class: 'open', cx: x + length / 2, cy: y, r: 4 }));
    else if (length > SMALL)
      group.append(draw('rect', { class: 'full', x, y: y - 4, width: length, height: 8, rx: 4 }));
    else group.append(draw('circle', { class: 'full', cx: x + length / 2, cy: y, r: 4.5 }));
    const before = bar.left < bar.x;
    const text = before
      ? { x: bar.x - 6, 'text-anchor': 'end' }
      : { x: bar.right > bar.end ? bar.end + 6 : Math.max(x, 0) + 8, 'text-anchor': 'start' };
    group.append(draw('text', { class: 'label', y: y + 4, ...text }, bar.name));
    return group;
  }

  /** @param {Bar} bar */
  choose(bar) {
    const [from, to] = [bar.items[0]?.when.from ?? 0, Math.max(...bar.items.map((it) => it.when.to))];
    if (bar.items.length === 1) this.tell(bar.items[0]?.entity, bar.items[0]?.when);
    else {
      this.page.say(
        bar.name,
        el(
          'ul',
          { class: 'plain' },
          ...bar.items.map((it) =>
            el(
              'li',
              {},
              button(shorten(it.entity.name, 60), () => this.tell(it.entity, it.when), { class: 'quiet' }),
            ),
          ),
        ),
      );
      const room = Math.max(DAY / 4, (to - from) * 0.15);
      if (to - from + 2 * room < (this.domain[1] - this.domain[0]) * 0.9) {
        const inside = this.page.svg?.contains(document.activeElement);
        this.domain = [from - room, to + room];
        this.page.draw();
        if (inside)
          /** @type {SVGElement | null} */ (this.page.svg?.querySelector('[tabindex="0"]'))?.focus();
      }
    }
  }

  /**
   * @param {EntityRecord | undefined} entity
   * @param {When} [time]
   */
  tell(entity, time) {
    if (!entity) return;
    const words = time ? inWords(time) : t('timeline-without');
    this.page.say(
      t('quoted', { what: shorten(entity.name, 60) }),
      el('p', { class: 'hint', text: words }),
      passages(this.app, entity.mentions, t('passages-with', { name: shorten(entity.name, 60) })),
    );
  }

  /** @param {number} index */
  point(index) {
    const found = this.dated.find((it) => it.entity.index === index);
    this.tell(found?.entity ?? this.app.entity(index), found?.when);
    const item = this.page.svg?.querySelector(`[data-entity="${index}"]`);
    item?.classList.add('pointed');
  }

  listUndated() {
    const { app } = this;
    const unknown = app.ask((core) => core.date()) === undefined;
    this.rest.hidden = this.undated.length === 0;
    this.rest.replaceChildren(
      el('h2', { class: 'detail-title', text: t('timeline-without') }),
      el('p', { class: 'hint', text: t('timeline-without-hint') }),
      unknown ? this.dateField() : '',
      el(
        'ul',
        { class: 'chips' },
        ...this.undated.map((it) =>
          el(
            'li',
            {},
            button(shorten(it.name, 40), () => this.tell(it)),
          ),
        ),
      ),
    );
  }

  /** “Monday” and “last month” find their place by the article's own date. */
  dateField() {
    const { app } = this;
    const date = el('input', {
      type: 'text',
      class: 'field',
      placeholder: 'YYYY-MM-DD',
      autocomplete: 'off',
      change: () => {
        app.change((core) => core.setDate(date.value.trim() || null), t('date-set'));
        this.root.querySelector('h1')?.focus();
      },
    });
    return el('label', { class: 'own-date' }, `${t('timeline-own-date')} `, date);
  }

  table() {
    return table(
      t('timeline-table'),
      [t('timeline-in-text'), t('timeline-when'), t('mentions')],
      this.dated.map(({ entity, when: time }) => [
        button(shorten(entity.name, 60), () => this.tell(entity, time), { class: 'quiet' }),
        inWords(time),
        number(entity.mentions.length),
      ]),
    );
  }

  /**
   * Dragging goes through time; the wheel with Ctrl looks closer.
   * @param {SVGSVGElement} svg
   * @param {ReturnType<typeof scaleUtc<number, number>>} scale
   */
  drag(svg, scale) {
    svg.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8, scale.invert(event.offsetX).getTime());
    });
    svg.addEventListener('pointerdown', (down) => {
      if (down.button !== 0 || (down.target instanceof Element && down.target.closest('[role="button"]')))
        return;
      const [from, to] = this.domain;
      const perPixel = (to - from) / this.page.width;
      const move = (/** @type {PointerEvent} */ event) => {
        const by = (down.clientX - event.clientX) * perPixel;
        this.domain = [from + by, to + by];
        this.page.draw();
      };
      const done = () => {
        removeEventListener('pointermove', move);
        for (const name of ['pointerup', 'pointercancel']) removeEventListener(name, done);
      };
      addEventListener('pointermove', move);
      for (const name of ['pointerup', 'pointercancel']) addEventListener(name, done);
    });
  }
}
