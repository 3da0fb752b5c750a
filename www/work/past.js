// Owns the dialog that lists what was done and can be taken back, also before the page was last loaded.
// Invariant: the list is the core's; going back to a step takes back those after it one by one.

import { t } from '../view/catalogue.js';
import { button, el } from '../view/dom.js';
import { told } from '../view/lazy.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */

/** So many steps are listed on each side of the present. */
const LISTED = 30;

/** @type {Past | undefined} */
let only;

/** @param {App} app */
export function past(app) {
  return (only ??= new Past(app));
}

class Past {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.list = el('ol', { class: 'templates', 'aria-label': t('steps') });
    this.dialog = el(
      'dialog',
      { class: 'card palette', 'aria-label': t('history-head') },
      el('h2', { class: 'card-name', text: t('command-history') }),
      this.list,
      el(
        'div',
        { class: 'card-actions' },
        button(t('undo'), () => this.go(1, 'undo')),
        button(t('redo'), () => this.go(1, 'redo')),
        el('span', { class: 'gap' }),
        button(t('close'), () => this.dialog.close()),
      ),
    );
    document.body.append(this.dialog);
    app.on('annotations', () => {
      if (this.dialog.open) this.fill();
    });
  }

  show() {
    this.fill();
    this.dialog.showModal();
  }

  fill() {
    const undone = (this.app.ask((core) => core.undone()) ?? []).slice(0, LISTED);
    const done = (this.app.ask((core) => core.done()) ?? []).slice(0, LISTED);
    this.list.replaceChildren(
      ...undone.map((words, at) => this.row(words, at + 1, 'redo')).reverse(),
      ...done.map((words, at) => this.row(words, at + 1, 'undo')),
    );
    if (undone.length + done.length === 0)
      this.list.append(el('li', { class: 'hint', text: t('steps-none') }));
  }

  /**
   * @param {string} words
   * @param {number} steps how many lead to the other side of it
   * @param {'undo' | 'redo'} way
   */
  row(words, steps, way) {
    const what = told(words);
    const far = way === 'undo' ? 'undo-to-here' : 'redo-to-here';
    const to = t(steps === 1 ? way : far);
    return el(
      'li',
      { class: `bulk-row ${way === 'redo' ? 'undone' : ''}` },
      el('span', { text: what }),
      way === 'redo' ? el('span', { class: 'place', text: t('step-undone') }) : null,
      el('span', { class: 'gap' }),
      button(to, () => this.go(steps, way), { 'aria-label': t('step', { way: to, words: what, steps }) }),
    );
  }

  /**
   * @param {number} steps
   * @param {'undo' | 'redo'} way
   */
  async go(steps, way) {
    for (let step = 0; step < steps; step += 1) await this.app[way]();
    this.fill();
    this.list.querySelector('button')?.focus();
  }
}
