// Owns the library as the reader sees it: every article with what is known of it, found by words, sorted, tagged,
// put away, exported and deleted, one or several at once. Invariant: nothing here asks “are you sure”; every change
// can be undone.

import { t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';
import { taughtNames } from '../view/taught.js';
import { editAbout } from './about.js';
import { itemOf } from './shelf-item.js';
import { Finder } from './finder.js';
import { exportSeveral } from './export.js';
import { storageLine } from './storage.js';

export { ready } from './words.js';

/** @typedef {import('../view/library.js').Library} Library */
/** @typedef {import('../view/labels.js').ArticleRecord} ArticleRecord */
/** @typedef {import('./finder.js').Hit} Hit */
/** @typedef {'opened' | 'created' | 'title' | 'date'} Order */

/** @type {Order[]} */
const ORDERS = ['opened', 'created', 'title', 'date'];

/** Shows the list over the article. @param {Library} library */
export async function showShelf(library) {
  const [backups] = await Promise.all([library.backup.part.get(), stylesheet('bring/bring.css')]);
  new Shelf(library, backups).show();
}

class Shelf {
  /**
   * @param {Library} library
   * @param {import('../keep/backup.js').Backups | undefined} backups
   */
  constructor(library, backups) {
    this.library = library;
    this.backups = backups;
    this.app = library.app;
    this.finder = new Finder(this.app);
    /** @type {Order} */
    this.order = ORDERS.find((order) => order === this.app.setting('shelf-order')) ?? 'opened';
    this.query = '';
    this.tag = '';
    this.archived = false;
    /** @type {Set<string>} */
    this.chosen = new Set();
    /** What the words were found in; undefined while nothing is looked for. @type {Map<string, Hit> | undefined} */
    this.hits = undefined;
    this.list = el('ul', { class: 'shelved', 'aria-label': t('shelf') });
    this.taught = el('div', {});
    this.storage = el('p', { class: 'card-also' });
    this.count = el('span', { class: 'card-also', role: 'status' });
    this.tags = this.tagSelect();
    this.bulk = el('div', {
      class: 'shelf-line bulk-actions',
      hidden: true,
      role: 'group',
      'aria-label': t('shelf-chosen'),
    });
    this.card = this.build();
  }

  build() {
    const search = el('input', {
      type: 'search',
      class: 'field',
      'aria-label': t('shelf-search'),
      placeholder: t('shelf-search'),
      input: () => this.search(search.value),
    });
    const order = el(
      'select',
      { 'aria-label': t('shelf-sort'), change: () => this.sort(/** @type {Order} */ (order.value)) },
      ...ORDERS.map((value) => el('option', { value, text: t(`shelf-by-${value}`) })),
    );
    order.value = this.order;
    const archive = button(t('put-away'), () => this.toggleArchive(), {
      'aria-pressed': 'false',
      class: 'quiet',
    });
    this.archiveButton = archive;
    return el(
      'div',
      { class: 'card panel shelf', role: 'dialog', 'aria-label': t('articles') },
      el(
        'div',
        { class: 'shelf-head' },
        el(
          'div',
          { class: 'shelf-line' },
          el('h2', { text: t('articles') }),
          this.count,
          el('span', { class: 'gap' }),
          button(
            t('open-another'),
            () =>
              void this.library.showOpen(/** @type {HTMLElement} */ (document.getElementById('open-button'))),
          ),
          button(t('close'), () => this.app.float.close()),
        ),
        el('div', { class: 'shelf-line' }, search, order, this.tags, archive),
        this.bulk,
      ),
      el(
        'div',
        { class: 'shelf-body' },
        this.list,
        this.taught,
        this.backups?.section,
        el('section', {}, this.storage),
      ),
    );
  }

  show() {
    this.library.shelf = this;
    this.backups?.show();
    this.update();
    this.library.app.float.below(this.card, this.library.opener, () => {
      this.library.shelf = undefined;
    });
    /** @type {HTMLElement | null} */ (this.card.querySelector('.article-title'))?.focus();
    void storageLine(this.app).then((words) => {
      this.storage.textContent = words;
    });
  }

  /** What is listed now, in order. @returns {ArticleRecord[]} */
  shown() {
    const { hits } = this;
    const all = this.app.articles().filter(({ later }) => !later || hits !== undefined);
    const wanted = all.filter(
      ({ id, archived, tags }) =>
        (hits ? hits.has(id) : archived === this.archived) && (this.tag === '' || tags.includes(this.tag)),
    );
    const by = {
      opened: (/** @type {ArticleRecord} */ a, /** @type {ArticleRecord} */ b) =>
        b.opened.localeCompare(a.opened),
      created: (/** @type {ArticleRecord} */ a, /** @type {ArticleRecord} */ b) =>
        b.created.localeCompare(a.created),
      title: (/** @type {ArticleRecord} */ a, /** @type {ArticleRecord} */ b) =>
        a.title.localeCompare(b.title, undefined, { numeric: true }),
      date: (/** @type {ArticleRecord} */ a, /** @type {ArticleRecord} */ b) =>
        (b.date ?? '').localeCompare(a.date ?? ''),
    };
    return this.order === 'opened' ? wanted : wanted.sort(by[this.order]);
  }

  update() {
    const focused = [this.list, this.taught].some((part) => part.contains(document.activeElement));
    const all = this.app.articles();
    const shown = this.shown();
    const listed = new Set(shown.map(({ id }) => id));
    for (const id of this.chosen) if (!listed.has(id)) this.chosen.delete(id);
    this.list.replaceChildren(...shown.map((article) => itemOf(this, article, all)));
    if (shown.length === 0) this.list.append(el('li', { class: 'hint', text: this.nothing(all.length) }));
    this.taught.replaceChildren(...taughtNames(this.app));
    this.fillTags(all);
    const away = all.filter(({ archived }) => archived).length;
    if (this.archiveButton) {
      this.archiveButton.textContent = away > 0 ? t('put-away-count', { count: away }) : t('put-away');
      this.archiveButton.hidden = away === 0 && !this.archived;
    }
    this.count.textContent = this.hits ? t('found-count', { count: shown.length }) : '';
    this.showBulk();
    if (focused) /** @type {HTMLElement | null} */ (this.list.querySelector('.article-title'))?.focus();
  }

  /** @param {number} all */
  nothing(all) {
    if (this.hits) return t('shelf-nothing-found');
    if (this.archived) return t('shelf-nothing-away');
    return t(all === 0 ? 'shelf-empty' : 'shelf-nothing-tagged');
  }

  /** @param {string} query */
  async search(query) {
    this.query = query.trim();
    if (this.query === '') this.hits = undefined;
    else {
      const { query: asked } = this;
      const hits = await this.finder.find(asked);
      if (asked !== this.query) return;
      this.hits = hits;
    }
    this.update();
  }

  /** @param {Order} order */
  sort(order) {
    this.order = order;
    this.app.keep('shelf-order', order);
    this.update();
  }

  toggleArchive() {
    this.archived = !this.archived;
    this.archiveButton?.setAttribute('aria-pressed', String(this.archived));
    this.update();
  }

  tagSelect() {
    const select = el('select', {
      'aria-label': t('tag'),
      change: () => {
        this.tag = select.value;
        this.update();
      },
    });
    return select;
  }

  /** @param {ArticleRecord[]} all */
  fillTags(all) {
    const tags = [...new Set(all.flatMap((article) => article.tags))].sort((a, b) => a.localeCompare(b));
    this.tags.hidden = tags.length === 0;
    if (!tags.includes(this.tag)) this.tag = '';
    this.tags.replaceChildren(
      el('option', { value: '', text: t('every-tag') }),
      ...tags.map((tag) => el('option', { value: tag, text: tag })),
    );
    this.tags.value = this.tag;
  }

  /**
   * @param {string} id
   * @param {boolean} chosen
   */
  choose(id, chosen) {
    if (chosen) this.chosen.add(id);
    else this.chosen.delete(id);
    this.showBulk();
  }

  showBulk() {
    const ids = [...this.chosen];
    this.bulk.hidden = ids.length === 0;
    if (ids.length === 0) return;
    const tag = el('input', {
      type: 'text',
      class: 'field',
      'aria-label': t('tag-for-chosen'),
      placeholder: t('tag'),
    });
    const give = () => {
      if (tag.value.trim() !== '') this.tell(ids, { add: [tag.value.trim()] }, t('tag-added'));
    };
    tag.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) give();
    });
    this.bulk.replaceChildren(
      el('span', { role: 'status', text: t('chosen-count', { count: ids.length }) }),
      tag,
      button(t('tag-add'), give),
      button(t(this.archived ? 'take-out' : 'put-away'), () => this.archive(ids)),
      button(t('export'), () => void exportSeveral(this.app, ids)),
      button(t('delete'), () => void this.remove(ids)),
      button(t('choose-none'), () => {
        this.chosen.clear();
        this.update();
      }),
    );
  }

  /** @param {string[]} ids */
  archive(ids) {
    const words = t(this.archived ? 'taken-out' : 'put-away-done');
    this.tell(ids, { archived: !this.archived }, words);
  }

  /**
   * @param {string[]} ids
   * @param {Parameters<import('../pkg/manicule.js').Core['tellSeveral']>[1]} telling
   * @param {string} words
   */
  tell(ids, telling, words) {
    this.app.change((core) => core.tellSeveral(ids, telling), words);
    this.update();
  }

  /** @param {string} id */
  async open(id) {
    this.app.float.close({ focus: false });
    await this.library.open(id);
  }

  /** @param {string[]} ids */
  async remove(ids) {
    this.app.emit('leave');
    const done = this.app.ask((core) => {
      core.removeArticles(ids);
      return true;
    });
    await this.app.current();
    if (!done) return;
    this.app.emit('status');
    this.app.say(t('articles-deleted', { count: ids.length }), 'undo');
    if (!this.app.float.shows(this.card)) this.show();
  }

  /**
   * @param {string} id
   * @param {EventTarget | null} opener
   */
  details(id, opener) {
    editAbout(this.app, id, opener);
  }

  /**
   * @param {HTMLElement} item
   * @param {ArticleRecord} article
   */
  rename(item, article) {
    const finish = (/** @type {boolean} */ keep) => {
      const title = input.value.trim();
      if (keep && title !== '' && title !== article.title) {
        this.app.change((core) => core.rename(article.id, title), t('article-renamed'));
      }
      this.library.update();
      /** @type {HTMLElement | null} */ (this.list.querySelector('.article-title'))?.focus();
    };
    const input = el('input', {
      type: 'text',
      class: 'field',
      'aria-label': t('title-new'),
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === 'Enter' && !event.isComposing);
      },
    });
    input.value = article.title;
    const save = button(t('save'), () => finish(true), { 'aria-label': t('title-save') });
    item.replaceChildren(el('span', {}), input, save);
    input.select();
    input.focus();
  }

  /** @param {ArticleRecord} article */
  what(article) {
    return t('quoted', { what: shorten(article.title, 60) });
  }
}

/** @typedef {Shelf} ShelfType */
