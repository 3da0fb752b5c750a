// Owns the dialog in which readers say what their colours mean and which templates they begin notes with.
// Invariant: every change goes to the core at once and can be undone; the dialog shows what the core has.

import { t } from '../view/catalogue.js';
import { button, el } from '../view/dom.js';
import { COLOURS } from '../view/labels.js';
import { templatesOf } from './templates.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */

/** @type {Palette | undefined} */
let only;

/** @param {App} app */
export function colours(app) {
  return (only ??= new Palette(app));
}

class Palette {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.names = COLOURS.map(({ colour, name }) => {
      const input = el('input', {
        type: 'text',
        class: 'field',
        maxlength: 40,
        placeholder: name,
        'aria-label': t('colour-means', { colour: name.toLowerCase() }),
        autocomplete: 'off',
        change: () => app.change((core) => core.nameColour(colour, input.value)),
      });
      return { colour, input };
    });
    this.list = el('ul', { class: 'templates', 'aria-label': t('templates') });
    this.name = el('input', {
      type: 'text',
      class: 'field',
      'aria-label': t('template-name'),
      placeholder: t('template-name-hint'),
      autocomplete: 'off',
    });
    this.text = el('textarea', {
      class: 'field',
      rows: 3,
      'aria-label': t('template-text'),
      placeholder: t('template-text-hint'),
    });
    this.dialog = this.build();
    document.body.append(this.dialog);
    app.on('annotations', () => this.fill());
  }

  build() {
    const dialog = el(
      'dialog',
      { class: 'card palette', 'aria-label': t('colours-and-templates') },
      el('h2', { class: 'card-name', text: t('colours-meaning') }),
      ...this.names.map(({ colour, input }) =>
        el(
          'div',
          { class: 'bulk-row' },
          el('span', { class: `swatch ${colour}`, 'aria-hidden': 'true' }),
          input,
        ),
      ),
      el('h2', { class: 'card-name', text: t('templates-for-notes') }),
      this.list,
      this.name,
      this.text,
      el(
        'div',
        { class: 'card-actions' },
        button(t('template-keep'), () => this.add()),
        button(t('templates-first'), () =>
          this.app.change((core) => core.setTemplates(null), t('templates-first-again')),
        ),
        el('span', { class: 'gap' }),
        button(t('close'), () => dialog.close()),
      ),
    );
    return dialog;
  }

  show() {
    this.fill();
    this.dialog.showModal();
  }

  /** Shows what the core has; a field that is being written in is left alone. */
  fill() {
    if (!this.dialog.isConnected) return;
    for (const { colour, input } of this.names)
      if (input !== document.activeElement) input.value = this.app.colourName(colour, '');
    const templates = templatesOf(this.app);
    this.list.replaceChildren(
      ...templates.map((template, index) =>
        el(
          'li',
          { class: 'bulk-row' },
          button(template.name, () => this.edit(template), {
            class: 'quiet',
            'aria-label': t('template-edit', { name: template.name }),
          }),
          el('span', { class: 'gap' }),
          button(
            t('delete'),
            () =>
              this.put(
                templates.filter((_, at) => at !== index),
                t('template-deleted'),
              ),
            {
              'aria-label': t('template-delete', { name: template.name }),
            },
          ),
        ),
      ),
    );
  }

  /** @param {{ name: string, text: string }} template */
  edit({ name, text }) {
    this.name.value = name;
    this.text.value = text;
    this.text.focus();
  }

  add() {
    const template = { name: this.name.value.trim(), text: this.text.value };
    if (template.name === '' || template.text.trim() === '') {
      (template.name === '' ? this.name : this.text).focus();
      return;
    }
    const others = templatesOf(this.app).filter(({ name }) => name !== template.name);
    this.put([...others, template], t('template-kept'));
    this.name.value = '';
    this.text.value = '';
  }

  /**
   * @param {{ name: string, text: string }[]} templates
   * @param {string} said
   */
  put(templates, said) {
    this.app.change((core) => core.setTemplates(templates), said);
  }
}
