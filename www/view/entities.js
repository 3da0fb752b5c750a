// Owns the list of entities: by family, each with its places in the text and how often it is named; filtered and
// sorted as the reader likes. Invariant: what the tagger is not sure of says so, and what is hidden is counted.

import { number, t } from './catalogue.js';
import { button, el, shorten, strip } from './dom.js';
import { FAMILIES, lineClass, typeName } from './labels.js';
import { lazily } from './lazy.js';

/** @typedef {import('./labels.js').EntityRecord} EntityRecord */
/** @typedef {import('./app.js').App} App */

/** So many of a family at first. */
const FIRST = 12;
/** So many of those that the filter leaves. */
const FILTERED = 100;
/** So many make a long list. */
const MANY = 100;
/** Milliseconds in which the page can be painted. */
const FRAME = 20;

const collator = new Intl.Collator();

/** @type {Record<string, (a: EntityRecord, b: EntityRecord) => number>} */
const ORDERS = {
  often: (a, b) => count(b) - count(a) || first(a) - first(b),
  order: (a, b) => first(a) - first(b),
  name: (a, b) => collator.compare(a.name, b.name) || first(a) - first(b),
};

export class EntityList {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** Families shown whole. @type {Set<string>} */
    this.whole = new Set();
    this.list = el('div', { class: 'families' });
    /** Whose places are drawn when its row comes into view. @type {WeakMap<Element, EntityRecord>} */
    this.unticked = new WeakMap();
    this.eyes = new IntersectionObserver((rows) => this.tick(rows));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    this.filter = el('input', {
      type: 'search',
      class: 'field',
      placeholder: t('entities-filter'),
      'aria-label': t('entities-filter-name'),
      autocomplete: 'off',
      input: () => this.show(),
    });
    this.sort = el(
      'select',
      { 'aria-label': t('entities-order'), change: () => this.reorder() },
      ...Object.keys(ORDERS).map((value) => el('option', { value, text: t(`order-${value}`) })),
    );
    this.sort.value = app.setting('entity-order') ?? 'often';
    this.foot = el('div', { class: 'entities-foot' });
    this.root = el(
      'div',
      { class: 'entities' },
      el('div', { class: 'entities-tools' }, this.filter, this.sort),
      this.list,
      this.foot,
    );
    this.drags();
    app.on('mentions', () => this.soon());
    app.on('article', () => {
      this.whole.clear();
      this.filter.value = '';
    });
    app.commands.add({
      id: 'entity.edit',
      keys: ['F2'],
      when: () => app.open !== undefined,
      run: () => this.editHere(),
    });
  }

  reorder() {
    const { value } = this.sort;
    this.app.keep('entity-order', value === 'often' ? null : value);
    this.show();
  }

  /** Shows what there is now; of a long list one family after the other, after the lines under the text. */
  soon() {
    clearTimeout(this.waiting);
    if (this.app.entities.length < MANY) this.show();
    else this.waiting = setTimeout(() => this.show(true));
  }

  /** @param {boolean} [apart] whether each family comes in a task of its own */
  show(apart = false) {
    clearTimeout(this.waiting);
    const { app } = this;
    const { entities, off } = app;
    const words = fold(this.filter.value.trim());
    const has = (/** @type {EntityRecord} */ it) =>
      words === '' || [it.name, ...it.aliases].some((name) => fold(name).includes(words));
    const compare = ORDERS[this.sort.value] ?? ORDERS['often'];
    const shown = entities.filter((it) => !off.has(it.label) && !it.hidden && has(it)).sort(compare);
    const held = this.list.contains(document.activeElement) ? entityOf(document.activeElement) : undefined;
    this.eyes.disconnect();
    for (const hint of this.list.querySelectorAll(':scope > .hint')) hint.remove();
    const families = FAMILIES.flatMap((family) => {
      const labels = new Set(family.types.map((type) => String(type.label)));
      const own = shown.filter((entity) => labels.has(entity.label));
      if (own.length > 0) return { family, own };
      this.standing(family)?.remove();
      return [];
    });
    const none = families.length > 0 ? '' : this.none(words);
    const hint = app.reader.lacks ? t('reading-part') : none;
    if (hint) this.list.append(el('p', { class: 'hint', text: hint }));
    this.fillFoot();
    this.put(families, words === '' ? FIRST : FILTERED, apart, held);
  }

  /** What stands there of a family. @param {import('./labels.js').Family} family */
  standing({ family }) {
    return this.list.querySelector(`:scope > .${family}`);
  }

  /** Why there is nothing. @param {string} words */
  none(words) {
    if (this.app.entities.length === 0) return t('entities-none');
    return t(words === '' ? 'entities-all-off' : 'entities-none-so');
  }

  /**
   * Puts families in the place of what stood there of them.
   * @param {{ family: import('./labels.js').Family, own: EntityRecord[] }[]} families
   * @param {number} first so many of each, unless the reader asked for all
   * @param {boolean} apart
   * @param {string | undefined} held the entity that has the focus
   */
  put(families, first, apart, held) {
    /** @type {Element | undefined} */
    let before;
    const next = () => {
      const [one] = families.splice(0, 1);
      if (!one) return;
      const section = this.section(one.family, one.own, first);
      const old = this.standing(one.family);
      // The focus may have come there since the list began to change.
      if (old?.contains(document.activeElement)) held = entityOf(document.activeElement);
      if (old) old.replaceWith(section);
      else if (before) before.after(section);
      else this.list.prepend(section);
      if (held && section.querySelector(`[data-entity="${held}"]`))
        this.find(held)?.focus({ preventScroll: true });
      before = section;
      if (apart) this.waiting = setTimeout(next, FRAME);
      else next();
    };
    next();
  }

  /**
   * @param {import('./labels.js').Family} family
   * @param {EntityRecord[]} own
   * @param {number} first so many, unless the reader asked for all
   */
  section(family, own, first) {
    const cut = this.whole.has(family.family) ? own.length : first;
    const rest = own.length - cut;
    return el(
      'section',
      { class: `family ${family.family}`, 'aria-label': family.name },
      el('h2', { class: 'family-name' }, el('span', { class: 'sample', 'aria-hidden': 'true' }), family.name),
      el('ul', {}, ...own.slice(0, cut).map((entity) => this.row(entity))),
      rest > 0
        ? button(t('entities-more', { count: rest }), () => this.more(family.family), {
            class: 'quiet',
            'aria-label': t('entities-more-name', { count: rest, family: family.name }),
          })
        : null,
    );
  }

  /** @param {string} family */
  more(family) {
    this.whole.add(family);
    this.show();
  }

  /** @param {EntityRecord} entity */
  row(entity) {
    const times = count(entity);
    const name = shorten(entity.name, 60);
    const kind = typeName(entity.label).toLowerCase();
    const ticks = strip([], 1);
    this.unticked.set(ticks, entity);
    this.eyes.observe(ticks);
    const unsure = entity.unsure ? 'yes' : 'no';
    return el(
      'li',
      { class: 'entity-item', draggable: 'true', 'data-entity': entity.index },
      el(
        'button',
        {
          type: 'button',
          class: `row entity ${lineClass(entity.label)}`,
          'aria-label': t('entity-row', { name, count: times, kind, unsure }),
          click: () => this.go(entity),
        },
        el(
          'span',
          { class: 'name' },
          name,
          entity.unsure ? el('span', { class: 'doubt', title: t('entity-doubt'), text: ' ?' }) : null,
        ),
        ' ',
        ticks,
        el('span', { class: 'count', text: number(times) }),
      ),
      button(t('entity-edit'), (event) => void this.edit(entity, event.currentTarget), {
        class: 'quiet edit',
        'aria-label': t('entity-edit-name', { name }),
        'aria-haspopup': 'dialog',
      }),
    );
  }

  /** Draws where the entities are named whose rows came into view. @param {IntersectionObserverEntry[]} rows */
  tick(rows) {
    for (const { isIntersecting, target } of rows) {
      const entity = isIntersecting ? this.unticked.get(target) : undefined;
      if (!entity) continue;
      this.eyes.unobserve(target);
      const starts = entity.mentions.map((span) => span.start);
      target.replaceWith(strip(starts, this.app.article.text.length));
    }
  }

  /** What is hidden, and how far the tagger can be trusted. */
  fillFoot() {
    const { app } = this;
    const hidden = app.entities.filter((it) => it.hidden);
    const show = (/** @type {EntityRecord} */ it) =>
      el(
        'li',
        {},
        shorten(it.name, 40),
        ' ',
        button(
          t('entity-show'),
          () =>
            app.change(
              (core) => [it.name, ...it.aliases].forEach((name) => core.hide(name, false)),
              t('entity-shown'),
            ),
          { class: 'quiet', 'aria-label': t('entity-show-name', { name: shorten(it.name, 40) }) },
        ),
      );
    const open = this.foot.querySelector('details')?.open ?? false;
    this.foot.replaceChildren(
      hidden.length > 0
        ? el(
            'details',
            { open },
            el('summary', { text: t('entities-hidden', { count: hidden.length }) }),
            el('ul', {}, ...hidden.map(show)),
          )
        : '',
      button(t('about-tagging'), () => void this.about(), { class: 'quiet', 'aria-haspopup': 'dialog' }),
    );
  }

  async about() {
    const module = await lazily(this.app, () => import('../see/about.js'));
    await module?.about(this.app);
  }

  /**
   * To the entity's next mention from where the reader is, and around.
   * @param {EntityRecord} entity
   */
  go(entity) {
    const here = this.app.place();
    const next = entity.mentions.find((span) => span.start > here.start) ?? entity.mentions[0];
    if (!next) return;
    this.app.emit('going');
    this.app.emit('chosen', entity.index);
    if (!this.app.mentions.focus(next.start)) this.app.article.reveal(next.start, next.end);
  }

  /**
   * @param {EntityRecord} entity
   * @param {EventTarget | null} [opener]
   */
  async edit(entity, opener) {
    const module = await lazily(this.app, () => import('../see/edit.js'));
    const anchor =
      opener instanceof HTMLElement ? opener : this.app.mentions.elementAt(entity.mentions[0]?.start ?? 0);
    if (anchor) await module?.edit(this.app, entity, anchor);
  }

  /** Edits the entity that the focus is on. */
  editHere() {
    const { app } = this;
    const focused = document.activeElement;
    const item = focused?.closest('[data-entity]');
    const record = focused ? app.mentions.records.get(focused) : undefined;
    const index = record?.entity ?? (item ? Number(item.getAttribute('data-entity')) : undefined);
    const entity = index === undefined ? undefined : app.entity(index);
    if (entity) void this.edit(entity, focused);
    else app.say(t('entity-none-here'));
  }

  /** @param {string} index */
  find(index) {
    return /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-entity="${index}"] .row`));
  }

  /** One entity dragged onto another is the same. */
  drags() {
    const { list } = this;
    /** @type {number | undefined} */
    let dragged;
    const under = (/** @type {Event} */ event) => {
      const item = event.target instanceof Element ? event.target.closest('.entity-item') : null;
      return item instanceof HTMLElement ? item : undefined;
    };
    const mark = (/** @type {HTMLElement[]} */ [item]) => {
      for (const other of list.querySelectorAll('.over')) if (other !== item) other.classList.remove('over');
      item?.classList.add('over');
    };
    list.addEventListener('dragstart', (event) => {
      dragged = Number(under(event)?.dataset['entity']);
      event.dataTransfer?.setData('text/plain', this.app.entity(dragged)?.name ?? '');
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'link';
    });
    list.addEventListener('dragend', () => {
      dragged = undefined;
      mark([]);
    });
    list.addEventListener('dragover', (event) => {
      const item = under(event);
      if (dragged === undefined || !item || Number(item.dataset['entity']) === dragged) return;
      event.preventDefault();
      mark([item]);
    });
    list.addEventListener('drop', (event) => {
      const [one, other] = [
        this.app.entity(dragged ?? -1),
        this.app.entity(Number(under(event)?.dataset['entity'])),
      ];
      if (!one || !other || one === other) return;
      event.preventDefault();
      event.stopPropagation();
      void lazily(this.app, () => import('../see/edit.js')).then((module) =>
        module?.join(this.app, one, other.name),
      );
    });
  }
}

/** Folded for comparing, without case and accents. @param {string} text */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @param {Element | null} element */
function entityOf(element) {
  return element?.closest('[data-entity]')?.getAttribute('data-entity') ?? undefined;
}

/** How many mentions an entity has; of many their list is not asked for. @param {EntityRecord & { count?: number }} entity */
function count(entity) {
  return entity.count ?? entity.mentions.length;
}

/** Where its first mention starts. @param {EntityRecord & { first?: number }} entity */
function first(entity) {
  return entity.first ?? entity.mentions[0]?.start ?? 0;
}
