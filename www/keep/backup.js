// Owns backups: one file with everything, made when asked or by itself into a folder, and read back.
// Invariant: a restore says first what it will do.

import { date, daysAgo, list, t } from '../view/catalogue.js';
import { button, el, save } from '../view/dom.js';
import { told } from '../view/lazy.js';
import * as folder from './folder.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../pkg/manicule.js').RestoreReportRecord} Report */

const DAY = 86_400_000;
/** So long after a change the folder gets its backup. */
const REST = 60_000;

export class Backups {
  /**
   * @param {App} app
   * @param {{ done: () => void }} counter of what changed since the last one
   */
  constructor(app, counter) {
    this.app = app;
    this.counter = counter;
    this.timer = 0;
    /** @type {folder.Folder | undefined} */
    this.folder = undefined;
    this.isAllowed = false;
    this.section = el('section', { 'aria-label': t('backup') });
    this.found = this.findFolder();
  }

  async findFolder() {
    this.folder = await folder.chosen();
    this.isAllowed = this.folder !== undefined && (await folder.allowed(this.folder).catch(() => false));
    // Without one there is nothing else to show, and what stands there may be being pressed.
    if (this.folder) this.show();
  }

  /** Something changed: the folder gets a backup by and by. */
  async changed() {
    await this.found;
    if (!this.folder || !this.isAllowed) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.toFolder(), REST);
  }

  done() {
    this.counter.done();
    this.show();
  }

  /** Gives the reader the file. */
  async download() {
    this.app.emit('leave');
    const backup = await this.app.wait((core) => core.backup());
    if (!backup) return;
    save(backup.json, fileName(), 'application/json');
    this.done();
    this.app.say(contents(backup));
  }

  /** Writes the file into the folder. */
  async toFolder() {
    clearTimeout(this.timer);
    if (!this.folder) return;
    this.app.emit('leave');
    const backup = await this.app.wait((core) => core.backup());
    if (!backup) return;
    try {
      await folder.write(this.folder, fileName(), backup.json);
      this.done();
    } catch (error) {
      this.isAllowed = false;
      this.show();
      const why = told(error instanceof Error ? error.message : String(error));
      this.app.say(t('backup-not-written', { folder: this.folder.name, why }));
    }
  }

  /** What the Articles dialog shows of it. */
  show() {
    const last = this.app.setting('device-backup');
    const file = el('input', {
      type: 'file',
      class: 'visually-hidden',
      accept: '.json,application/json',
      'aria-label': t('backup-file'),
      tabindex: '-1',
      change: () => void file.files?.[0]?.text().then((json) => this.restore(json)),
    });
    const focused = [...this.section.querySelectorAll('button')].findIndex(
      (it) => it === document.activeElement,
    );
    this.section.replaceChildren(
      el('p', { class: 'card-name', text: t('backup') }),
      el('p', { class: 'card-also', text: last ? t('backup-last', { when: ago(last) }) : t('backup-none') }),
      el(
        'div',
        { class: 'card-actions' },
        button(t('backup-everything'), () => void this.download()),
        button(t('restore-choose'), () => file.click()),
        ...this.folderActions(),
      ),
      file,
    );
    this.section.querySelectorAll('button')[focused]?.focus();
    void this.offerToPersist();
  }

  folderActions() {
    if (!folder.isPossible()) return [];
    const choose = async () => {
      const chosen = await folder.choose();
      if (!chosen) return;
      this.folder = chosen;
      this.isAllowed = true;
      this.show();
      await this.toFolder();
      this.app.say(t('backup-goes-to-folder', { folder: chosen.name }));
    };
    if (!this.folder) return [button(t('backup-to-folder'), () => void choose())];
    const { name } = this.folder;
    const allow = async () => {
      this.isAllowed = this.folder !== undefined && (await folder.allowed(this.folder, true));
      this.show();
      if (this.isAllowed) await this.toFolder();
    };
    const stop = async () => {
      await folder.forget();
      this.folder = undefined;
      this.show();
    };
    return [
      el('span', { class: 'card-also', text: t('backup-folder', { folder: name }) }),
      !this.isAllowed && button(t('backup-allow'), () => void allow()),
      button(t('backup-stop'), () => void stop(), {
        'aria-label': t('backup-stop-named', { folder: name }),
      }),
    ].filter((part) => part !== false);
  }

  /** A browser may clear what it was not asked to keep. */
  async offerToPersist() {
    const storage = navigator.storage;
    if (!storage?.persisted || (await storage.persisted().catch(() => true))) return;
    const ask = async () => {
      const kept = await storage.persist().catch(() => false);
      this.app.say(t(kept ? 'persisted' : 'not-persisted'));
      this.show();
    };
    this.section.append(
      el(
        'p',
        { class: 'card-also' },
        t('may-be-cleared'),
        ' ',
        button(t('ask-to-persist'), () => void ask()),
      ),
    );
  }

  /**
   * Says what a file would bring, and restores it if that is wanted.
   * @param {string} json
   */
  async restore(json) {
    this.app.emit('leave');
    const prepared = await this.app.wait((core) => core.beginRestore(json));
    if (!prepared) return;
    const { report } = prepared;
    const act = async () => {
      this.app.float.close();
      const done = await this.app.wait((core) => core.finishRestore(prepared));
      if (!done) return;
      await this.app.current();
      this.app.refresh();
      this.app.emit('library');
      this.app.say(t('restored', { what: list(summary(done)) }), isNothing(done) ? undefined : 'undo');
    };
    const go = button(t('restore'), () => void act(), { class: 'button small strong' });
    const card = el(
      'div',
      { class: 'card panel', role: 'dialog', 'aria-label': t('restore-title') },
      el('p', {
        class: 'card-name',
        text: report.created ? t('backup-dated', { day: date(report.created) }) : t('backup-undated'),
      }),
      report.damaged && el('p', { class: 'problem', text: t('backup-damaged') }),
      el('ul', { class: 'plain-list' }, ...summary(report).map((line) => el('li', { text: line }))),
      el('p', { class: 'card-also', text: t('restore-safe') }),
      el(
        'div',
        { class: 'card-actions' },
        go,
        button(t('cancel'), () => this.app.float.close()),
      ),
    );
    const opener = document.getElementById('library-button') ?? document.body;
    this.app.float.show(card, {
      anchor: () => opener.getBoundingClientRect(),
      giveBack: () => opener.focus(),
    });
    go.focus();
  }
}

/** @param {Report} report */
function isNothing(report) {
  return report.articles + report.added + report.updated + report.keptBoth + report.learned === 0;
}

/** @param {Report} report @returns {string[]} */
function summary(report) {
  const { articles, added, updated, keptBoth, learned, same, refused } = report;
  /** @type {[number, string][]} */
  const counts = [
    [articles, 'restore-articles'],
    [added, 'restore-annotations'],
    [updated, 'restore-updated'],
    [keptBoth, 'restore-both'],
    [learned, 'restore-learned'],
    [same, 'restore-same'],
  ];
  const lines = counts.filter(([count]) => count > 0).map(([count, id]) => t(id, { count }));
  if (refused.length > 0) {
    lines.push(t('restore-refused', { count: refused.length, why: told(refused[0]?.reason ?? '') }));
  }
  return lines.length > 0 ? lines : [t('restore-nothing')];
}

/** @param {{ articles: number, annotations: number, lacking: string[] }} backup */
function contents({ articles, annotations, lacking: [lacking] }) {
  if (lacking === undefined) return t('backup-done', { articles, annotations });
  return t('backup-done-lacking', { articles, annotations, lacking });
}

/** One file a day: a later one of the same day takes the place of the earlier. */
function fileName() {
  return `manicule-${new Date().toISOString().slice(0, 10)}.json`;
}

/** @param {string} iso */
function ago(iso) {
  return daysAgo(Math.max(0, Math.floor((Date.now() - Date.parse(iso)) / DAY)));
}
