// Owns files on their way in: several at once, whole folders, annotations among them. Invariant: each file is an
// article, or it is said why it is none; one that cannot be read keeps no other from being read.

import { Core } from '../pkg/manicule.js';
import { t } from '../view/catalogue.js';
import { button, el } from '../view/dom.js';
import { told, untilTold } from '../view/lazy.js';
import { Unreadable } from './problem.js';
import { READABLE, read } from './read.js';

export { ready } from './words.js';

/** @typedef {import('../view/intake.js').Intake} Intake */
/** @typedef {{ name: string, reason: string }} Refusal */

/** So many files of a folder are read at once; more is hardly meant. */
const MOST = 500;

/** Whether a file is one of annotations, and no article. @param {File} file */
const isAnnotations = (file) => /\.(json|jsonl|jsonld|ann|tsv|csv)$/i.test(file.name);

/**
 * @param {Intake} intake
 * @param {File[]} files
 * @param {FileSystemEntry[]} entries the same files as they lie in folders
 */
export async function bringFiles(intake, files, entries) {
  const folders = entries.filter((entry) => entry.isDirectory);
  const inFolders = (await Promise.all(folders.map(filesIn))).flat();
  const named = new Set(folders.map(({ name }) => name));
  const loose = folders.length > 0 ? files.filter(({ name }) => !named.has(name)) : files;
  // What begins with a dot is hidden, and so is all that is in it.
  const isMeant = (/** @type {File} */ { name, webkitRelativePath: path }) =>
    path === '' || (READABLE.test(name) && !/(^|\/)\./.test(path));
  const all = [...loose.filter(isMeant), ...inFolders.filter(({ name }) => READABLE.test(name))];
  if (all.length === 0) return intake.app.say(t('folder-nothing'));
  if (loose.some(isAnnotations)) return intake.exchange.use((it) => void it.fromFiles(loose));
  const [only] = all;
  if (only && all.length === 1) return bringOne(intake, only);
  return bringSeveral(intake, all.slice(0, MOST));
}

/**
 * All files below a folder, in the order of their names.
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
async function filesIn(entry) {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = /** @type {FileSystemFileEntry} */ (entry);
    return new Promise((resolve) =>
      file.file(
        (it) => resolve([it]),
        () => resolve([]),
      ),
    );
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {FileSystemEntry[]} */
  const entries = [];
  for (;;) {
    // A reader gives so many at a time, and nothing at the end.
    const some = await new Promise((/** @type {(them: FileSystemEntry[]) => void} */ resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) break;
    entries.push(...some);
  }
  entries.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  return (await Promise.all(entries.map(filesIn))).flat();
}

/**
 * @param {Intake} intake
 * @param {File} file
 */
async function bringOne(intake, file) {
  const { app } = intake;
  if (file.size > 1 << 20) app.say(t('reading-file', { file: file.name }));
  const refusal = await attempt(intake, file);
  if (refusal === undefined) return;
  if (refusal.reason === '') app.say(t('file-nothing', { file: file.name }));
  else show(intake, [refusal], 0);
}

/**
 * @param {Intake} intake
 * @param {File[]} files
 */
async function bringSeveral(intake, files) {
  /** @type {Refusal[]} */
  const refusals = [];
  intake.several = true;
  for (const [index, file] of files.entries()) {
    intake.app.say(t('reading-one-of', { one: index + 1, all: files.length, file: file.name }));
    const refusal = await attempt(intake, file);
    if (refusal) refusals.push({ name: refusal.name, reason: refusal.reason || t('file-no-text') });
  }
  intake.several = false;
  const read = files.length - refusals.length;
  intake.app.say(t('articles-opened', { count: read }));
  if (refusals.length > 0) show(intake, refusals, read);
}

/**
 * Reads one file and opens it; else why not, without words where there is no text in it.
 * @param {Intake} intake
 * @param {File} file
 * @returns {Promise<Refusal | undefined>}
 */
async function attempt(intake, file) {
  const refused = (/** @type {string} */ reason) => ({ name: file.name, reason });
  const name = file.name.replace(/\.[^.]+$/, '');
  try {
    const brought = await read(file);
    if (brought) {
      if (brought.blocks.length === 0) return refused('');
      const titled = brought.title ?? brought.blocks.some(({ kind }) => kind === 'title');
      const taken = await intake.brought(titled ? brought : { ...brought, title: name });
      return taken ? undefined : refused(await why(intake));
    }
    const text = await file.text();
    if (text.trim() === '') return refused('');
    if (Core.isBackup(text)) intake.backup.restore(text);
    else if (!(await intake.text(text, name))) return refused(await why(intake));
    return undefined;
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.message);
    reportError(error);
    return refused(t('file-unreadable'));
  }
}

/** Why the core took no text. @param {Intake} intake */
async function why({ refusal }) {
  // A core that is dead gives no reason.
  if (refusal === undefined) return t('file-unreadable');
  await untilTold();
  return told(refusal instanceof Error ? refusal.message : String(refusal));
}

/**
 * Says which files gave no article, and what to do.
 * @param {Intake} intake
 * @param {Refusal[]} refusals
 * @param {number} read how many did
 */
function show(intake, refusals, read) {
  const { app } = intake;
  const opener = /** @type {HTMLElement} */ (document.getElementById('open-button'));
  const [first] = refusals;
  const heading =
    read === 0 && first && refusals.length === 1
      ? t('file-not-opened', { file: first.name })
      : t('files-not-opened', { count: refusals.length });
  const items = refusals.map(({ name, reason }) =>
    refusals.length === 1 && read === 0
      ? el('li', { text: reason })
      : el('li', {}, el('strong', { text: name }), ` ${reason}`),
  );
  const close = button(t('close'), () => app.float.close());
  const card = el(
    'div',
    {
      class: 'card menu exchange',
      role: 'alertdialog',
      'aria-label': heading,
      'aria-describedby': 'refused-files',
    },
    el('p', { class: 'card-name', text: heading }),
    el('ul', { id: 'refused-files', class: 'plain' }, ...items),
    el('div', { class: 'card-actions' }, close),
  );
  app.float.show(card, { anchor: () => opener.getBoundingClientRect(), giveBack: () => opener.focus() });
  close.focus();
}
