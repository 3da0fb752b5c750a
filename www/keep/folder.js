// Owns the folder that backups go to by themselves, where the browser lets a page write files (the File System
// Access API). Invariant: the reader chose the folder, and the browser's leave is asked for only by a button.

const DATABASE = 'manicule-page';
const HANDLES = 'handles';
const FOLDER = 'folder';

/**
 * What TypeScript's library does not know yet.
 * @typedef {FileSystemDirectoryHandle & {
 *   queryPermission: (mode: { mode: 'readwrite' }) => Promise<PermissionState>,
 *   requestPermission: (mode: { mode: 'readwrite' }) => Promise<PermissionState>,
 * }} Folder
 * @typedef {{ showDirectoryPicker?: (options: object) => Promise<Folder> }} Picker
 */

/** Whether this browser can. */
export function isPossible() {
  return typeof (/** @type {Picker} */ (window).showDirectoryPicker) === 'function';
}

/**
 * Runs one request on the handles.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>}
 */
function handles(mode, ask) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(HANDLES);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const request = ask(database.transaction(HANDLES, mode).objectStore(HANDLES));
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
      request.transaction?.addEventListener('complete', () => database.close());
    };
  });
}

/** The folder that was chosen last. @returns {Promise<Folder | undefined>} */
export async function chosen() {
  if (!isPossible()) return undefined;
  return handles('readonly', (store) => store.get(FOLDER)).catch(() => undefined);
}

/** Lets the reader choose one; undefined when they chose none. @returns {Promise<Folder | undefined>} */
export async function choose() {
  const pick = /** @type {Picker} */ (window).showDirectoryPicker;
  const folder = await pick?.call(window, { id: 'backup', mode: 'readwrite' }).catch(() => undefined);
  if (folder) await handles('readwrite', (store) => store.put(folder, FOLDER));
  return folder;
}

/** No folder any more. */
export async function forget() {
  await handles('readwrite', (store) => store.delete(FOLDER));
}

/**
 * Whether it may be written to.
 * @param {Folder} folder
 * @param {boolean} [ask] the reader; only in answer to a press of a button
 */
export async function allowed(folder, ask = false) {
  const mode = /** @type {const} */ ({ mode: 'readwrite' });
  const state = ask ? await folder.requestPermission(mode) : await folder.queryPermission(mode);
  return state === 'granted';
}

/**
 * Writes a file whole: the browser puts it in the place of the old one when all of it is there.
 * @param {Folder} folder
 * @param {string} name
 * @param {string} text
 */
export async function write(folder, name, text) {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(text);
  await stream.close();
}
