// Owns which article is open and what the page is called after it; the list of articles, the form that takes a new
// one, what is said of an article and where it was left off are loaded when they are wanted. Invariant: deleting asks
// nothing, because Undo brings it back.

import { byId, shorten } from './dom.js';
import { lazily, worded } from './lazy.js';

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
    /** The open list. @type {{ update: () => void } | undefined} */
    this.shelf = undefined;
    /** What is said of the article now. */
    this.about = '';
    app.on('library', () => this.update());
    app.on('article', () => void this.leftOff());
  }

  /** @returns {ArticleRecord[]} */
  articles() {
    return this.app.articles();
  }

  update() {
    const current = this.show();
    byId('current-title').textContent = current?.title ?? '';
    this.app.article.root.lang = languageOf(current?.language, this.app.article.text);
    document.title = current ? `${shorten(current.title, 80)} · Manicule` : 'Manicule';
    this.shelf?.update();
  }

  /** Shows what is said of the open article, where anything is. */
  show() {
    const current = this.articles().find((article) => article.current);
    const { id, publisher, byline, source, date } = current ?? {};
    const about = publisher || byline || source ? JSON.stringify([id, publisher, byline, source, date]) : '';
    if (about !== this.about) {
      this.about = about;
      void lazily(this.app, async () =>
        (await worded(() => import('../bring/about.js'))).showAbout(this.app, current),
      );
    }
    return current;
  }

  /** Goes on where the reader left off, and remembers where that is. */
  async leftOff() {
    const place = await lazily(this.app, () => import('../bring/place.js'));
    place?.follow(this.app);
  }

  /** Shows the articles. */
  async showList() {
    const shelf = await lazily(this.app, () => import('../bring/shelf.js'));
    await shelf?.showShelf(this);
  }

  /**
   * Shows the form that takes an article.
   * @param {HTMLElement} opener
   */
  async showOpen(opener) {
    const form = await lazily(this.app, () => import('../bring/open.js'));
    await form?.showOpen(this, opener);
  }

  /** @param {string} id */
  async open(id) {
    this.app.emit('leave');
    await this.app.wait((core) => core.open(id));
    this.app.showArticle();
    scrollTo({ top: 0, behavior: 'instant' });
    this.app.article.root.focus({ preventScroll: true });
  }
}

/**
 * The language that an article is marked as: what is said of it, else English for what could be, else none.
 * @param {string | undefined} said
 * @param {string} text
 */
function languageOf(said, text) {
  try {
    const [tag] = Intl.getCanonicalLocales(said);
    if (tag) return tag;
  } catch {
    // The reader wrote something else than a tag.
  }
  const letters = text.slice(0, 2000).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return latin.length * 2 < letters.length ? 'und' : 'en';
}
