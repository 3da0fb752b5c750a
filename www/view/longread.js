// Owns the reading of long texts apart from the page: the worker that does it, what it is asked, what comes of it.
// Invariants: what comes late for another article or another wish is let go; where a worker fails the same is done
// on the page, slice by slice, and nothing is lost.

import { laterHalf } from '../core/later.js';
import { Reader } from '../pkg/manicule.js';
import { t } from './catalogue.js';
import { button } from './dom.js';
import { Drive } from './drive.js';
import { entitiesOf } from '../work/entitytable.js';
import { compiled, model } from './model.js';
import { ownScript } from './trusted.js';

export { ready } from '../work/words.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./drive.js').Answer} Answer */
/** @typedef {import('./worker.js').Order} Order */

/** So much of what is in view is read first, in characters. */
const IN_VIEW = 12_000;

/**
 * So long is a book, in characters: it is read sooner by a module that is fetched and compiled for it. A shorter text is
 * not: the page's own is compiled by then.
 */
const BOOK = 3_000_000;

/** Where the worker lies, beside the page's own styles, however the page was published. */
function workerAddress() {
  const own = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="stylesheet"]'));
  return new URL('view/worker.js', own?.href ?? location.href);
}

export class LongRead {
  /**
   * @param {App} app
   * @param {import('./reading.js').Reading} state
   */
  constructor(app, state) {
    this.app = app;
    this.state = state;
    app.list = () => entitiesOf(app);
    this.words = new Text();
    /** @type {Worker | undefined} */
    this.worker = undefined;
    /** Where there is no worker. @type {Drive | undefined} */
    this.drive = undefined;
    /** Whether one failed, so that no other is tried. */
    this.alone = false;
    /** Whether the worker has the model. */
    this.taught = false;
    /** Whether it is to begin again for that. */
    this.again = false;
    /** Counts the texts that were given away, so that what comes of an earlier one is told. */
    this.text = 0;
    /** The article whose text the reader has, if it has one's. @type {string | undefined} */
    this.has = undefined;
    /** The length of the text that was read in and is about to be opened. @type {number | undefined} */
    this.brought = undefined;
    /** The version that was asked for last. */
    this.asked = 0;
    /** Whoever waits for a text to be read in. @type {((answer: Answer) => void) | undefined} */
    this.coming = undefined;
    /** Whether a text is being opened, and that of the text that came last. */
    this.opening = false;
    /** @type {Promise<unknown>} */
    this.last = Promise.resolve();
  }

  /** Asks for what the core wants read, if it wants anything. */
  ask() {
    const { app, state } = this;
    // What is coming goes first; then it, or what stands there still, is asked for.
    if (app.open === undefined || app.model === 'coming' || state.off || this.opening) return;
    const version = app.ask((core) => core.asks());
    if (version === undefined) {
      state.share = undefined;
      if (this.has !== app.open) this.rest();
      return;
    }
    state.share ??= 0;
    if (this.has === app.open && this.asked === version) return;
    if (this.brought !== undefined && this.brought === app.article.text.length) this.has = app.open;
    this.brought = undefined;
    if (this.has !== app.open) this.hand();
    if (app.model === 'there' && !this.taught) this.teach();
    this.asked = version;
    this.wish(version);
    app.emit('status');
  }

  /**
   * Says what is to be read.
   * @param {number} version
   */
  wish(version) {
    const { app } = this;
    const ask = app.ask((core) => core.ask());
    if (ask === undefined) {
      this.state.cancel();
      return;
    }
    const { start } = app.article.topmost() ?? { start: 0 };
    const end = app.article.seam(Math.min(app.article.text.length, start + IN_VIEW));
    this.tell({ kind: 'want', wish: { ask, version, start, end, again: this.again } });
    this.again = false;
  }

  /** Says how far it is, with a way to stop it or to go on. @param {HTMLElement} place */
  say(place) {
    const { state, words } = this;
    if (state.off) {
      place.replaceChildren(
        `${t('reading-part')} `,
        button(t('reading-go-on'), () => state.resume(), { class: '' }),
      );
      return;
    }
    // The button stays, so that it keeps the focus.
    if (words.parentNode !== place)
      place.replaceChildren(
        words,
        button(t('reading-stop'), () => state.cancel(), { class: '' }),
      );
    words.data = `${t('reading-share', { share: Math.floor((state.share ?? 0) * 100) })} `;
  }

  /** Another article stands there, or the same with another text. */
  forget() {
    this.asked = 0;
    if (this.brought === undefined) this.has = undefined;
  }

  /** Gives the open article's text to the reader. */
  hand() {
    const text = this.app.ask((core) => core.textBytes());
    const blocks = this.app.ask((core) => core.packedBlocks());
    if (!text || !blocks) return;
    this.start(text.length);
    this.text += 1;
    this.has = this.app.open;
    this.tell({ kind: 'open', of: this.text, text, blocks }, [text.buffer, blocks.buffer]);
  }

  /** Gives it the model. */
  teach() {
    const bytes = model();
    if (!bytes || this.taught) return;
    this.taught = true;
    this.again = true;
    if (this.worker) this.tell({ kind: 'model', model: bytes });
  }

  /**
   * Opens a plain text, a long one without holding the page up, after those that came before it; its id.
   * @param {import('../pkg/manicule.js').Core} core
   * @param {string} text
   * @param {string} [name]
   * @param {import('./reading.js').Facts} [facts]
   * @returns {Promise<string>}
   */
  add(core, text, name, facts) {
    const opened = this.last.then(() => this.open(core, text, name, facts));
    this.last = opened.catch(() => undefined);
    return opened;
  }

  /**
   * @param {import('../pkg/manicule.js').Core} core
   * @param {string} text
   * @param {string} [name]
   * @param {import('./reading.js').Facts} [facts]
   */
  async open(core, text, name, facts) {
    this.opening = true;
    const answer = await this.bring(text);
    try {
      // Not before: the core takes them for those of whatever comes next.
      if (facts) core.expect(facts);
      // Where reading it in failed, the core does it, or says what is wrong with the text.
      if (answer.kind !== 'text') return await core.addText(text, name);
      this.brought = answer.units;
      return await core.addRead(answer.text, answer.blocks, answer.changed, name);
    } catch (error) {
      // The other article is still there.
      this.brought = undefined;
      this.opening = false;
      this.ask();
      throw error;
    } finally {
      this.opening = false;
    }
  }

  /**
   * Reads a long plain text in.
   * @param {string} plain
   * @returns {Promise<Answer>} what the core is to have of it, or why there is nothing
   */
  async bring(plain) {
    this.rest();
    this.start(plain.length);
    if (this.app.model === 'there') this.teach();
    this.text += 1;
    const answer = new Promise((/** @type {(answer: Answer) => void} */ resolve) => (this.coming = resolve));
    this.tell({ kind: 'bring', of: this.text, plain });
    return answer;
  }

  /** Makes a worker, where there is none, for a text of that length. @param {number} length */
  start(length) {
    if (this.worker || this.drive) return;
    const module = this.alone ? undefined : compiled();
    try {
      if (!module) throw new Error('Nothing to make a worker of.');
      const worker = new Worker(ownScript(workerAddress()), { type: 'module' });
      this.worker = worker;
      worker.addEventListener('message', ({ data }) => this.worker === worker && this.heard(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        if (this.worker === worker) this.failed();
      });
      this.tell({ kind: 'start', module, later: laterHalf(), book: length > BOOK });
    } catch {
      this.here();
    }
  }

  /** Reads on the page from now on. */
  here() {
    this.rest();
    this.alone = true;
    this.drive = new Drive(Reader, (answer) => this.heard(answer));
  }

  /** The worker is no more, or never was: what it was to do is done here. */
  failed() {
    const { coming } = this;
    this.here();
    // Whoever waits for a text goes on without.
    if (!coming) this.ask();
  }

  /** What was waited for has come, or never will. @param {Answer} answer */
  came(answer) {
    const { coming } = this;
    this.coming = undefined;
    coming?.(answer);
  }

  /**
   * @param {Order} order
   * @param {Transferable[]} [transfer]
   */
  tell(order, transfer = []) {
    if (this.worker) this.worker.postMessage(order, transfer);
    else this.drive?.obey(order);
  }

  /** @param {Answer & { memory?: number }} answer */
  heard(answer) {
    const { app, state } = this;
    state.memory = answer.memory ?? 0;
    if (answer.of !== this.text) return;
    if (answer.kind === 'text') this.came(answer);
    else if (answer.kind === 'failed' && this.worker) this.failed();
    else if (answer.kind === 'failed') {
      if (!this.coming) app.tell(answer.message);
      state.cancel();
    } else if (answer.kind === 'share') {
      state.share = Math.min(answer.share, 0.99);
      app.emit('status');
    } else if (this.has === app.open) this.take(answer.kind === 'whole', answer.version, answer.packed);
  }

  /**
   * @param {boolean} whole
   * @param {number} version
   * @param {Uint8Array} packed
   */
  take(whole, version, packed) {
    const { app, state } = this;
    const { open = '' } = app;
    const taken = app.ask((core) => core.takeReading(open, version, whole, packed));
    if (whole && version === this.asked) state.share = undefined;
    if (taken) app.reread(whole);
    else if (taken === undefined) state.cancel();
  }

  /** The reader is let go, and its memory with it. */
  rest() {
    this.worker?.terminate();
    this.worker = undefined;
    this.drive?.close();
    this.drive = undefined;
    this.has = undefined;
    this.brought = undefined;
    this.taught = false;
    this.again = false;
    this.asked = 0;
    this.state.memory = 0;
    this.came({ kind: 'failed', of: this.text, message: '' });
  }
}
