// Owns which view is on the page: the text itself, or a picture of it that is loaded when it is first asked
// for. Invariant: the article's elements stay where they are, and whoever is led to a passage finds the text
// on the page again, where it was left.

import { byId } from './dom.js';
import { lazily, worded } from './lazy.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {'read' | 'timeline' | 'network' | 'map' | 'quotes'} ViewName */
/** @typedef {{ root: HTMLElement, show: (entity?: number) => void }} View */

const READ = 'read';
/** Their keys after `g`. @type {[ViewName, string][]} */
const COMMANDS = [
  [READ, 'r'],
  ['timeline', 't'],
  ['network', 'n'],
  ['map', 'm'],
  ['quotes', 'q'],
];

/** @type {Record<Exclude<ViewName, 'read'>, () => Promise<{ create: (app: App) => Promise<View> }>>} */
const VIEWS = {
  timeline: () => import('../see/timeline.js'),
  network: () => import('../see/network.js'),
  map: () => import('../see/map.js'),
  quotes: () => import('../see/quotes.js'),
};

export class Views {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {ViewName} */
    this.name = READ;
    /** @type {Map<ViewName, Promise<View>>} */
    this.loaded = new Map();
    /** @type {View | undefined} */
    this.view = undefined;
    /** Where the reader was in the text. */
    this.left = 0;
    this.asked = 0;
    this.nav = byId('views');
    this.nav.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) void this.go(/** @type {ViewName} */ (button.dataset['view']));
    });
    app.on('see', ({ name, entity }) => void this.go(name, { entity, focus: true }));
    app.on('article', () => this.read());
    app.on('going', () => this.read());
    app.on('mentions', () => this.view?.show());
    app.article.wanted = () => this.read();
    app.commands.add(
      ...COMMANDS.map(([name, key]) => ({
        id: `view.${name}`,
        keys: [`g ${key}`],
        group: /** @type {const} */ ('going'),
        run: () => void this.go(name, { focus: true }),
      })),
    );
  }

  /**
   * @param {ViewName} name
   * @param {{ entity?: number, focus?: boolean }} [options] what to point at, and whether the focus goes along
   */
  async go(name, { entity, focus = false } = {}) {
    this.asked += 1;
    if (name === READ) {
      this.read();
      if (focus) this.app.article.root.focus({ preventScroll: true });
      return;
    }
    const { asked } = this;
    const view = await this.load(name);
    if (!view || asked !== this.asked) return;
    this.app.float.close({ focus: false });
    if (this.name === READ) this.left = window.scrollY;
    this.view?.root.remove();
    this.mark(name);
    this.view = view;
    this.app.article.root.hidden = true;
    this.app.article.root.after(view.root);
    window.scrollTo({ top: 0, behavior: 'instant' });
    view.show(entity);
    if (focus) view.root.querySelector('h1')?.focus();
  }

  /** @param {Exclude<ViewName, 'read'>} name */
  async load(name) {
    const coming = this.loaded.get(name) ?? worded(VIEWS[name]).then(({ create }) => create(this.app));
    this.loaded.set(name, coming);
    const view = await lazily(this.app, () => coming);
    if (!view) this.loaded.delete(name);
    return view;
  }

  /** Back to the text, where it was left. */
  read() {
    const { view } = this;
    if (!view) return;
    this.asked += 1;
    const inside = view.root.contains(document.activeElement);
    this.view = undefined;
    view.root.remove();
    this.mark(READ);
    const { root } = this.app.article;
    root.hidden = false;
    window.scrollTo({ top: this.left, behavior: 'instant' });
    if (inside) root.focus({ preventScroll: true });
  }

  /** @param {ViewName} name */
  mark(name) {
    this.name = name;
    document.documentElement.classList.toggle('seeing', name !== READ);
    for (const button of this.nav.querySelectorAll('button')) {
      if (button.dataset['view'] === name) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
  }
}
