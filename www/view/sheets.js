// Owns the panels as sheets on narrow windows. Invariant: at most one is up; on wide windows both are columns
// and this module does nothing.

import { button, byId } from './dom.js';
import { t } from './catalogue.js';

/** @typedef {'side' | 'notes'} Name */

const WIDE = matchMedia('(min-width: 1100px)');

export class Sheets {
  constructor() {
    for (const name of /** @type {const} */ (['side', 'notes'])) {
      byId(`${name}-button`).addEventListener('click', () => this.toggle(name));
      byId(name).prepend(
        button(t('close'), () => this.close(), {
          class: 'quiet narrow sheet-close',
          'aria-label': t(`close-${name}`),
        }),
      );
    }
    WIDE.addEventListener('change', () => this.close());
    // Who goes on with the text wants to see it, and a card comes as a sheet, too.
    const article = byId('article');
    article.addEventListener('pointerdown', () => this.close());
    article.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches('.mention:focus-visible')) this.close();
    });
  }

  /** @param {Name} name */
  isOpen(name) {
    return byId(name).classList.contains('open');
  }

  /** @param {Name} name */
  toggle(name) {
    if (this.isOpen(name)) this.close();
    else {
      this.open(name);
      byId(name).querySelector('button')?.focus();
    }
  }

  /** @param {Name} name */
  open(name) {
    if (WIDE.matches) return;
    this.close();
    byId(name).classList.add('open');
    byId(`${name}-button`).setAttribute('aria-expanded', 'true');
  }

  /** @returns {boolean} whether one was up */
  close() {
    let was = false;
    for (const name of /** @type {const} */ (['side', 'notes'])) {
      const sheet = byId(name);
      if (!sheet.classList.contains('open')) continue;
      was = true;
      const inside = sheet.contains(document.activeElement);
      sheet.classList.remove('open');
      byId(`${name}-button`).setAttribute('aria-expanded', 'false');
      if (inside) byId(`${name}-button`).focus();
    }
    return was;
  }
}
