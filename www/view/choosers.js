// Owns the small forms that correct the tagger: which type, and the same as which entity.

import { t } from './catalogue.js';
import { button, el, shorten } from './dom.js';
import { FAMILIES, lineClass } from './labels.js';

/** @typedef {import('./labels.js').MentionRecord} MentionRecord */
/** @typedef {import('./labels.js').Label} Label */
/** @typedef {import('./app.js').App} App */

/** So many names are offered at a time; typing narrows them down. */
const OFFERED = 8;

/**
 * Corrects the tagger, here or for every article.
 * @param {App} app
 * @param {{ start: number, end: number }} span
 * @param {import('../pkg/manicule.js').CorrectionRecord} correction
 * @param {boolean} later
 * @param {string} said
 */
export function correct(app, { start, end }, correction, later, said) {
  app.change(
    (core) => (later ? core.correctAndLearn(start, end, correction) : core.correct(start, end, correction)),
    later ? t('said-and-learned', { said }) : said,
  );
}

/** @param {HTMLInputElement} later */
export function laterLabel(later) {
  return el('label', { class: 'everywhere' }, later, ' ', t('learn-too'));
}

/**
 * The eighteen types, for a mention or for any span.
 * @param {App} app
 * @param {{ start: number, end: number, label?: string }} span
 * @param {boolean} everywhere
 * @param {() => void} done
 * @param {HTMLInputElement} [later] whether the name is learned for every article
 */
export function typeChooser(app, span, everywhere, done, later) {
  const what = `“${shorten(app.article.slice(span), 40)}”`;
  /** @param {Label} label */
  const choose = (label) => {
    correct(app, span, { kind: 'label', label, everywhere }, later?.checked ?? false, t('type-set'));
    done();
    app.mentions.focus(span.start);
  };
  return el(
    'div',
    { class: 'chooser', role: 'group', 'aria-label': t('type-of', { what }) },
    el('p', { class: 'chooser-title', text: t('is-a', { what }) }),
    ...FAMILIES.map((family) =>
      el(
        'div',
        { class: 'chooser-row' },
        ...family.types.map((type) =>
          button(type.name, () => choose(type.label), {
            class: `type-button ${lineClass(type.label)}`,
            'aria-pressed': String(type.label === span.label),
          }),
        ),
      ),
    ),
  );
}

/**
 * The other entities, to say that this is one of them.
 * @param {App} app
 * @param {MentionRecord} record
 * @param {() => void} done
 */
export function sameAsChooser(app, record, done) {
  const what = `“${shorten(app.article.slice(record), 40)}”`;
  const others = app.entities.filter((entity) => entity.index !== record.entity);
  const near = others.filter((entity) => entity.family === record.family);
  const far = others.filter((entity) => entity.family !== record.family);
  const count = app.entity(record.entity)?.mentions.length ?? 1;
  const here = el('input', { type: 'checkbox' });
  /** @param {string} name */
  const choose = (name) => {
    if (!name.trim()) return;
    const correction = { kind: /** @type {const} */ ('sameAs'), name: name.trim(), here: here.checked };
    app.change(
      (core) => core.correct(record.start, record.end, correction),
      t(here.checked ? 'split-off' : 'joined'),
    );
    done();
    app.mentions.focus(record.start);
  };
  const options = el('div', { class: 'options', role: 'group', 'aria-label': t('panel-entities') });
  const input = el('input', {
    type: 'text',
    class: 'field',
    'aria-label': t('is-same-named', { what }),
    placeholder: t('a-name'),
    autocomplete: 'off',
    input: () => offer(),
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter' && !event.isComposing) choose(input.value);
    },
  });
  const offer = () => {
    const query = input.value.trim().toLowerCase();
    const found = [...near, ...far].filter((entity) => entity.name.toLowerCase().includes(query));
    options.replaceChildren(
      ...found.slice(0, OFFERED).map((entity) =>
        button(shorten(entity.name, 50), () => choose(entity.name), {
          class: `option ${lineClass(entity.label)}`,
        }),
      ),
    );
    if (found.length === 0) options.append(el('p', { class: 'card-also', text: t('new-name') }));
  };
  offer();
  return el(
    'div',
    { class: 'chooser' },
    el('p', { class: 'chooser-title', text: t('is-same', { what }) }),
    input,
    options,
    count > 1 && el('label', { class: 'everywhere' }, here, ' ', t('this-alone', { count: count - 1 })),
  );
}
