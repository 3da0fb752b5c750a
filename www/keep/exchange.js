// Owns the ways out and back in: files of annotations. Invariants: nothing leaves the page but into the
// reader's own downloads; nothing that comes in is kept before the reader has seen what it comes to and said so.

import { Core, loadPartsOfSpeech } from '../pkg/manicule.js';
import { list, t } from '../view/catalogue.js';
import { button, el, save } from '../view/dom.js';
import { lazily, told } from '../view/lazy.js';
import { fetchModel } from '../view/model.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../pkg/manicule.js').ImportDraft} ImportDraft */
/** @typedef {import('../pkg/manicule.js').PreviewRecord} Preview */

/** Refusals that are listed one by one. */
const LISTED = 20;
/** In so many bytes a backup shows what it is. */
const HEAD = 1024;

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
  async show(opener) {
    const formats = (await this.app.wait((core) => core.exportFormats())) ?? [];
    const purpose = el('p', { class: 'card-also', id: 'format-purpose' });
    const entities = el('input', { type: 'checkbox' });
    const explain = () => {
      const chosen = formats.find(({ name }) => name === select.value);
      purpose.textContent = chosen ? t('export-purpose', { purpose: told(chosen.purpose) }) : '';
      // Who reads the article as a page reads it with its lines.
      entities.checked = select.value === 'html';
    };
    const select = el(
      'select',
      { class: 'field', 'aria-describedby': 'format-purpose', change: explain },
      ...formats.map(({ name, title }) => el('option', { value: name, text: told(title) })),
    );
    select.value = this.app.setting('format') ?? 'w3c';
    if (select.selectedIndex < 0) select.value = 'w3c';
    explain();
    const file = el('input', {
      type: 'file',
      class: 'visually-hidden',
      multiple: true,
      'aria-label': t('import-files'),
      tabindex: '-1',
      change: () => this.fromFiles([...(file.files ?? [])]),
    });
    const card = el(
      'div',
      { class: 'card menu exchange', role: 'dialog', 'aria-label': t('exchange') },
      el('p', { class: 'card-name', text: t('export-title') }),
      el('label', { class: 'choice' }, el('span', { text: t('export-format') }), select),
      purpose,
      el('label', { class: 'check' }, entities, ' ', t('export-entities')),
      el(
        'div',
        { class: 'card-actions' },
        button(t('download'), () => void this.download(select.value, entities.checked), {
          class: 'button small strong',
        }),
        button(t('print'), () => print()),
      ),
      el('p', { class: 'card-name', text: t('import-title') }),
      el('p', { class: 'card-also', text: t('import-reads') }),
      el(
        'div',
        { class: 'card-actions' },
        button(t('import-choose'), () => file.click()),
        file,
      ),
    );
    this.app.float.below(card, opener);
    select.focus();
  }

  /**
   * @param {string} format
   * @param {boolean} entities
   */
  async download(format, entities) {
    this.app.emit('leave');
    const files = await this.app.wait(async (core) => {
      const known = (await core.exportFormats()).find(({ name }) => name === format);
      // Where it cannot be fetched the core says what it lacks.
      const speech = known?.speech && (await fetchModel('default', 'speech.model').catch(() => undefined));
      if (speech) loadPartsOfSpeech(speech);
      return core.exportAs(format, { entities });
    });
    if (files === undefined) return;
    this.app.ask((core) => core.setSetting('format', format));
    const title =
      this.app.ask((core) => core.articles().find((article) => article.current)?.title) ?? 'article';
    const page = format === 'html' ? await lazily(this.app, () => import('../work/webpage.js')) : undefined;
    for (const { text, extension, type } of files)
      save(page ? await page.rendered(text) : text, `${fileName(title)}.${extension}`, type);
    this.app.float.close();
    const lacks = entities && this.app.reader.lacks;
    this.app.say(lacks ? `${t('exported')} · ${t('reading-part')}` : t('exported'));
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
      this.app.say(t('import-lone-backup', { file: backup.name }));
      return;
    }
    if (backup) return this.backup.restore(await backup.text());
    const long = files.find((file) => file.size > most);
    if (long) {
      const args = { file: long.name, size: megabytes(long.size), most: megabytes(most) };
      this.app.say(t('import-too-long', args));
      return;
    }
    /** @type {Uint8Array[]} */
    const contents = [];
    for (const file of files) {
      try {
        contents.push(new Uint8Array(await file.arrayBuffer()));
      } catch {
        this.app.say(t('import-unreadable', { file: file.name }));
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
    const go = button(t('import'), take, { class: 'button small strong' });
    const comes =
      preview.exact + preview.moved + preview.ambiguous + preview.orphan + preview.whole + preview.learned >
        0 || preview.isNew;
    go.disabled = !comes;
    const cancel = button(t(comes ? 'cancel' : 'close'), () => this.app.float.close());
    const words = sentence(preview);
    const card = el(
      'div',
      {
        class: 'card menu exchange',
        role: 'dialog',
        'aria-label': t('import'),
        'aria-describedby': 'import-sum',
      },
      el('p', { class: 'card-name', text: heading(preview) }),
      el('p', { class: 'card-also', text: told(preview.format) }),
      el('p', { id: 'import-sum', text: words }),
      refusals(preview),
      el('div', { class: 'card-actions' }, comes && go, cancel),
    );
    this.app.float.below(card, opener, () => {
      if (open) draft.free();
      open = false;
    });
    (comes ? go : cancel).focus();
  }

  /** @param {ImportDraft} draft */
  async commit(draft) {
    const report = await this.app.wait((core) => core.commitImport(draft));
    if (!report) return;
    // Into the article that is open come notes alone: its text stays, and the reader where they are.
    const open = this.app.articles().find((article) => article.current)?.id;
    if (open === this.app.open) {
      this.app.refresh();
      this.app.emit('library');
    } else this.app.showArticle();
    const { added, updated, same, learned, refused } = report;
    const parts = [
      t('imported-added', { count: added }),
      ...counted([
        [updated, 'imported-updated'],
        [same, 'imported-same'],
        [learned, 'imported-learned'],
        [refused.length, 'imported-refused'],
      ]),
    ];
    this.app.say(t('imported', { what: list(parts) }), added + updated + learned > 0 ? 'undo' : undefined);
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
  return t(isNew ? 'import-new' : 'import-into', { title });
}

/**
 * What an import comes to, in one sentence.
 * @param {Preview} preview
 */
function sentence(preview) {
  const counts = counted([
    [preview.exact, 'import-exact'],
    [preview.moved, 'import-moved'],
    [preview.ambiguous, 'import-ambiguous'],
    [preview.orphan, 'import-orphan'],
    [preview.whole, 'import-whole'],
    [preview.same, 'import-same'],
    [preview.refused.length, 'import-refused'],
  ]);
  const first = counts.length > 0 ? t('import-counts', { counts: list(counts) }) : t('import-none');
  const rest = counted([
    [preview.updated, 'import-later'],
    [preview.learned, 'import-names'],
    [preview.machine, 'import-machine'],
    [preview.mended, 'import-mended'],
  ]);
  return [first, ...rest].join(' ');
}

/**
 * A message for each count that is not nothing.
 * @param {[count: number, id: string][]} counts
 */
function counted(counts) {
  return counts.filter(([count]) => count > 0).map(([count, id]) => t(id, { count }));
}

/** @param {Preview} preview */
function refusals({ refused }) {
  if (refused.length === 0) return null;
  const rows = refused
    .slice(0, LISTED)
    .map(({ id, reason }) => el('li', { text: id ? `${id}: ${told(reason)}` : told(reason) }));
  if (refused.length > LISTED)
    rows.push(el('li', { text: t('import-refusals-more', { count: refused.length - LISTED }) }));
  return el('ul', { class: 'refusals', 'aria-label': t('import-refusals'), tabindex: '0' }, ...rows);
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
