// Owns what a reader sets for the whole page: theme and language. Invariant: “System” stores nothing, so that the
// page goes with what the system says.

import { button, byId, el } from './dom.js';
import { LANGUAGES, t } from './catalogue.js';

/** @typedef {import('./app.js').App} App */

/** Draws the page in the theme that is kept. @param {App} app */
export function showTheme(app) {
  const value = app.setting('theme');
  if (value) document.documentElement.dataset['theme'] = value;
  else delete document.documentElement.dataset['theme'];
}

export class Settings {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.opener = byId('settings-button');
    this.opener.addEventListener('click', () => {
      if (this.opener.getAttribute('aria-expanded') === 'true') app.float.close();
      else this.show();
    });
  }

  show() {
    const { app, opener } = this;
    const themes = [
      ['light', t('theme-light')],
      ['dark', t('theme-dark')],
    ];
    const theme = this.choice('theme', t('theme'), t('theme-system'), themes, () => showTheme(app));
    const languages = Object.entries(LANGUAGES);
    const language = this.choice('language', t('language'), t('language-system'), languages, () => {
      app.emit('leave');
      location.reload();
    });
    const card = el(
      'div',
      { class: 'card menu settings', role: 'dialog', 'aria-label': t('settings') },
      theme,
      language,
      el('p', { class: 'card-also', text: t('settings-reload') }),
      el(
        'div',
        { class: 'card-actions' },
        button(t('close'), () => app.float.close()),
      ),
    );
    app.float.show(card, {
      anchor: () => opener.getBoundingClientRect(),
      giveBack: () => opener.focus(),
      closed: () => opener.setAttribute('aria-expanded', 'false'),
    });
    opener.setAttribute('aria-expanded', 'true');
    card.querySelector('select')?.focus();
  }

  /**
   * @param {string} setting its name, and the id of its field
   * @param {string} name
   * @param {string} system what no choice is called
   * @param {string[][]} values each with its name
   * @param {() => void} chosen
   */
  choice(setting, name, system, values, chosen) {
    const { app } = this;
    const select = el(
      'select',
      {
        class: 'field',
        id: setting,
        change: () => {
          app.keep(setting, select.value || null);
          chosen();
        },
      },
      el('option', { value: '', text: system }),
      ...values.map(([value, text]) => el('option', { value, text })),
    );
    select.value = app.setting(setting) ?? '';
    return el('label', { class: 'choice' }, el('span', { text: name }), select);
  }
}
