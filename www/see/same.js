// Owns the small form that says that an entity is the same as another.

import { t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { lineClass } from '../view/labels.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').MentionRecord} MentionRecord */

/** So many names are offered at a time; typing narrows them down. */
const OFFERED = 8;

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
