// Owns the page's ties to its service worker: what makes it open without a network, and the word that a newer
// version is there. Invariant: nothing is reloaded unless the reader says so, with every draft handed over first.

import { button, byId, el } from './dom.js';
import { ownScript } from './trusted.js';
import { t } from './catalogue.js';

/** @typedef {import('./app.js').App} App */

/** How long an open page goes without asking whether there is a newer one. */
const HOUR = 3_600_000;

export class Offline {
  /**
   * @param {App} app
   * @param {string} version of this page
   */
  constructor(app, version) {
    this.app = app;
    this.version = version;
    this.asked = Date.now();
    this.isReloading = false;
    this.news = el('div', { id: 'news', class: 'news', role: 'status' });
    byId('said').before(this.news);
  }

  async start() {
    // As long as this page is open, the files of its version are kept.
    void navigator.locks.request(
      `manicule-version-${this.version}`,
      { mode: 'shared' },
      () => new Promise(() => {}),
    );
    const { serviceWorker } = navigator;
    const script = ownScript(new URL('service-worker.js', document.baseURI));
    const registration = await serviceWorker.register(script, { updateViaCache: 'none' });
    serviceWorker.addEventListener('controllerchange', () => void this.compare());
    registration.addEventListener('updatefound', () => this.follow(registration));
    this.follow(registration);
    if (registration.waiting) this.announce(registration);
    const look = () => this.look(registration);
    addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    const { active } = await serviceWorker.ready;
    await this.compare();
    const { saveData } = /** @type {any} */ (navigator).connection ?? {};
    if (!saveData) active?.postMessage('rest');
  }

  /** Asks whether there is a newer version. @param {ServiceWorkerRegistration} registration */
  look(registration) {
    if (document.hidden || Date.now() - this.asked < HOUR) return;
    this.asked = Date.now();
    registration.update().catch(() => undefined);
  }

  /** @param {ServiceWorkerRegistration} registration */
  follow(registration) {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && navigator.serviceWorker.controller) this.announce(registration);
    });
  }

  /** The worker may be of another version than the page: another window took it over. */
  async compare() {
    const { controller } = navigator.serviceWorker;
    if (!controller) return;
    if (this.isReloading) {
      location.reload();
      return;
    }
    const channel = new MessageChannel();
    const answer = new Promise((resolve) => {
      channel.port1.onmessage = ({ data }) => resolve(data);
    });
    controller.postMessage('version', [channel.port2]);
    if ((await answer) !== this.version) this.announce();
  }

  /** @param {ServiceWorkerRegistration} [registration] of a version that waits */
  announce(registration) {
    const reload = () => {
      this.app.emit('leave');
      this.isReloading = true;
      if (registration?.waiting) registration.waiting.postMessage('take over');
      else location.reload();
    };
    this.news.replaceChildren(t('new-version'), ' ', button(t('reload'), reload, { class: '' }));
  }
}

/**
 * Once the page has nothing else to do.
 * @param {App} app
 */
export function goOffline(app) {
  const version = document.querySelector('meta[name="manicule-version"]')?.getAttribute('content');
  if (!version || !('serviceWorker' in navigator)) return;
  // A private window refuses, and the page works as it is.
  new Offline(app, version).start().catch(() => undefined);
}
