// Owns the ways out and back in: files of annotations. Invariants: nothing leaves the page but into the
// reader's own downloads; nothing that comes in is kept before the reader has seen what it comes to and said so.

import { Core } from '../pkg/manicule.js';
import { button, el, save } from './dom.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../pkg/manicule.js').ImportDraft} ImportDraft */
/** @typedef {import('../pkg/manicule.js').PreviewRecord} Preview */

/** Refusals that are listed one by one. */
const LISTED = 20;
/** In so many bytes a backup shows what it is. */
const HEAD = 1024;
const READ =
  'Web Annotations (ours and others’), Hypothesis, doccano, brat (both files together), WebAnno TSV, UIMA CAS JSON, Readwise CSV, or a backup.';

export class Exchange {
  /**
   * @param {App} app
   * @param {{ restore: (json: string) => void }} backup
   */
  constructor(app, backup) {
    this.app = app;
    this.backup = backup;
  }

  /** @param {HTMLElement} opener */
  show(opener) {
    const formats = this.app.ask((core) => core.exportFormats()) ?? [];
    const purpose = el('p', { class: 'card-also', id: 'format-purpose' });
    const explain = () => {
      const chosen = formats.find(({ name }) => name === select.value);
      purpose.textContent = chosen ? `For ${chosen.purpose}.` : '';
    };
    const select = el(
      'select',
      { class: 'field', 'aria-describedby': 'format-purpose', change: explain },
      ...formats.map(({ name, title }) => el('option', { value: name, text: title })),
    );
    select.value = this.app.setting('format') ?? 'w3c';
    if (select.selectedIndex < 0) select.value = 'w3c';
    explain();
    const entities = el('input', { type: 'checkbox' });
    const file = el('input', {
      type: 'file',
      class: 'visually-hidden',
      multiple: true,
      'aria-label': 'Files of annotations',
      tabindex: '-1',
      change: () => this.fromFiles([...(file.files ?? [])]),
    });
    const card = el(
      'div',
      { class: 'card menu exchange', role: 'dialog', 'aria-label': 'Export and import' },
      el('p', { class: 'card-name', text: 'Take your annotations along' }),
      el('label', { class: 'choice' }, el('span', { text: 'Format' }), select),
      purpose,
      el('label', { class: 'check' }, entities, ' With the entities the machine found'),
      el(
        'div',
        { class: 'card-actions' },
        button('Download', () => this.download(select.value, entities.checked), {
          class: 'button small strong',
        }),
        button('Print', () => print()),
      ),
      el('p', { class: 'card-name', text: 'Bring annotations in' }),
      el('p', { class: 'card-also', text: READ }),
      el(
        'div',
        { class: 'card-actions' },
        button('Import a file…', () => file.click()),
        file,
      ),
    );
    this.float(card, opener);
    select.focus();
  }

  /**
   * @param {HTMLElement} card
   * @param {HTMLElement} opener
   * @param {() => void} [closed]
   */
  float(card, opener, closed) {
    this.app.float.show(card, {
      anchor: () => opener.getBoundingClientRect(),
      giveBack: () => opener.focus(),
      closed: () => {
        opener.setAttribute('aria-expanded', 'false');
        closed?.();
      },
    });
    opener.setAttribute('aria-expanded', 'true');
  }

  /**
   * @param {string} format
   * @param {boolean} entities
   */
  download(format, entities) {
    this.app.emit('leave');
    const files = this.app.ask((core) => core.exportAs(format, { entities }));
    if (files === undefined) return;
    this.app.ask((core) => core.setSetting('format', format));
    const title =
      this.app.ask((core) => core.articles().find((article) => article.current)?.title) ?? 'article';
    for (const { text, extension, type } of files) save(text, `${fileName(title)}.${extension}`, type);
    this.app.float.close();
    this.app.say('Annotations downloaded');
  }

  /** What could not be written, as a file. */
  unsaved() {
    this.app.emit('leave');
    const json = this.app.ask((core) => core.exportUnsaved());
    if (json !== undefined) save(json, 'manicule-unsaved.json', 'application/json');
  }

  /**
   * Reads files and shows what they come to.
   * @param {File[]} files
   */
  async fromFiles(files) {
    if (files.length === 0) return;
    this.app.emit('leave');
    const most = this.app.ask((core) => core.mostImportBytes()) ?? 0;
    const backup = await findBackup(files, most);
    if (backup && files.length > 1) {
      this.app.say(`“${backup.name}” is a backup: give it by itself`);
      return;
    }
    if (backup) return this.backup.restore(await backup.text());
    const long = files.find((file) => file.size > most);
    if (long) {
      this.app.say(
        `“${long.name}” is ${megabytes(long.size)} MB long; at most ${megabytes(most)} MB can be read`,
      );
      return;
    }
    /** @type {Uint8Array[]} */
    const contents = [];
    for (const file of files) {
      try {
        contents.push(new Uint8Array(await file.arrayBuffer()));
      } catch {
        this.app.say(`The file “${file.name}” cannot be read`);
        return;
      }
    }
    const draft = await this.app.wait((core) => core.beginImport(contents));
    if (draft) this.ask(draft);
  }

  /**
   * Asks whether what was read is to be kept.
   * @param {ImportDraft} draft
   */
  ask(draft) {
    const preview = draft.preview();
    const opener = /** @type {HTMLElement} */ (document.getElementById('export-button'));
    let open = true;
    const take = () => {
      open = false;
      this.app.float.close();
      this.commit(draft);
    };
    const go = button('Import', take, { class: 'button small strong' });
    const comes =
      preview.exact + preview.moved + preview.ambiguous + preview.orphan + preview.whole + preview.learned >
        0 || preview.isNew;
    go.disabled = !comes;
    const cancel = button(comes ? 'Cancel' : 'Close', () => this.app.float.close());
    const words = sentence(preview);
    const card = el(
      'div',
      {
        class: 'card menu exchange',
        role: 'dialog',
        'aria-label': 'Import',
        'aria-describedby': 'import-sum',
      },
      el('p', { class: 'card-name', text: heading(preview) }),
      el('p', { class: 'card-also', text: preview.format }),
      el('p', { id: 'import-sum', text: words }),
      refusals(preview),
      el('div', { class: 'card-actions' }, comes && go, cancel),
    );
    this.float(card, opener, () => {
      if (open) draft.free();
      open = false;
    });
    (comes ? go : cancel).focus();
  }

  /** @param {ImportDraft} draft */
  async commit(draft) {
    const report = await this.app.wait((core) => core.commitImport(draft));
    if (!report) return;
    this.app.showArticle();
    const parts = [`${report.added} added`];
    if (report.updated > 0) parts.push(`${report.updated} updated`);
    if (report.same > 0) parts.push(`${report.same} the same`);
    if (report.learned > 0) parts.push(`${report.learned} learned`);
    if (report.refused.length > 0) parts.push(`${report.refused.length} refused`);
    this.app.say(
      `Imported: ${parts.join(', ')}`,
      report.added + report.updated + report.learned > 0 ? 'undo' : undefined,
    );
  }
}

/**
 * The first that is a backup, told by its content: by the first line alone where it is longer than what else is read.
 * @param {File[]} files
 * @param {number} most
 */
async function findBackup(files, most) {
  for (const file of files) {
    // One that cannot be read is told of by who reads it.
    const text = await (file.size > most ? file.slice(0, HEAD) : file).text().catch(() => '');
    if (Core.isBackup(text)) return file;
  }
  return undefined;
}

/** @param {Preview} preview */
function heading({ isNew, title }) {
  return isNew ? `A new article: “${title}”` : `Into “${title}”`;
}

/**
 * What an import comes to, in one sentence.
 * @param {Preview} preview
 */
function sentence(preview) {
  const counts = [
    [preview.exact, 'exact'],
    [preview.moved, 'moved'],
    [preview.ambiguous, 'ambiguous'],
    [preview.orphan, 'without a place in the text'],
    [preview.whole, 'on the whole article'],
    [preview.same, 'already here'],
    [preview.refused.length, 'refused'],
  ];
  const said = counts.filter(([count]) => Number(count) > 0).map(([count, what]) => `${count} ${what}`);
  const parts = [said.length > 0 ? `${said.join(', ')}.` : 'There are no annotations in it.'];
  if (preview.updated > 0) parts.push(`${preview.updated} of them later than what is here.`);
  if (preview.learned > 0) parts.push(`${preview.learned} names to learn.`);
  if (preview.machine > 0)
    parts.push(`${preview.machine} entities of the machine are found again, not kept.`);
  if (preview.mended > 0) parts.push(`${preview.mended} small mistakes of the file are mended.`);
  return parts.join(' ');
}

/** @param {Preview} preview */
function refusals({ refused }) {
  if (refused.length === 0) return null;
  const rows = refused
    .slice(0, LISTED)
    .map(({ id, reason }) => el('li', { text: id ? `${id}: ${reason}` : reason }));
  if (refused.length > LISTED) rows.push(el('li', { text: `… and ${refused.length - LISTED} more` }));
  return el('ul', { class: 'refusals', 'aria-label': 'Refused', tabindex: '0' }, ...rows);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.ceil(bytes / (1 << 20));
}

/** @param {string} title */
function fileName(title) {
  const plain = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'article';
}
