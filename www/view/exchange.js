// Owns the ways out and back in: files of annotations. Invariant: nothing leaves the page but into the
// reader's own downloads.

import { button, el, save } from './dom.js';

const TYPE = 'application/ld+json';

/** @typedef {import('./app.js').App} App */

export class Exchange {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
  }

  /** @param {HTMLElement} opener */
  show(opener) {
    const entities = el('input', { type: 'checkbox' });
    const file = el('input', {
      type: 'file',
      class: 'visually-hidden',
      accept: '.json,application/json,application/ld+json',
      'aria-label': 'JSON file of annotations',
      tabindex: '-1',
      change: () => this.fromFile(file.files?.[0]),
    });
    const card = el(
      'div',
      { class: 'card menu', role: 'dialog', 'aria-label': 'Export and import' },
      el('p', { class: 'card-name', text: 'Take your annotations along' }),
      el('p', {
        class: 'card-also',
        text: 'One JSON file of W3C Web Annotations, with the article’s text and the names you taught.',
      }),
      el('label', { class: 'check' }, entities, ' With the entities the machine found'),
      el(
        'div',
        { class: 'card-actions' },
        button('Download JSON', () => this.download(entities.checked), { class: 'button small strong' }),
        button('Import JSON…', () => file.click()),
        button('Print', () => print()),
      ),
      file,
    );
    opener.setAttribute('aria-expanded', 'true');
    this.app.float.show(card, {
      anchor: () => opener.getBoundingClientRect(),
      giveBack: () => opener.focus(),
      closed: () => opener.setAttribute('aria-expanded', 'false'),
    });
    card.querySelector('button')?.focus();
  }

  /** @param {boolean} entities */
  download(entities) {
    this.app.emit('leave');
    const json = this.app.ask((core) => core.exportJson({ entities }));
    if (json === undefined) return;
    const title =
      this.app.ask((core) => core.articles().find((article) => article.current)?.title) ?? 'article';
    save(json, `${fileName(title)}.annotations.json`, TYPE);
    this.app.float.close();
    this.app.say('Annotations downloaded');
  }

  /** What could not be written, as a file. */
  unsaved() {
    this.app.emit('leave');
    const json = this.app.ask((core) => core.exportUnsaved());
    if (json !== undefined) save(json, 'manicule-unsaved.json', TYPE);
  }

  /** @param {File | undefined} file */
  async fromFile(file) {
    if (file) await this.importJson(await file.text());
  }

  /** @param {string} json */
  async importJson(json) {
    this.app.emit('leave');
    const report = await this.app.wait((core) => core.importJson(json));
    if (!report) return;
    this.app.float.close();
    this.app.showArticle();
    const parts = [`${report.added} added`];
    if (report.updated > 0) parts.push(`${report.updated} updated`);
    if (report.same > 0) parts.push(`${report.same} the same`);
    if (report.learned > 0) parts.push(`${report.learned} learned`);
    if (report.refused.length > 0)
      parts.push(`${report.refused.length} refused: ${report.refused[0]?.reason ?? ''}`);
    this.app.say(
      `Imported: ${parts.join(', ')}`,
      report.added + report.updated + report.learned > 0 ? 'undo' : undefined,
    );
  }
}

/** @param {string} title */
function fileName(title) {
  const plain = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'article';
}
