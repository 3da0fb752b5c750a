// Owns the dialog that lists what was done and can be taken back, also before the page was last loaded.
// Invariant: the list is the core's; going back to a step takes back those after it one by one.

import { button, el } from '../view/dom.js';

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
    this.list = el('ol', { class: 'templates', 'aria-label': 'Steps, the latest first' });
    this.dialog = el(
      'dialog',
      { class: 'card palette', 'aria-label': 'History' },
      el('h2', { class: 'card-name', text: 'What was done here' }),
      this.list,
      el(
        'div',
        { class: 'card-actions' },
        button('Undo', () => this.go(1, 'undo')),
        button('Redo', () => this.go(1, 'redo')),
        el('span', { class: 'gap' }),
        button('Close', () => this.dialog.close()),
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
      this.list.append(el('li', { class: 'hint', text: 'Nothing yet that could be undone.' }));
  }

  /**
   * @param {string} words
   * @param {number} steps how many lead to the other side of it
   * @param {'undo' | 'redo'} way
   */
  row(words, steps, way) {
    const name = way === 'undo' ? 'Undo' : 'Redo';
    const to = steps === 1 ? name : `${name} to here`;
    return el(
      'li',
      { class: `bulk-row ${way === 'redo' ? 'undone' : ''}` },
      el('span', { text: words }),
      way === 'redo' ? el('span', { class: 'place', text: 'undone' }) : null,
      el('span', { class: 'gap' }),
      button(to, () => this.go(steps, way), { 'aria-label': `${to}: ${words}, step ${steps}` }),
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
