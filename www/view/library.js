// Owns the list of articles and the form that takes a new one. Invariant: deleting asks nothing, because Undo
// brings it back.

import { button, byId, el, shorten } from './dom.js';
import { ACCEPTED } from './intake.js';
import { taughtNames } from './taught.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./intake.js').Intake} Intake */
/** @typedef {import('./labels.js').ArticleRecord} ArticleRecord */

export class Library {
  /**
   * @param {App} app
   * @param {Intake} intake
   * @param {import('./backup.js').Backup} backup
   */
  constructor(app, intake, backup) {
    this.app = app;
    this.backup = backup;
    this.intake = intake;
    this.opener = byId('library-button');
    /** @type {HTMLElement | undefined} */
    this.card = undefined;
    this.list = el('ul', { class: 'articles', 'aria-label': 'Your articles' });
    this.taught = el('div', {});
    app.on('library', () => this.update());
  }

  /** @returns {ArticleRecord[]} */
  articles() {
    return this.app.articles();
  }

  update() {
    const articles = this.articles();
    const current = articles.find((article) => article.current);
    byId('current-title').textContent = current?.title ?? '';
    document.title = current ? `${shorten(current.title, 80)} · Manicule` : 'Manicule';
    if (this.card?.isConnected) this.fill(articles);
  }

  /** Shows the articles. */
  showList() {
    this.card = el(
      'div',
      { class: 'card panel', role: 'dialog', 'aria-label': 'Articles' },
      el(
        'div',
        { class: 'card-head' },
        el('p', { class: 'card-name', text: 'Articles' }),
        button('Open another…', () => this.showOpen(byId('open-button'))),
      ),
      this.list,
      this.taught,
      this.backup.section,
    );
    this.backup.show();
    this.fill(this.articles());
    this.float(this.card, this.opener);
    /** @type {HTMLElement | null} */ (this.card.querySelector('.article-title'))?.focus();
  }

  /**
   * Shows the form that takes an article.
   * @param {HTMLElement} opener
   */
  showOpen(opener) {
    /** @type {{ html: string, text: string } | undefined} */
    let rich;
    const area = el('textarea', {
      class: 'field',
      rows: 7,
      'aria-label': 'Text of the article',
      placeholder: 'Paste the article here, or drop a file anywhere on the page.',
      paste: (/** @type {ClipboardEvent} */ event) => {
        const data = event.clipboardData;
        const html = data?.getData('text/html') ?? '';
        rich = area.value === '' && html ? { html, text: data?.getData('text/plain') ?? '' } : undefined;
      },
    });
    const file = el('input', {
      type: 'file',
      class: 'visually-hidden',
      accept: ACCEPTED,
      multiple: true,
      tabindex: '-1',
      'aria-label': 'Article file',
      change: () => {
        const chosen = [...(file.files ?? [])];
        this.app.float.close();
        if (chosen.length > 0) this.intake.files(chosen);
      },
    });
    const choose = (/** @type {boolean} */ folder) => {
      file.webkitdirectory = folder;
      file.click();
    };
    const open = () => {
      const text = area.value;
      if (text.trim() === '') {
        area.focus();
        this.app.say('Paste some text first');
        return;
      }
      // A field turns line ends into its own; the rich text is taken while nothing else was typed.
      const untouched = rich && flat(rich.text) === flat(text);
      this.app.float.close({ focus: false });
      if (rich && untouched) this.intake.flavours(rich.html, rich.text);
      else this.intake.text(text);
    };
    const card = el(
      'div',
      { class: 'card panel', role: 'dialog', 'aria-label': 'Open an article' },
      el('p', { class: 'card-name', text: 'Paste, drop or open an article' }),
      area,
      el(
        'div',
        { class: 'card-actions' },
        button('Open text', open, { class: 'button small strong' }),
        button('Choose a file…', () => choose(false)),
        button('Choose a folder…', () => choose(true)),
        el('span', { class: 'card-also', text: 'Text, Markdown, web page, PDF, Word, EPUB' }),
      ),
      el('p', { class: 'card-also', text: 'It stays on this device. Nothing is sent anywhere.' }),
      file,
    );
    this.float(card, opener);
    area.focus();
  }

  /**
   * @param {HTMLElement} card
   * @param {HTMLElement} opener
   */
  float(card, opener) {
    this.app.float.show(card, {
      anchor: () => opener.getBoundingClientRect(),
      giveBack: () => opener.focus(),
      closed: () => opener.setAttribute('aria-expanded', 'false'),
    });
    opener.setAttribute('aria-expanded', 'true');
  }

  /** @param {ArticleRecord[]} articles */
  fill(articles) {
    const focused = [this.list, this.taught].some((part) => part.contains(document.activeElement));
    this.list.replaceChildren(...articles.map((article) => this.item(article)));
    if (articles.length === 0) this.list.append(el('li', { class: 'hint', text: 'No articles yet.' }));
    this.taught.replaceChildren(...taughtNames(this.app));
    if (focused) /** @type {HTMLElement | null} */ (this.list.querySelector('.article-title'))?.focus();
  }

  /** @param {ArticleRecord} article */
  item(article) {
    const what = `“${shorten(article.title, 60)}”`;
    const notes = article.annotations;
    const facts = [article.date ?? '', `${notes} ${notes === 1 ? 'annotation' : 'annotations'}`]
      .filter(Boolean)
      .join(' · ');
    const item = el(
      'li',
      { class: 'article-item' },
      el('button', {
        type: 'button',
        class: 'article-title',
        text: shorten(article.title, 110),
        'aria-current': article.current ? 'true' : undefined,
        click: () => this.open(article.id),
      }),
      el(
        'div',
        { class: 'article-facts' },
        el('span', { class: 'card-also', text: facts }),
        el('span', { class: 'gap' }),
        button('Rename', () => this.rename(item, article), { 'aria-label': `Rename ${what}` }),
        button('Delete', () => this.remove(article.id), { 'aria-label': `Delete ${what}` }),
      ),
    );
    return item;
  }

  /** @param {string} id */
  async open(id) {
    this.app.emit('leave');
    // The list goes at once: what lies under it may be meant by the next press.
    this.app.float.close({ focus: false });
    await this.app.wait((core) => core.open(id));
    this.app.showArticle();
    scrollTo({ top: 0, behavior: 'instant' });
    this.app.article.root.focus({ preventScroll: true });
  }

  /**
   * @param {HTMLElement} item
   * @param {ArticleRecord} article
   */
  rename(item, article) {
    const finish = (/** @type {boolean} */ keep) => {
      const title = input.value.trim();
      if (keep && title !== '' && title !== article.title) {
        this.app.change((core) => core.rename(article.id, title), 'Article renamed');
      }
      this.update();
      /** @type {HTMLElement | null} */ (this.list.querySelector('.article-title'))?.focus();
    };
    const input = el('input', {
      type: 'text',
      class: 'field',
      'aria-label': 'New title',
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === 'Enter' && !event.isComposing);
      },
    });
    input.value = article.title;
    const save = button('Save', () => finish(true), { 'aria-label': 'Save title' });
    item.replaceChildren(el('div', { class: 'article-facts' }, input, save));
    input.select();
    input.focus();
  }

  /** @param {string} id */
  async remove(id) {
    this.app.emit('leave');
    const done = this.app.ask((core) => {
      core.removeArticle(id);
      return true;
    });
    await this.app.current();
    if (!done) return;
    this.app.emit('status');
    this.app.say('Article deleted', 'undo');
    if (this.card && !this.app.float.shows(this.card)) this.showList();
  }
}

/** @param {string} text */
function flat(text) {
  return text.replace(/\s+/g, ' ').trim();
}
