// Owns the left panel: its three tabs (entities, legend, outline) and the article's date.

import { t } from './catalogue.js';
import { byId, el, button, shorten } from './dom.js';
import { EntityList } from './entities.js';
import { Legend } from './legend.js';

/** @typedef {import('./app.js').App} App */

export class Side {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.outline = el('ul', { class: 'outline', 'aria-label': t('headings') });
    const panels = [
      { id: 'entities', content: new EntityList(app).root },
      { id: 'legend', content: new Legend(app).root },
      { id: 'outline', content: el('div', {}, this.outline, this.dateField()) },
    ];
    const tabs = el('div', { class: 'tabs', role: 'tablist', 'aria-label': t('panel') });
    tabs.addEventListener('keydown', (event) => this.walk(event));
    this.tabs = panels.map(({ id, content }) => {
      content.id = `${id}-panel`;
      content.setAttribute('role', 'tabpanel');
      content.setAttribute('aria-labelledby', `${id}-tab`);
      const tab = button(t(`panel-${id}`), () => this.choose(tab), {
        class: 'quiet',
        id: `${id}-tab`,
        role: 'tab',
        'aria-controls': content.id,
      });
      return tab;
    });
    this.panels = panels.map((panel) => panel.content);
    tabs.append(...this.tabs);
    byId('side').append(tabs, ...this.panels);
    if (this.tabs[0]) this.choose(this.tabs[0]);
    app.on('article', () => this.fillOutline());
    app.on('status', () => this.fillDate());
  }

  /** @param {HTMLElement} chosen */
  choose(chosen) {
    this.tabs.forEach((tab, index) => {
      const selected = tab === chosen;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
      const panel = this.panels[index];
      if (panel) panel.hidden = !selected;
    });
  }

  /** @param {KeyboardEvent} event */
  walk(event) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const index = this.tabs.findIndex((tab) => tab === document.activeElement);
    if (step === 0 || index < 0) return;
    event.preventDefault();
    const next = this.tabs[(index + step + this.tabs.length) % this.tabs.length];
    if (!next) return;
    this.choose(next);
    next.focus();
  }

  fillOutline() {
    const { article } = this.app;
    const headings = article.blocks.filter((block) => block.kind === 'title' || block.kind === 'heading');
    this.outline.replaceChildren(
      ...headings.map((block) =>
        el(
          'li',
          {},
          button(shorten(article.slice(block), 80), () => this.go(block.start), {
            class: `row ${block.kind}`,
          }),
        ),
      ),
    );
    if (headings.length === 0) this.outline.append(el('li', { class: 'hint', text: t('headings-none') }));
  }

  /** @param {number} start */
  go(start) {
    const { article } = this.app;
    const block = article.blocks[article.indexAt(start)];
    if (!block) return;
    this.app.last = { start: block.start, end: block.start };
    article.reveal(block.start, block.end);
    article.root.focus({ preventScroll: true });
  }

  dateField() {
    this.date = el('input', {
      type: 'text',
      class: 'field',
      id: 'article-date',
      placeholder: 'YYYY-MM-DD',
      autocomplete: 'off',
      change: () => this.setDate(),
    });
    this.dateSource = el('p', { class: 'card-also', id: 'article-date-source' });
    this.date.setAttribute('aria-describedby', this.dateSource.id);
    return el(
      'div',
      { class: 'date-field' },
      el('label', { for: 'article-date', text: t('article-date') }),
      this.date,
      this.dateSource,
    );
  }

  fillDate() {
    const date = this.app.open ? this.app.ask((core) => core.date()) : undefined;
    if (this.date && this.date !== document.activeElement) this.date.value = date?.value ?? '';
    if (!this.dateSource) return;
    this.dateSource.textContent = !date
      ? t('article-date-unknown')
      : date.source === 'reader'
        ? t('article-date-set')
        : t('article-date-read');
  }

  setDate() {
    const value = this.date?.value.trim() ?? '';
    this.app.change(
      (core) => core.setDate(value === '' ? null : value),
      t(value === '' ? 'date-removed' : 'date-set'),
    );
    this.app.emit('library');
    this.fillDate();
  }
}
