// Owns which of very many notes stand on the page: those beside the text near the window, or the beginning of a
// list, and those that somebody went to. Of few notes all do.

import { t } from '../view/catalogue.js';
import { button } from '../view/dom.js';
import { gather } from './annotationlist.js';

export { ready } from './words.js';

/** @typedef {import('../view/labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('../view/app.js').App} App */

export class Nearby {
  /**
   * @param {App} app
   * @param {MediaQueryList} margin whether notes stand beside the text
   * @param {number} limit more notes than this do not all stand there
   * @param {() => void} show called when others are to stand there
   */
  constructor(app, margin, limit, show) {
    this.app = app;
    this.margin = margin;
    this.show = show;
    /** Whether others are about to stand there. */
    this.waiting = false;
    /** Whether there are too many for all of them to stand there. */
    this.many = false;
    /** So many of a list do. */
    this.most = limit;
    this.limit = limit;
    /** Those that stand there wherever the reader is. @type {Set<string>} */
    this.kept = new Set();
    this.button = button(t('notes-more'), () => this.more(), { class: 'quiet', hidden: true });
    margin.addEventListener('change', () => this.passed());
    for (const name of /** @type {const} */ (['filled', 'passed'])) app.on(name, () => this.passed());
    app.on('article', () => this.clear());
    // All of so many would be asked for with every key.
    app.gather = () => gather(app);
  }

  /** Another article stands there. */
  clear() {
    this.kept.clear();
    this.most = this.limit;
  }

  /**
   * Which annotations have a note on the page.
   * @param {AnnotationRecord[]} all
   * @param {HTMLElement} beside the list that stands beside the text
   * @returns {(annotation: AnnotationRecord, home: HTMLElement, matches: boolean) => boolean}
   */
  chosen(all, beside) {
    this.many = all.length > this.limit;
    if (!this.many) return () => true;
    const margin = this.margin.matches && this.app.article.long;
    const ids = new Set(margin ? this.app.marks.near().map(({ id }) => id) : []);
    /** @type {Map<HTMLElement, number>} */
    const counts = new Map();
    return ({ id }, home, matches) => {
      if (this.kept.has(id)) return true;
      if (!matches) return false;
      if (margin && home === beside) return ids.has(id);
      const count = (counts.get(home) ?? 0) + 1;
      counts.set(home, count);
      return count <= this.most;
    };
  }

  /** @param {number} matching how many there are */
  offer(matching) {
    const margin = this.margin.matches && this.app.article.long;
    this.button.hidden = margin || !this.many || matching <= this.most;
  }

  more() {
    this.most += this.limit;
    this.show();
  }

  /** Other parts of the text are near the window: before the next frame, which lays all of it out at once. */
  passed() {
    if (!this.many || this.waiting) return;
    this.waiting = true;
    queueMicrotask(() => {
      this.waiting = false;
      this.show();
    });
  }

  /** Somebody goes to a note that does not stand there. @param {string} id */
  keep(id) {
    if (!this.app.annotation(id)) return;
    this.kept.add(id);
    this.show();
  }
}
