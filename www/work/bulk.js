// Owns what is done to several notes, those that are chosen or all that the filter shows: tags, colour, removal,
// each one step of the history. Invariant: it says how many it will touch before it does, and touches these and
// no others.

import { t } from '../view/catalogue.js';
import { button, el } from '../view/dom.js';
import { COLOURS } from '../view/labels.js';

export { ready } from './words.js';

/** @typedef {import('../view/labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('../view/app.js').App} App */

export class Bulk {
  /**
   * @param {App} app
   * @param {(choosing: boolean) => void} changed
   */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    /** @type {string[]} */
    this.ids = [];
    /** Ids that the reader chose, shown or not. @type {Set<string>} */
    this.chosen = new Set();
    this.summary = el('summary', {});
    this.hint = el('p', { class: 'hint', text: t('bulk-hint') });
    this.tag = el('input', {
      type: 'text',
      class: 'field',
      'aria-label': t('bulk-tag'),
      placeholder: t('tag'),
      autocomplete: 'off',
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Enter' && !event.isComposing) this.tagAll(true);
      },
    });
    this.colours = el('div', { class: 'swatches', role: 'group', 'aria-label': t('bulk-colour') });
    this.delete = button(t('bulk-delete-all'), () => this.remove());
    this.root = el(
      'details',
      { class: 'bulk', hidden: true, toggle: () => this.toggled() },
      this.summary,
      this.hint,
      el(
        'div',
        { class: 'bulk-row' },
        this.tag,
        button(t('bulk-add'), () => this.tagAll(true), { 'aria-label': t('bulk-add-named') }),
        button(t('bulk-remove'), () => this.tagAll(false), { 'aria-label': t('bulk-remove-named') }),
      ),
      el('div', { class: 'bulk-row' }, this.colours, el('span', { class: 'gap' }), this.delete),
    );
  }

  /** Boxes stand on the notes while this is open. */
  toggled() {
    if (!this.root.open) this.chosen.clear();
    this.changed(this.root.open);
  }

  /**
   * @param {string} id
   * @param {boolean} chosen
   */
  choose(id, chosen) {
    if (chosen) this.chosen.add(id);
    else this.chosen.delete(id);
    this.changed(this.root.open);
  }

  /**
   * These are shown now.
   * @param {AnnotationRecord[]} shown
   */
  show(shown) {
    const all = shown.map((annotation) => annotation.id);
    const chosen = all.filter((id) => this.chosen.has(id));
    this.ids = chosen.length > 0 ? chosen : all;
    const many = this.ids.length;
    this.root.hidden = all.length < 2;
    this.summary.textContent = t(chosen.length > 0 ? 'bulk-chosen' : 'bulk-shown', { count: many });
    this.delete.textContent = t(chosen.length > 0 ? 'bulk-delete-chosen' : 'bulk-delete-shown', {
      count: many,
    });
    this.hint.hidden = chosen.length > 0;
    const swatch = (/** @type {import('../view/labels.js').Colour} */ colour, /** @type {string} */ name) =>
      el('button', {
        type: 'button',
        class: `swatch ${colour}`,
        'aria-label': t('bulk-colour-named', { colour: name }),
        title: name,
        click: () => this.change({ colour }, 'bulk-changed'),
      });
    const names = COLOURS.map(({ colour, name }) => this.app.colourName(colour, name));
    if (this.colours.dataset['key'] === names.join('\n')) return;
    this.colours.dataset['key'] = names.join('\n');
    this.colours.replaceChildren(
      ...COLOURS.map(({ colour }, index) => swatch(colour, names[index] ?? colour)),
    );
  }

  /**
   * @param {import('../pkg/manicule.js').SeveralRecord} several
   * @param {string} done what is said of it
   * @param {string} [tag]
   */
  change(several, done, tag = '') {
    const { ids } = this;
    const count = this.app.change((core) => core.updateSeveral(ids, several));
    if (count === undefined) return;
    if (count === 0) this.app.say(t('bulk-same'));
    else this.app.say(t(done, { count, tag }), 'undo');
  }

  /** @param {boolean} add */
  tagAll(add) {
    const tag = this.tag.value.trim().replace(/^#+/, '');
    if (tag === '') {
      this.tag.focus();
      return;
    }
    this.change(add ? { add: [tag] } : { remove: [tag] }, add ? 'bulk-tagged' : 'bulk-untagged', tag);
    this.tag.value = '';
  }

  remove() {
    const { ids } = this;
    const count = this.app.change((core) => core.removeSeveral(ids));
    if (count) this.app.say(t('bulk-removed', { count }), 'undo');
    this.root.open = false;
    this.app.article.root.focus({ preventScroll: true });
  }
}
