// Owns the loading of what is not needed for the first screen: a module when it is opened, and its styles.
// Invariant: what cannot be loaded is said, and nothing else breaks.

import { t } from './catalogue.js';

/** @typedef {import('./app.js').App} App */

/**
 * A module, and its words with it where it has any of its own.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function worded(load) {
  const part = await load();
  await /** @type {{ ready?: () => Promise<void> } | undefined} */ (part)?.ready?.();
  return part;
}

/**
 * Loads a part of the page; undefined, and a word to the reader, when that fails.
 * @template T
 * @param {App} app
 * @param {() => Promise<T>} load
 * @returns {Promise<T | undefined>}
 */
export async function lazily(app, load) {
  try {
    return await worded(load);
  } catch (error) {
    app.say(t('not-loaded'));
    reportError(error);
    return undefined;
  }
}

/** How the core's words are said in another language. @type {typeof import('../core/told.js') | undefined} */
let core;

/** Whether what the core says can be said in the reader's language by now. */
export const canTell = () => Boolean(core) || document.documentElement.lang === 'en';

/** Until what the core says can be said in the reader's language; at once where that is the core's, or cannot be. */
export async function untilTold() {
  if (!canTell()) core = await worded(() => import('../core/told.js')).catch(() => undefined);
}

/**
 * What the core says, in the reader's language; as it says it until the words are there.
 * @param {string} words
 */
export const told = (words) => core?.told(words) ?? words;

/**
 * A part that is loaded when it is first used; what is asked of it is done in the order in which it was asked.
 * @template M, T
 */
export class Part {
  /**
   * @param {App} app
   * @param {() => Promise<M>} load
   * @param {(module: M) => T} make
   */
  constructor(app, load, make) {
    this.app = app;
    this.load = async () => make(await worded(load));
    /** @type {T | undefined} */
    this.part = undefined;
    /** While it is on its way. @type {Promise<void> | undefined} */
    this.coming = undefined;
  }

  /** @param {(part: T) => void} act */
  use(act) {
    if (this.part) act(this.part);
    else void this.come().then(() => this.part && act(this.part));
  }

  /** The part, when it is there. */
  async get() {
    if (!this.part) await this.come();
    return this.part;
  }

  come() {
    this.coming ??= lazily(this.app, this.load).then((part) => {
      this.part = part;
      this.coming = undefined;
    });
    return this.coming;
  }
}

/** @type {Map<string, Promise<void>>} */
const styles = new Map();

/**
 * Adds a style sheet of a part that is loaded later; done when it holds.
 * @param {string} path from the folder of the page's own styles
 */
export function stylesheet(path) {
  const present = styles.get(path);
  if (present) return present;
  const own = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="stylesheet"]'));
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(path, own?.href ?? location.href).href;
  const loaded = new Promise((/** @type {(value: void) => void} */ done, failed) => {
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => {
      styles.delete(path);
      link.remove();
      failed(new Error(`The style sheet ${path} could not be loaded.`));
    });
  });
  styles.set(path, loaded);
  document.head.append(link);
  return loaded;
}
