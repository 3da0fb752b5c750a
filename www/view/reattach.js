// Owns the choosing of a second passage: the new one of a note that lost its own, or the other end of a relation.
// Invariant: while it is going on the selection toolbar offers that and nothing else, and Escape ends it.

import { shorten } from './dom.js';
import { t } from './catalogue.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ what: string, action: string, id?: string, put: (span: Span) => void }} Pending */

export class Reattach {
  /**
   * @param {App} app
   * @param {{ close: () => boolean }} sheets
   */
  constructor(app, sheets) {
    this.app = app;
    this.sheets = sheets;
    /** @type {Pending | undefined} */
    this.pending = undefined;
    app.on('article', () => (this.pending = undefined));
  }

  /**
   * The reader is to select the passage that the annotation is put on.
   * @param {AnnotationRecord} annotation
   */
  begin(annotation) {
    const what = shorten(annotation.quote || annotation.note || t('reattach-nameless'), 40);
    this.start({
      what,
      action: t('reattach-put', { what }),
      id: annotation.id,
      put: (span) => this.put(annotation.id, span),
    });
  }

  /**
   * The reader is to select what a passage is tied to.
   * @param {Span} from
   * @param {(id: string) => void} made
   */
  link(from, made) {
    const what = shorten(this.app.article.slice(from), 40);
    this.start({
      what,
      action: t('reattach-link', { what }),
      put: (to) => {
        const id = this.app.change(
          (core) => core.relate(from.start, from.end, to.start, to.end),
          t('relation-added'),
        );
        if (id) made(id);
      },
    });
  }

  /** @param {Pending} pending */
  start(pending) {
    this.pending = pending;
    this.sheets.close();
    document.getSelection()?.removeAllRanges();
    this.app.article.root.focus({ preventScroll: true });
    this.app.emit('annotations');
    this.app.say(t('reattach-how', { what: pending.what, action: pending.action }));
  }

  /**
   * Puts an annotation on a passage.
   * @param {string} id
   * @param {Span} span
   */
  put(id, { start, end }) {
    this.app.change((core) => core.reattach(id, start, end), t('reattach-done'));
    this.app.marks.activate(id);
  }

  /**
   * The reader has chosen.
   * @param {Span} span
   */
  choose(span) {
    const { pending } = this;
    this.pending = undefined;
    pending?.put(span);
  }

  /** @returns {boolean} whether it was going on */
  cancel() {
    if (!this.pending) return false;
    this.pending = undefined;
    this.app.emit('annotations');
    this.app.say(t('cancelled'));
    return true;
  }
}
