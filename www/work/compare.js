// Owns two articles side by side, and what both of them name. Invariants: the other article is only read, as the
// reader left it, in a core of its own that keeps nothing; two entities are one when they are of a kind and share a name.

import { Reader } from '../pkg/manicule.js';
import { number, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { readHere } from '../view/drive.js';
import { lineClass, typeName } from '../view/labels.js';
import { stylesheet } from '../view/lazy.js';
import { LONGEST_HERE } from '../view/reading.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').EntityRecord} EntityRecord */
/** @typedef {import('../view/labels.js').BlockRecord} BlockRecord */
/** @typedef {{ title: string, text: string, blocks: BlockRecord[], entities: EntityRecord[] }} Side */
/** @typedef {{ name: string, label: string, counts: [number, number] }} Shared */

const TAGS = { title: 'h2', heading: 'h3', quote: 'blockquote' };

/** @param {App} app */
export async function compare(app) {
  await stylesheet('work/compare.css');
  const others = app.articles().filter(({ current }) => !current);
  if (others.length === 0) {
    app.say(t('compare-none'));
    return;
  }
  const dialog = el('dialog', {
    class: 'card compare',
    'aria-label': t('compare-two'),
    close: () => dialog.remove(),
  });
  const body = el('div', { class: 'compare-body' });
  const select = el(
    'select',
    { class: 'field', 'aria-label': t('compare-other'), change: () => void show() },
    ...others.map(({ id, title }) => el('option', { value: id, text: shorten(title, 80) })),
  );
  const show = async () => {
    body.replaceChildren(el('p', { class: 'hint', role: 'status', text: t('compare-reading') }));
    const [one, other] = [here(app), await there(app, select.value)];
    if (!dialog.open) return;
    if (other) body.replaceChildren(...sides(one, other, app.reader.lacks ? t('reading-part') : ''));
    else body.replaceChildren(el('p', { class: 'hint', role: 'alert', text: t('compare-unread') }));
  };
  dialog.append(
    el(
      'div',
      { class: 'compare-head' },
      el('span', { class: 'card-name', text: t('compare-with') }),
      select,
      button(t('close'), () => dialog.close()),
    ),
    body,
  );
  document.body.append(dialog);
  dialog.showModal();
  await show();
}

/**
 * The open article.
 * @param {App} app
 * @returns {Side}
 */
function here(app) {
  const title = app.articles().find(({ current }) => current)?.title ?? '';
  return {
    title,
    text: app.article.text,
    blocks: app.ask((core) => core.blocks()) ?? [],
    entities: app.entities,
  };
}

/**
 * Another article of the library, as the reader left it.
 * @param {App} app
 * @param {string} id
 * @returns {Promise<Side | undefined>}
 */
function there(app, id) {
  const title = app.articles().find((article) => article.id === id)?.title ?? '';
  return app.wait(async (open) => {
    const core = open.beside(id);
    try {
      core.readElsewhere(LONGEST_HERE);
      await core.open(id);
      await readHere(core, Reader, id);
      return { title, text: core.text(), blocks: core.blocks(), entities: core.entities() };
    } finally {
      core.free();
    }
  });
}

/** @param {EntityRecord} entity */
function keysOf({ family, label, name, aliases }) {
  const kind = family === 'where' ? family : label;
  return [name, ...aliases].map((one) => `${kind} ${fold(one)}`);
}

/** @param {string} name */
function fold(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}

/**
 * What both name: for each entity of either side the index of what it shares, and the list of these.
 * @param {EntityRecord[]} ones
 * @param {EntityRecord[]} others
 */
export function match(ones, others) {
  /** @type {Map<string, number>} */
  const byKey = new Map();
  /** What the reader hid is not looked for. @param {EntityRecord} entity */
  const isName = ({ family, hidden }) => !hidden && family !== 'when' && family !== 'howMuch';
  ones.filter(isName).forEach((entity) => keysOf(entity).forEach((key) => byKey.set(key, entity.index)));
  /** @type {Map<number, number>} */
  const left = new Map();
  /** @type {Map<number, number>} */
  const right = new Map();
  /** @type {Shared[]} */
  const shared = [];
  const byIndex = new Map(ones.map((entity) => [entity.index, entity]));
  for (const other of others.filter(isName)) {
    const index = keysOf(other).flatMap((key) => byKey.get(key) ?? [])[0];
    const one = index === undefined ? undefined : byIndex.get(index);
    if (!one) continue;
    const at = left.get(one.index) ?? shared.length;
    if (at === shared.length) {
      left.set(one.index, at);
      shared.push({ name: one.name, label: one.label, counts: [one.mentions.length, 0] });
    }
    right.set(other.index, at);
    const entry = shared[at];
    if (entry) entry.counts[1] += other.mentions.length;
  }
  return { left, right, shared };
}

/**
 * @param {Side} one
 * @param {Side} other
 * @param {string} lack what is to be said of the open one
 */
function sides(one, other, lack) {
  const { left, right, shared } = match(one.entities, other.entities);
  const columns = [column(one, left), column(other, right)];
  const light = (/** @type {number} */ index) => {
    for (const column of columns) {
      for (const lit of column.querySelectorAll('.lit')) lit.classList.remove('lit');
      const all = column.querySelectorAll(`[data-shared="${index}"]`);
      all.forEach((mention) => mention.classList.add('lit'));
      const [first] = all;
      // Only the column moves, not what is round it.
      if (first instanceof HTMLElement) column.scrollTop = first.offsetTop - column.clientHeight / 3;
    }
  };
  const ordered = shared.map((entry, index) => ({ ...entry, index }));
  ordered.sort(
    (a, b) => b.counts[0] + b.counts[1] - a.counts[0] - a.counts[1] || a.name.localeCompare(b.name),
  );
  const list = el(
    'ul',
    { class: 'compare-shared', 'aria-label': t('compare-both') },
    ...ordered.map(({ name, label, counts, index }) =>
      el(
        'li',
        {},
        el(
          'button',
          {
            type: 'button',
            class: 'row',
            title: t('compare-counts', { kind: typeName(label), here: counts[0], there: counts[1] }),
            click: () => light(index),
          },
          el('span', { class: `everything-name ${lineClass(label)}`, text: shorten(name, 40) }),
          el('span', { class: 'place', text: counts.map((count) => number(count)).join(' · ') }),
        ),
      ),
    ),
  );
  const said = shared.length === 0 ? t('compare-nothing') : t('compare-count', { count: shared.length });
  const middle = el(
    'div',
    { class: 'compare-list' },
    el('p', { class: 'hint', role: 'status', text: [said, lack].join(' ').trim() }),
    list,
  );
  const [first, second] = columns;
  return [first, middle, second].flatMap((node) => node ?? []);
}

/**
 * An article as it reads, what both name lit.
 * @param {Side} side
 * @param {Map<number, number>} shared by the entity's index
 */
function column({ title, text, blocks, entities }, shared) {
  const mentions = entities
    .flatMap((entity) => {
      const at = shared.get(entity.index);
      // Of a long article only what is shared comes with all its mentions.
      return at === undefined
        ? []
        : entity.mentions.map(({ start, end }) => ({ start, end, label: entity.label, at }));
    })
    .sort((a, b) => a.start - b.start);
  let next = 0;
  const elements = blocks.map(({ kind, start, end }) => {
    const element = el(/** @type {'p'} */ (TAGS[/** @type {'title'} */ (kind)] ?? 'p'), {
      'data-of': kind,
      dir: 'auto',
    });
    let from = start;
    for (let mention = mentions[next]; mention && mention.start < end; mention = mentions[++next]) {
      if (mention.start < from || mention.end > end) continue;
      element.append(
        text.slice(from, mention.start),
        el('span', {
          class: `shared ${lineClass(mention.label)}`,
          'data-shared': mention.at,
          text: text.slice(mention.start, mention.end),
        }),
      );
      from = mention.end;
    }
    element.append(text.slice(from, end));
    return element;
  });
  return el(
    'section',
    { class: 'compare-side', 'aria-label': shorten(title, 80), tabindex: '0' },
    ...elements,
  );
}
