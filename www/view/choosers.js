// Owns the small form that corrects the tagger's type.

import { t } from './catalogue.js';
import { button, el, shorten } from './dom.js';
import { FAMILIES, lineClass } from './labels.js';

/** @typedef {import('./labels.js').Label} Label */
/** @typedef {import('./app.js').App} App */

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
