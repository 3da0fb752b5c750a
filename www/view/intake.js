// Owns the ways in: pasting anywhere outside a field, dropping, opening files. Invariant: the text goes to the
// core as text; of rich text only the structure goes along.

import { Core } from '../pkg/manicule.js';
import { el, isField } from './dom.js';
import { blocksOfHtml } from './html.js';
import { markdownToHtml } from './markdown.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./labels.js').RawBlock} RawBlock */

export const ACCEPTED =
  '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.json,.jsonl,.jsonld,.ann,.tsv,.csv,text/plain,text/markdown,text/html';

/** Whether a file is one of annotations, and no article. @param {File} file */
const isAnnotations = (file) => /\.(json|jsonl|jsonld|ann|tsv|csv)$/i.test(file.name);

export class Intake {
  /**
   * @param {App} app
   * @param {{ fromFiles: (files: File[]) => Promise<void> }} exchange
   * @param {{ restore: (json: string) => void }} backup
   */
  constructor(app, exchange, backup) {
    this.app = app;
    this.backup = backup;
    this.exchange = exchange;
    this.busy = false;
    this.veil = el('div', { class: 'veil', hidden: true }, el('p', { text: 'Drop it here to read it' }));
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
    const files = [...data.files];
    if (files.length > 1 || (files[0] && isAnnotations(files[0]))) return this.exchange.fromFiles(files);
    if (files[0]) return this.file(files[0]);
    return this.flavours(data.getData('text/html'), data.getData('text/plain'));
  }

  /**
   * Opens what was copied, rich if it is.
   * @param {string} html
   * @param {string} text
   */
  async flavours(html, text) {
    const { blocks, title } = html ? blocksOfHtml(html) : { blocks: [], title: undefined };
    if (blocks.length > 0) return this.blocks(blocks, title);
    if (text.trim() === '') {
      this.app.say('There is no text in what was pasted');
      return undefined;
    }
    return this.text(text);
  }

  /** @param {File} file */
  async file(file) {
    if (isAnnotations(file)) return this.exchange.fromFiles([file]);
    const name = file.name.replace(/\.[^.]+$/, '');
    let text;
    try {
      text = await file.text();
    } catch {
      this.app.say(`The file “${file.name}” cannot be read`);
      return;
    }
    if (text.trim() === '') {
      this.app.say(`There is no text in “${file.name}”`);
      return;
    }
    if (Core.isBackup(text)) return this.backup.restore(text);
    const html = /\.x?html?$/i.test(file.name) || file.type === 'text/html';
    const markdown = /\.(md|markdown)$/i.test(file.name) || file.type === 'text/markdown';
    if (!html && !markdown) return this.text(text, name);
    try {
      const { blocks } = blocksOfHtml(html ? text : await markdownToHtml(text));
      const titled = blocks.some((block) => block.kind === 'title');
      if (blocks.length > 0) return this.blocks(blocks, titled ? undefined : name);
      this.app.say(`There is no text in “${file.name}”`);
    } catch {
      return this.text(text, name);
    }
  }

  /**
   * @param {string} text
   * @param {string} [name]
   */
  text(text, name) {
    return this.open((core) => core.addText(text, name));
  }

  /**
   * @param {RawBlock[]} blocks
   * @param {string} [name]
   */
  blocks(blocks, name) {
    return this.open((core) => core.addBlocks(blocks, name));
  }

  /** @param {(core: import('../pkg/manicule.js').Core) => Promise<string>} add */
  async open(add) {
    this.app.emit('leave');
    this.app.say('Reading the article…');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const id = await this.app.wait(add);
    if (id === undefined) return;
    this.app.showArticle();
    scrollTo({ top: 0, behavior: 'instant' });
    this.app.article.root.focus({ preventScroll: true });
    this.app.say('Article opened');
  }
}
