// Owns the small form that edits an entity as a whole: its name, what it is the same as, its type, whether it is
// in sight. Invariant: each is one step that can be undone, and says what it did.

import { t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';
import { FAMILIES, lineClass, typeName } from '../view/labels.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').EntityRecord} EntityRecord */
/** @typedef {import('../view/labels.js').Label} Label */

/** So many names are offered at a time; typing narrows them down. */
const OFFERED = 6;

/**
 * @param {App} app
 * @param {EntityRecord} entity
 * @param {HTMLElement} anchor
 */
export async function edit(app, entity, anchor) {
  await stylesheet('see/edit.css');
  const card = el('div', {
    class: 'card entity-edit',
    role: 'dialog',
    'aria-label': t('entity-edit-name', { name: shorten(entity.name, 60) }),
  });
  const done = () => {
    app.float.close({ focus: false });
    const again = document.querySelector(`.entities [data-entity="${entity.index}"] .row`);
    (again instanceof HTMLElement ? again : app.article.root).focus({ preventScroll: true });
  };
  front(app, entity, card, done);
  app.float.show(card, {
    anchor: () => anchor.getBoundingClientRect(),
    giveBack: () => anchor.focus({ preventScroll: true }),
  });
  card.querySelector('input')?.select();
}

/**
 * @param {App} app
 * @param {EntityRecord} entity
 * @param {HTMLElement} card
 * @param {() => void} done
 */
function front(app, entity, card, done) {
  const input = el('input', {
    type: 'text',
    class: 'field',
    value: entity.name,
    'aria-label': t('name'),
    autocomplete: 'off',
  });
  const rename = () => {
    const name = input.value.trim();
    if (name !== '' && name !== entity.name) join(app, entity, name);
    done();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) rename();
  });
  const turn = (/** @type {HTMLElement[]} */ content) => {
    card.replaceChildren(...content);
    app.float.place();
    /** @type {HTMLElement | null} */ (card.querySelector('input, button'))?.focus();
  };
  const hide = () => {
    app.change(
      (core) => core.hide(entity.name, true),
      t('entity-hidden', { name: shorten(entity.name, 40) }),
    );
    done();
  };
  const reject = () => {
    app.change(
      (core) => core.correctEach(places(app, entity), { kind: 'reject', everywhere: true }),
      t('entity-removed'),
    );
    done();
  };
  card.replaceChildren(
    el(
      'div',
      { class: 'card-head' },
      el('p', { class: 'card-name', text: t('name') }),
      el('span', { class: `pill ${lineClass(entity.label)}`, text: typeName(entity.label) }),
    ),
    input,
    el('p', { class: 'card-also', text: t('edit-name-hint') }),
    el(
      'div',
      { class: 'card-actions' },
      button(t('rename'), rename),
      button(t('same-as'), () => turn(same(app, entity, done))),
      button(t('type'), () => turn(types(app, entity, done))),
      button(t('hide'), hide),
      button(t('not-an-entity'), reject),
    ),
  );
}

/**
 * One place of each of the names an entity goes by: what is said of words everywhere is said of them all.
 * @param {App} app
 * @param {EntityRecord} entity
 */
function places(app, { mentions }) {
  const once = new Map(mentions.map((span) => [app.article.slice(span), span]));
  return Uint32Array.from([...once.values()].flatMap(({ start, end }) => [start, end]));
}

/**
 * @param {App} app
 * @param {EntityRecord} entity
 * @param {() => void} done
 */
function same(app, entity, done) {
  const others = app.entities.filter((it) => it.index !== entity.index);
  const near = [
    ...others.filter((it) => it.family === entity.family),
    ...others.filter((it) => it.family !== entity.family),
  ];
  const options = el('div', { class: 'options', role: 'group', 'aria-label': t('panel-entities') });
  const choose = (/** @type {string} */ name) => {
    join(app, entity, name);
    done();
  };
  const offer = () => {
    const words = input.value.trim().toLowerCase();
    const found = near.filter((it) => it.name.toLowerCase().includes(words)).slice(0, OFFERED);
    options.replaceChildren(
      ...found.map((it) =>
        button(shorten(it.name, 50), () => choose(it.name), { class: `option ${lineClass(it.label)}` }),
      ),
    );
  };
  const input = el('input', {
    type: 'text',
    class: 'field',
    'aria-label': t('is-same-named', { what: shorten(entity.name, 40) }),
    placeholder: t('a-name'),
    autocomplete: 'off',
    input: offer,
  });
  offer();
  return [
    el('p', {
      class: 'chooser-title',
      text: t('is-same', { what: t('quoted', { what: shorten(entity.name, 40) }) }),
    }),
    input,
    options,
  ];
}

/**
 * @param {App} app
 * @param {EntityRecord} entity
 * @param {() => void} done
 */
function types(app, entity, done) {
  const choose = (/** @type {Label} */ label) => {
    app.change(
      (core) => core.correctEach(places(app, entity), { kind: 'label', label, everywhere: true }),
      t('type-set'),
    );
    done();
  };
  return [
    el('p', {
      class: 'chooser-title',
      text: t('is-a', { what: t('quoted', { what: shorten(entity.name, 40) }) }),
    }),
    ...FAMILIES.map((family) =>
      el(
        'div',
        { class: 'chooser-row' },
        ...family.types.map((type) =>
          button(type.name, () => choose(type.label), {
            class: `type-button ${lineClass(type.label)}`,
            'aria-pressed': String(type.label === entity.label),
          }),
        ),
      ),
    ),
  ];
}

/**
 * Says that an entity is the one of that name.
 * @param {App} app
 * @param {EntityRecord} entity
 * @param {string} name
 */
export function join(app, entity, name) {
  const [span] = entity.mentions;
  if (!span) return;
  const words = t('entity-is', { name: shorten(entity.name, 40), other: shorten(name, 40) });
  app.change((core) => core.correct(span.start, span.end, { kind: 'sameAs', name }), words);
}
