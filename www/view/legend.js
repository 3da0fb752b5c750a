// Owns the legend: what each line means, and which are drawn. The choice is kept with the settings.

import { button, el } from './dom.js';
import { FAMILIES, TYPES, lineClass } from './labels.js';
import { t } from './catalogue.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./labels.js').Family} Family */

const NAMES_ONLY = FAMILIES.filter(({ family }) => family === 'when' || family === 'howMuch').flatMap(
  ({ types }) => types.map((type) => String(type.label)),
);

export class Legend {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<string, HTMLInputElement>} */
    this.boxes = new Map();
    this.root = el(
      'div',
      { class: 'legend' },
      ...FAMILIES.map((family) => this.family(family)),
      el(
        'div',
        { class: 'card-actions' },
        button(t('lines-all'), () => app.draw([])),
        button(t('lines-names'), () => app.draw(NAMES_ONLY)),
        button(t('lines-none'), () => app.draw(app.off, false)),
      ),
    );
    app.on('mentions', () => this.show());
    this.show();
  }

  /** @param {Family} family */
  family(family) {
    return el(
      'fieldset',
      { class: `family ${family.family}` },
      el('legend', { class: 'visually-hidden', text: family.name }),
      this.box(family.family, family.name, 'family-box', (on) =>
        this.turn(
          family.types.map((type) => String(type.label)),
          on,
        ),
      ),
      el('div', { class: 'types' }, ...family.types.map((type) => this.type(String(type.label), type.name))),
    );
  }

  /**
   * @param {string} label
   * @param {string} name
   */
  type(label, name) {
    return this.box(label, name, lineClass(label), (on) => this.turn([label], on));
  }

  /**
   * @param {string} key
   * @param {string} name
   * @param {string} line
   * @param {(on: boolean) => void} turn
   */
  box(key, name, line, turn) {
    const input = el('input', { type: 'checkbox', change: () => turn(input.checked) });
    this.boxes.set(key, input);
    return el('label', { class: 'check' }, input, ' ', el('span', { class: `sampled ${line}`, text: name }));
  }

  /**
   * @param {string[]} labels
   * @param {boolean} on
   */
  turn(labels, on) {
    const { app } = this;
    const off = new Set(app.lines ? app.off : TYPES.map((type) => String(type.label)));
    for (const label of labels) {
      if (on) off.delete(label);
      else off.add(label);
    }
    app.draw(off);
  }

  show() {
    const { lines, off } = this.app;
    for (const { family, types } of FAMILIES) {
      const on = types.filter((type) => lines && !off.has(type.label));
      for (const type of types) {
        const box = this.boxes.get(type.label);
        if (box) box.checked = on.includes(type);
      }
      const box = this.boxes.get(family);
      if (!box) continue;
      box.checked = on.length === types.length;
      box.indeterminate = on.length > 0 && on.length < types.length;
    }
  }
}
