// Owns what the page knows of the reading of a long text; what does the reading is loaded when there is such a text
// (`longread.js`). Invariant: the page never waits for it, and says what is not read.

import { t } from './catalogue.js';
import { lazily } from './lazy.js';
import { taken } from './model.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../pkg/manicule.js').Core} Core */
/** @typedef {import('../bring/metadata.js').Facts} Facts */

/** Longer texts, in bytes, are read apart: a shorter one takes no longer than a frame or two. */
export const LONGEST_HERE = 24 * 1024;

export class Reading {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** How much of the text was come to; undefined while nothing is read. @type {number | undefined} */
    this.share = undefined;
    /** Whether the reader of the page called it off. */
    this.off = false;
    /** How much memory the worker's core has. */
    this.memory = 0;
    /** @type {import('./longread.js').LongRead | undefined} */
    this.long = undefined;
  }

  /** Whether something of the open text is not read. */
  get lacks() {
    return this.share !== undefined || this.off;
  }

  /** Asks for what the core wants read, if it wants anything. */
  ask() {
    if (this.off) return;
    if (this.long) this.long.ask();
    else if (this.wants()) {
      this.share = 0;
      void this.load().then((long) => (long ? long.ask() : this.cancel()));
    }
  }

  /** Says to whoever measures how much memory the cores have. */
  weigh() {
    performance.mark('manicule:memory', { detail: { page: taken(), worker: this.memory } });
  }

  async load() {
    const module = await lazily(this.app, () => import('./longread.js'));
    return (this.long ??= module && new module.LongRead(this.app, this));
  }

  /**
   * Opens a plain text, a long one without holding the page up; its id.
   * @param {Core} core
   * @param {string} text
   * @param {string} [name]
   * @param {Facts} [facts] what is known of it
   * @returns {Promise<string>}
   */
  async add(core, text, name, facts) {
    const long = text.length > LONGEST_HERE ? await this.load() : undefined;
    if (long) return long.add(core, text, name, facts);
    if (facts) core.expect(facts);
    return core.addText(text, name);
  }

  /** Another article stands there: what was called off was called off for the other. */
  restart() {
    this.off = false;
    this.share = this.wants() ? 0 : undefined;
    this.long?.forget();
  }

  /** Whether something of the open article is to be read. */
  wants() {
    const { app } = this;
    return app.open !== undefined && app.model !== 'coming' && app.ask((core) => core.asks()) !== undefined;
  }

  /** Says how far it is. @param {HTMLElement} place */
  say(place) {
    if (this.long) this.long.say(place);
    else place.textContent = t('reading-part');
  }

  /** Goes on with what was called off. */
  resume() {
    this.off = false;
    this.ask();
    this.app.emit('status');
  }

  /** Nothing more is read; what was read so far stays. */
  cancel() {
    this.long?.rest();
    this.share = undefined;
    this.off = true;
    this.app.emit('status');
  }
}
