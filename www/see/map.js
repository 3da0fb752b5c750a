// Owns the map: the places of the article that have coordinates, as large as they are often named. Invariants:
// a place that could be another is drawn as such; no name lies on another; what has no coordinates is listed.

import { number, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { coordinates, country } from '../view/knowledge.js';
import { countries, feature, geoEqualEarth, geoGraticule10, geoPath, mesh } from '../vendor/world.js';
import { Page, passages, styled, table } from './page.js';
import { canvas, draw, nameDiscs } from './shapes.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').EntityRecord} EntityRecord */
/** @typedef {NonNullable<EntityRecord['place']>['candidates'][number]} Place */
/** @typedef {{ entities: EntityRecord[], place: Place, certain: boolean, count: number, x: number, y: number }} Spot */

const CLOSEST = 24;
/** At first no closer than this: the shapes are coarse. */
const CLOSE = 8;

/** @param {App} app */
export async function create(app) {
  await styled();
  return new WorldMap(app);
}

class WorldMap {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Spot[]} */
    this.spots = [];
    /** @type {EntityRecord[]} */
    this.nowhere = [];
    this.width = 1;
    this.height = 1;
    /** How the world lies under the window. */
    this.look = { k: 1, x: 0, y: 0 };
    this.page = new Page(app, {
      name: t('view-map'),
      about: t('map-about'),
      choose: t('map-choose'),
      controls: [
        el(
          'div',
          { class: 'view-zoom', role: 'group', 'aria-label': t('map-part') },
          button(t('closer'), () => this.zoom(1.6)),
          button(t('wider'), () => this.zoom(1 / 1.6)),
          button(t('map-all'), () => this.set(this.around())),
          button(t('map-world'), () => this.set({ k: 1, x: 0, y: 0 })),
        ),
      ],
    });
    this.rest = el('div', { class: 'undated' });
    this.page.root.append(this.rest, el('p', { class: 'hint sources', text: t('map-sources') }));
    this.root = this.page.root;
    addEventListener('resize', () => this.root.isConnected && this.fit());
  }

  /** @param {number} [entity] the place to point at */
  show(entity) {
    /** @type {Map<string, Spot>} */
    const spots = new Map();
    this.nowhere = [];
    for (const it of this.app.entities) {
      const place = it.place?.candidates[0];
      if (it.hidden || it.family !== 'where') continue;
      if (!place || place.kind === 'people') {
        this.nowhere.push(it);
        continue;
      }
      const certain = it.place?.certain ?? false;
      const key = `${place.latitude} ${place.longitude} ${certain}`;
      const known = spots.get(key);
      if (known) {
        known.entities.push(it);
        known.count += it.mentions.length;
      } else spots.set(key, { entities: [it], place, certain, count: it.mentions.length, x: 0, y: 0 });
    }
    this.spots = [...spots.values()].sort((a, b) => b.count - a.count);
    this.page.fill(
      this.spots.length === 0
        ? { nothing: t('map-nothing') }
        : { picture: () => this.picture(), table: () => this.table() },
    );
    this.fit();
    this.listNowhere();
    const spot = this.spots.find((it) => it.entities.some(({ index }) => index === entity));
    if (spot) {
      this.tell(spot);
      this.marks?.querySelector(`[data-entity="${spot.entities[0]?.index}"]`)?.classList.add('pointed');
    }
  }

  /** Draws anew and looks at all places. */
  fit() {
    if (this.spots.length === 0) return;
    if (!this.page.asTable) this.page.draw();
    this.set(this.around());
  }

  picture() {
    const { width } = this.page;
    const height = Math.round(Math.max(220, Math.min(width * 0.56, 600)));
    Object.assign(this, { width, height });
    const projection = geoEqualEarth().fitExtent(
      [
        [4, 4],
        [width - 4, height - 4],
      ],
      { type: 'Sphere' },
    );
    const line = geoPath(projection);
    for (const spot of this.spots)
      [spot.x, spot.y] = projection([spot.place.longitude, spot.place.latitude]) ?? [0, 0];
    const world = /** @type {any} */ (countries);
    const shapes = world.objects.countries;
    const path = (/** @type {string} */ name, /** @type {any} */ shape) =>
      draw('path', { class: name, d: line(shape) ?? '' });
    this.world = draw(
      'g',
      {},
      path('sea', { type: 'Sphere' }),
      path('graticule', geoGraticule10()),
      path('land', feature(world, shapes)),
      path(
        'border',
        mesh(world, shapes, (/** @type {unknown} */ a, /** @type {unknown} */ b) => a !== b),
      ),
    );
    this.marks = draw('g');
    const svg = canvas(width, height, t('view-map'));
    svg.append(this.world, this.marks);
    this.hands(svg);
    this.set(this.look);
    return svg;
  }

  /** A look that has all places in it. */
  around() {
    const { width, height, spots } = this;
    const box = (/** @type {'x' | 'y'} */ axis) => {
      const values = spots.map((spot) => spot[axis]);
      return [Math.min(...values), Math.max(...values)];
    };
    const [left = 0, right = 0] = box('x');
    const [top = 0, bottom = 0] = box('y');
    const room = Math.min(90, width / 5);
    const k = Math.min(
      CLOSE,
      (width - 2 * room) / Math.max(1, right - left),
      (height - 100) / Math.max(1, bottom - top),
    );
    return { k, x: width / 2 - ((left + right) / 2) * k, y: height / 2 - ((top + bottom) / 2) * k };
  }

  /** @param {{ k: number, x: number, y: number }} look */
  set({ k, x, y }) {
    const { width, height } = this;
    const scale = Math.max(1, Math.min(CLOSEST, k));
    const inside = (/** @type {number} */ at, /** @type {number} */ size) =>
      Math.min(0, Math.max(size - size * scale, at));
    this.look = { k: scale, x: inside(x, width), y: inside(y, height) };
    this.world?.setAttribute('transform', `translate(${this.look.x} ${this.look.y}) scale(${scale})`);
    this.mark();
  }

  /**
   * @param {number} factor
   * @param {number} [atX] what stays in place
   * @param {number} [atY]
   */
  zoom(factor, atX = this.width / 2, atY = this.height / 2) {
    const { k, x, y } = this.look;
    const next = Math.max(1, Math.min(CLOSEST, k * factor));
    this.set({ k: next, x: atX - ((atX - x) * next) / k, y: atY - ((atY - y) * next) / k });
  }

  /** @param {Spot} spot */
  at({ x, y }) {
    return { x: x * this.look.k + this.look.x, y: y * this.look.k + this.look.y };
  }

  /** The places, and the names that have room. */
  mark() {
    const { marks, spots } = this;
    if (!marks) return;
    const { activeElement } = document;
    const held = marks.contains(activeElement) ? activeElement?.getAttribute('data-entity') : undefined;
    const scale = Math.min(1.7, 10 / Math.sqrt(spots[0]?.count ?? 1));
    const radius = (/** @type {Spot} */ spot) => 4 + Math.sqrt(spot.count) * scale;
    const discs = spots.map((spot) => ({ ...this.at(spot), r: radius(spot), name: this.nameOf(spot) }));
    const names = nameDiscs(discs, this.width, this.height);
    const nodes = spots.map((spot, index) => {
      const [{ x, y, r, name }, place] = [discs[index] ?? { x: 0, y: 0, r: 0, name: '' }, names[index]];
      return draw(
        'g',
        {
          class: `spot where ${spot.certain ? 'certain' : 'perhaps'}${place?.named ? '' : ' unnamed'}`,
          role: 'button',
          tabindex: index === 0 ? 0 : -1,
          'aria-label': t(spot.certain ? 'named-often' : 'map-perhaps', {
            name,
            mentions: t('mentions-count', { count: spot.count }),
          }),
          'data-entity': spot.entities[0]?.index,
          click: () => this.tell(spot),
          focus: () => this.bring(spot),
        },
        draw('circle', { cx: x, cy: y, r }),
        draw('text', { class: 'label', x: place?.left, y: place?.base }, name),
      );
    });
    // The most named lies on top.
    marks.replaceChildren(...nodes);
    const again = held
      ? /** @type {SVGElement | null} */ (marks.querySelector(`[data-entity="${held}"]`))
      : null;
    if (!again) return;
    for (const node of nodes) node.setAttribute('tabindex', node === again ? '0' : '-1');
    again.focus();
  }

  /** Brings what is focused into sight. @param {Spot} spot */
  bring(spot) {
    const { width, height } = this;
    const { x, y } = this.at(spot);
    if (x > 0 && x < width && y > 0 && y < height) return;
    this.set({ ...this.look, x: this.look.x + width / 2 - x, y: this.look.y + height / 2 - y });
  }

  /** @param {Spot} spot */
  nameOf({ entities }) {
    return shorten(entities.map((it) => it.name).join(', '), 30);
  }

  /**
   * Dragging, two fingers, the wheel with Ctrl, and keys.
   * @param {SVGSVGElement} svg
   */
  hands(svg) {
    /** @type {Map<number, { x: number, y: number }>} */
    const down = new Map();
    const spread = () => {
      const [one, other] = [...down.values()];
      return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
    };
    svg.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Element && event.target.closest('[role="button"]')) return;
      down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener('pointermove', (event) => {
      const last = down.get(event.pointerId);
      if (!last) return;
      const before = spread();
      down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      if (down.size > 1) this.zoom(spread() / Math.max(1, before), event.offsetX, event.offsetY);
      else
        this.set({
          ...this.look,
          x: this.look.x + event.offsetX - last.x,
          y: this.look.y + event.offsetY - last.y,
        });
    });
    for (const name of /** @type {const} */ (['pointerup', 'pointercancel']))
      svg.addEventListener(name, (event) => down.delete(event.pointerId));
    svg.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 0.8 : 1.25, event.offsetX, event.offsetY);
    });
    svg.addEventListener('keydown', (event) => {
      const [x, y] =
        { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key] ?? [];
      if (event.key === '+' || event.key === '=') this.zoom(1.6);
      else if (event.key === '-') this.zoom(1 / 1.6);
      else if (event.shiftKey && x !== undefined && y !== undefined)
        this.set({ ...this.look, x: this.look.x + x, y: this.look.y + y });
      else return;
      event.preventDefault();
    });
  }

  /** @param {Spot} spot */
  tell(spot) {
    const parts = spot.entities.flatMap((entity) => [
      el('p', { class: 'hint', text: whereabouts(entity) }),
      passages(this.app, entity.mentions, t('passages-with', { name: shorten(entity.name, 60) })),
    ]);
    this.page.say(this.nameOf(spot), ...parts);
  }

  listNowhere() {
    this.rest.hidden = this.nowhere.length === 0 || this.spots.length === 0;
    this.rest.replaceChildren(
      el('h2', { class: 'detail-title', text: t('map-nowhere') }),
      el(
        'ul',
        { class: 'chips' },
        ...this.nowhere.map((it) => {
          const tell = () =>
            this.page.say(
              shorten(it.name, 60),
              passages(this.app, it.mentions, t('passages-with', { name: shorten(it.name, 60) })),
            );
          return el('li', {}, button(shorten(it.name, 40), tell));
        }),
      ),
    );
  }

  table() {
    return table(
      t('map-table'),
      [t('map-place'), t('map-where'), t('mentions')],
      this.spots.flatMap((spot) =>
        spot.entities.map((entity) => [
          button(shorten(entity.name, 60), () => this.tell(spot), { class: 'quiet' }),
          whereabouts(entity),
          number(entity.mentions.length),
        ]),
      ),
    );
  }
}

/** @param {EntityRecord} entity */
function whereabouts({ place }) {
  const all = (place?.candidates ?? []).map((it) =>
    t(`whereabouts-${it.kind}`, { country: country(it.country), place: coordinates(it) }),
  );
  if (place?.certain) return all[0] ?? '';
  const several = all
    .slice(0, 4)
    .reduce((one, other) => (one ? t('further-part', { one, other }) : other), '');
  return t('whereabouts-one-of', { several });
}
