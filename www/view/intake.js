// Owns the ways in: pasting anywhere outside a field, dropping, opening files. Invariant: the text goes to the
// core as text; of rich text only the structure goes along.

import { bringLater } from '../core/later.js';
import { t } from './catalogue.js';
import { el, isField } from './dom.js';
import { lazily } from './lazy.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./labels.js').RawBlock} RawBlock */
/** @typedef {import('../bring/read.js').Brought} Brought */

export const ACCEPTED =
  '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.docx,.epub,.pdf,.json,.jsonl,.jsonld,.ann,.tsv,.csv,text/plain,text/markdown,text/html';

export class Intake {
  /**
   * @param {App} app
   * @param {import('./lazy.js').Part<unknown, import('../keep/exchange.js').Exchange>} exchange
   * @param {{ restore: (json: string) => void }} backup
   */
  constructor(app, exchange, backup) {
    this.app = app;
    this.backup = backup;
    this.exchange = exchange;
    /** Whether one file after another is being read, so that nothing is asked between. */
    this.several = false;
    /** Why the core took no text, the last time. @type {unknown} */
    this.refusal = undefined;
    this.veil = el('div', { class: 'veil', hidden: true }, el('p', { text: t('drop-here') }));
    document.body.append(this.veil);
    document.addEventListener('paste', (event) => this.pasted(event));
    document.addEventListener('dragover', (event) => this.dragged(event));
    document.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) this.veil.hidden = true;
    });
    document.addEventListener('drop', (event) => this.dropped(event));
  }

  /** @param {ClipboardEvent} event */
  pasted(event) {
    if (isField(event.target) || !event.clipboardData) return;
    event.preventDefault();
    this.take(event.clipboardData);
  }

  /** @param {DragEvent} event */
  dragged(event) {
    const types = event.dataTransfer?.types ?? [];
    if (isField(event.target) || !(types.includes('Files') || types.includes('text/plain'))) return;
    event.preventDefault();
    this.veil.hidden = false;
  }

  /** @param {DragEvent} event */
  dropped(event) {
    this.veil.hidden = true;
    if (isField(event.target) || !event.dataTransfer) return;
    event.preventDefault();
    this.take(event.dataTransfer);
  }

  /** @param {DataTransfer} data */
  take(data) {
    // Folders are only to be had while the event lasts.
    const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
    const files = [...data.files];
    if (files.length > 0 || entries.length > 0) return this.files(files, entries);
    return this.flavours(data.getData('text/html'), data.getData('text/plain'));
  }

  /**
   * Opens files: articles, annotations, a backup.
   * @param {File[]} files
   * @param {FileSystemEntry[]} [entries] the same as they lie in folders
   */
  async files(files, entries = []) {
    const bring = await lazily(this.app, () => import('../bring/files.js'));
    await bring?.bringFiles(this, files, entries);
  }

  /**
   * Opens what was copied, rich if it is.
   * @param {string} html
   * @param {string} text
   */
  async flavours(html, text) {
    const reader = html ? await lazily(this.app, () => import('./html.js')) : undefined;
    const { blocks, title } = reader?.blocksOfHtml(html) ?? { blocks: [], title: undefined };
    if (blocks.length > 0) return this.blocks(blocks, title);
    if (text.trim() === '') {
      this.app.say(t('pasted-nothing'));
      return undefined;
    }
    return this.text(text);
  }

  /**
   * Takes what comes by the page's own address, or from the system by a file of a kind that is opened here.
   * @param {import('./library.js').Library} library
   */
  async arrive(library) {
    /** @type {any} */ (window).launchQueue?.setConsumer(
      async (/** @type {{ files?: FileSystemFileHandle[] }} */ { files = [] }) => {
        if (files.length > 0) await this.files(await Promise.all(files.map((handle) => handle.getFile())));
      },
    );
    if (!/[?&#](?:text|url|shared)\b/.test(location.search + location.hash)) return;
    const arrival = await lazily(this.app, () => import('../bring/arrival.js'));
    await arrival?.arrive(this, library);
  }

  /**
   * @param {string} text
   * @param {string} [name]
   */
  text(text, name) {
    return this.open((core) => this.app.reader.add(core, text, name));
  }

  /**
   * @param {RawBlock[]} blocks
   * @param {string} [name]
   */
  blocks(blocks, name) {
    return this.open((core) => core.addBlocks(blocks, name));
  }

  /** @param {Brought} brought */
  brought({ blocks, text, title, facts = {} }) {
    return this.open((core) => {
      if (text !== undefined) return this.app.reader.add(core, text, title, facts);
      core.expect(facts);
      return core.addBlocks(blocks, title, facts.source);
    });
  }

  /**
   * @param {(core: import('../pkg/manicule.js').Core) => Promise<string>} add
   * @returns {Promise<boolean>} whether it was taken
   */
  async open(add) {
    this.app.emit('leave');
    this.app.say(t('reading'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.refusal = undefined;
    const whole = (/** @type {import('../pkg/manicule.js').Core} */ core) =>
      bringLater().then(() => add(core));
    const id = await this.app.wait(whole, (error) => (this.refusal = error));
    if (id === undefined) return false;
    // What there is to say of the text itself, such as letters that were lost, is said after this.
    this.app.say(t('article-opened'));
    this.app.showArticle();
    scrollTo({ top: 0, behavior: 'instant' });
    this.app.article.root.focus({ preventScroll: true });
    if (!this.several && this.app.known.size > 1 && this.app.ask((core) => core.earlier())) {
      const version = await lazily(this.app, () => import('../bring/version.js'));
      await version?.offerVersion(this.app);
    }
    return true;
  }
}
