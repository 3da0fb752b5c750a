// Owns the count of what changed since the last backup, and the reminder; the backups themselves are loaded when
// one is made, read or looked at. Invariant: a reader whose notes were not backed up for long is told so, once a
// day at most.

import { t } from './catalogue.js';
import { Part } from './lazy.js';

/** @typedef {import('./app.js').App} App */

const DAY = 86_400_000;
/** After so many changes, or so many days with any, the reader is reminded. */
const MANY = 200;
const LONG = 7 * DAY;
/** With so many annotations the library is worth asking the browser to keep it. */
const WORTH = 5;

export class Backup {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** Since the last backup: how many changes, and when the first was. */
    this.unsaved = /** @type {{ changes: number, since: string }} */ (
      read(app.setting('device-unsaved')) ?? { changes: 0, since: '' }
    );
    this.state = '';
    this.part = new Part(
      app,
      () => import('../keep/backup.js'),
      ({ Backups }) => new Backups(app, this),
    );
    app.on('annotations', () => this.changed());
    addEventListener('pagehide', () => this.keep());
  }

  /** Counts a change of the article's annotations. */
  changed() {
    const { annotations, open } = this.app;
    const newest = annotations.reduce((latest, it) => (it.modified > latest ? it.modified : latest), '');
    const state = `${open} ${annotations.length} ${newest}`;
    const same = state === this.state || this.state.split(' ')[0] !== open;
    this.state = state;
    if (same) return;
    if (this.unsaved.changes === 0) this.unsaved.since = new Date().toISOString();
    this.unsaved.changes += 1;
    if (this.unsaved.changes % 20 === 1) this.keep();
    // Where that asks the reader nothing; Firefox asks, so there is a button for it.
    if (annotations.length === WORTH && 'userAgentData' in navigator) void navigator.storage?.persist?.();
    // Where a page can write into a folder, there may be one that wants its backup.
    if ('showDirectoryPicker' in window) this.part.use((it) => void it.changed());
  }

  keep() {
    if (this.unsaved.changes === 0) return;
    this.app.keep('device-unsaved', JSON.stringify(this.unsaved));
  }

  /** Says it when nothing was backed up for long. */
  remind() {
    const { changes, since } = this.unsaved;
    const due = changes >= MANY || (changes > 0 && Date.now() - Date.parse(since) >= LONG);
    const today = new Date().toISOString().slice(0, 10);
    if (!due || this.app.setting('device-reminded') === today) return;
    this.app.keep('device-reminded', today);
    this.app.say(t('backup-due', { count: changes }), 'backup');
  }

  done() {
    this.unsaved = { changes: 0, since: '' };
    this.app.keep('device-unsaved', null);
    this.app.keep('device-backup', new Date().toISOString());
  }

  /** Gives the reader the file. */
  download() {
    this.part.use((it) => void it.download());
  }

  /**
   * Says what a file would bring, and restores it if that is wanted.
   * @param {string} json
   */
  restore(json) {
    this.part.use((it) => void it.restore(json));
  }
}

/** @param {string | undefined} json */
function read(json) {
  try {
    const value = JSON.parse(json ?? 'null');
    return typeof value?.changes === 'number' && typeof value?.since === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
