// Owns the status line. Invariant: it says “Saved” only when the core says that every write was read back and
// no field holds a draft.

import { button, byId, el, save } from './dom.js';
import { t } from './catalogue.js';
import { told } from './lazy.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Said} Said */

const STAYS = 12_000;

export class StatusLine {
  /**
   * @param {App} app
   * @param {{ download: () => void }} backup
   * @param {() => void} again fetches the model once more
   */
  constructor(app, backup, again) {
    this.app = app;
    this.backup = backup;
    this.again = again;
    this.found = byId('found');
    this.saved = byId('saved');
    this.said = byId('said');
    this.timer = 0;
    this.retrying = 0;
    app.on('status', () => this.show());
    app.on('said', (said) => this.say(said));
    app.on('dead', () => this.died());
    addEventListener('manicule:settled', () => this.show());
    this.said.addEventListener('pointerenter', () => clearTimeout(this.timer));
    addEventListener('beforeunload', (event) => {
      if (app.drafts.size > 0) event.preventDefault();
    });
  }

  show() {
    const { app } = this;
    if (app.dead) return;
    const status = app.ask((core) => core.status());
    if (!status) return;
    byId('counts').replaceChildren(
      el('span', { 'aria-hidden': 'true', text: '☞\uFE0E ' }),
      t('counts', { highlights: status.highlights, notes: status.notes }),
    );
    this.count(status);
    if (status.state === 'unsaved') {
      this.problem(`${told(status.message)}.`, t('export-now'), () => this.unsaved());
      this.tryAgain();
    } else if (app.drafts.size > 0 || status.state === 'saving') this.write(t('saving'));
    else if (status.state === 'readOnly') this.problem(t('read-only'));
    else if (status.state === 'memory') this.problem(t('not-kept'), t('export-now'), () => this.unsaved());
    else this.write(t('saved'));
  }

  /** @param {{ mentions: number, unsure: number }} status */
  count({ mentions, unsure }) {
    const missing = this.app.model === 'missing';
    this.found.classList.toggle('problem', missing);
    this.found.classList.toggle('lacking', Boolean(this.app.reader.lacks));
    if (missing) {
      const again = button(t('try-again'), this.again, { class: '' });
      this.found.replaceChildren(t('model-missing'), ' ', again);
    } else if (this.app.model === 'coming') this.found.textContent = t('model-coming');
    else if (this.app.reader.lacks) this.app.reader.say(this.found);
    else {
      const parts = [t('mentions-count', { count: mentions })];
      if (unsure > 0) parts.push(t('unsure-count', { count: unsure }));
      this.found.textContent = parts.join(' · ');
    }
  }

  /** @param {string} words */
  write(words) {
    this.saved.classList.remove('problem');
    if (this.saved.textContent !== words) this.saved.textContent = words;
  }

  /**
   * @param {string} words
   * @param {string} [action]
   * @param {() => void} [act]
   */
  problem(words, action, act) {
    const whole = action ? `${words} ${action}` : words;
    if (this.saved.textContent === whole) return;
    this.saved.classList.add('problem');
    this.saved.textContent = words;
    if (action && act) this.saved.append(' ', el('button', { type: 'button', text: action, click: act }));
  }

  /** Storage may have room again by and by. */
  tryAgain() {
    clearTimeout(this.retrying);
    this.retrying = window.setTimeout(() => {
      const status = this.app.ask((core) => core.retry());
      if (status) this.show();
    }, 20_000);
  }

  /** @param {Said} said */
  say({ words, action }) {
    clearTimeout(this.timer);
    const line = el('div', { class: 'line' }, el('span', { class: 'words', text: words }));
    if (action) {
      const [name, act] = {
        undo: /** @type {const} */ ([t('undo'), () => this.app.undo()]),
        redo: /** @type {const} */ ([t('redo'), () => this.app.redo()]),
        export: /** @type {const} */ ([t('export-now'), () => this.unsaved()]),
        backup: /** @type {const} */ ([t('back-up'), () => this.backup.download()]),
      }[action];
      line.append(
        el('span', { 'aria-hidden': 'true', text: '·' }),
        el('button', { type: 'button', text: name, click: act }),
      );
    }
    const held = this.said.contains(document.activeElement);
    this.said.replaceChildren(line);
    if (held) (line.querySelector('button') ?? this.app.article.root).focus({ preventScroll: true });
    this.timer = window.setTimeout(() => this.hush(), STAYS);
  }

  hush() {
    if (this.said.contains(document.activeElement) || this.said.matches(':hover')) {
      this.timer = window.setTimeout(() => this.hush(), STAYS);
    } else this.said.replaceChildren();
  }

  /** What could not be written, as a file. */
  unsaved() {
    this.app.emit('leave');
    const json = this.app.ask((core) => core.exportUnsaved());
    if (json !== undefined) save(json, 'manicule-unsaved.json', 'application/json');
  }

  /** The core has stopped; the page has all its text. */
  died() {
    clearTimeout(this.timer);
    this.problem(t('stopped'), t('reload'), () => location.reload());
    document.documentElement.classList.add('dead');
  }
}

/**
 * A page on which the core could not start at all.
 * @param {unknown} error
 */
export function neverStarted(error) {
  const saved = byId('saved');
  saved.classList.add('problem');
  saved.textContent = t('not-started');
  if (typeof WebAssembly !== 'object') saved.append(' ', t('no-webassembly'));
  saved.append(
    ' ',
    button(t('reload'), () => location.reload(), { class: '' }),
  );
  document.documentElement.classList.remove('away');
  reportError(error);
}
