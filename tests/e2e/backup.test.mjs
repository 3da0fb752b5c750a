/** Backups: one file with everything, told of, made by itself into a folder, and read back with a preview. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  downloaded,
  drop,
  entitiesVisible,
  freshPage,
  has,
  inAll,
  inFirst,
  margin,
  openText,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
  url,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait. Ships came from Porto and Vigo.';

/** Writes a note on the passage, or over the one there. @param {Page} page @param {string} words */
async function note(page, words) {
  const name = 'Edit note on “after a long wait”';
  if (await has(page, 'button', name)) await press(page, 'button', name);
  else {
    await selectText(page, 'after a long wait');
    await press(page, 'button', 'Note');
  }
  const box = await byRole(page, 'textbox', 'Note on “after a long wait”');
  await box.evaluate((node, value) => {
    const area = /** @type {HTMLTextAreaElement} */ (node);
    area.value = value;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, words);
  await saved(page);
  await press(page, 'button', 'Done with “after a long wait”');
}

/** The file, by the button. @param {Page} page @param {string} title */
async function backUp(page, title) {
  await press(page, 'button', `Articles ${title}`);
  const file = await downloaded(session.downloads, () => press(page, 'button', 'Back up everything'));
  await said(page, 'Backed up');
  await page.keyboard.press('Escape');
  return file;
}

/** Gives the page the file and waits for the preview. @param {Page} page @param {string} path */
async function give(page, path) {
  const title = await inFirst(page, '#current-title', (node) => node.textContent);
  await press(page, 'button', `Articles ${title}`);
  const input = await page.waitForSelector('input[aria-label="Backup file"]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
  return previewed(page);
}

/** Gives the file to Import. @param {Page} page @param {string} path */
async function giveToImport(page, path) {
  await press(page, 'button', 'Export');
  const input = await page.waitForSelector('input[aria-label="Files of annotations"]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
}

/** What the preview says a restore will bring. @param {Page} page */
async function previewed(page) {
  await byRole(page, 'dialog', 'Restore a backup');
  return inAll(page, '[aria-label="Restore a backup"] li', (items) => items.map((item) => item.textContent));
}

describe(`backups in ${browserName}`, () => {
  test('everything goes into one file and comes back in another profile, after it was said what will', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await note(page, 'To be kept');
    const file = await backUp(page, 'Harbour opens');
    assert.match(file.name, /^manicule-\d{4}-\d\d-\d\d\.json$/);
    assert.ok(JSON.parse(file.text).count > 3);
    await context.close();

    const { page: other, context: fresh } = await freshPage(session);
    const preview = await give(other, file.path);
    assert.deepEqual(preview, ['2 articles added', '1 annotation added']);
    await press(other, 'button', 'Restore');
    await said(other, 'Restored: 2 articles added, 1 annotation added');
    await (await other.waitForSelector('#library-button'))?.click();
    await byRole(other, 'dialog', 'Articles');
    await press(other, 'button', 'Harbour opens');
    await other.waitForFunction(() => document.querySelector('#article h1')?.textContent === 'Harbour opens');
    await other.waitForFunction(
      () => document.querySelector('aside .note-body')?.textContent?.trim() === 'To be kept',
    );
    await other.reload();
    await entitiesVisible(other);
    assert.equal((await margin(other))[0]?.note, 'To be kept');
    assert.deepEqual(problems, []);
    await fresh.close();
  });

  test('a restore into a library that went on brings back what was deleted and loses nothing later', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await note(page, 'At the time of the backup');
    await selectText(page, 'Porto and Vigo');
    await press(page, 'button', 'Highlight green');
    await saved(page);
    const file = await backUp(page, 'Harbour opens');
    await note(page, 'Written later');
    await press(page, 'button', 'Delete “Porto and Vigo”');
    await page.waitForFunction(() => document.querySelectorAll('aside li.note').length === 1);
    await saved(page);
    const preview = await give(page, file.path);
    assert.ok(preview.includes('1 annotation added'), preview.join('; '));
    await press(page, 'button', 'Restore');
    await said(page, 'Restored: 1 annotation added');
    const notes = await margin(page);
    assert.deepEqual(notes.map((it) => it.note).sort(), ['', 'Written later']);
    await press(page, 'button', 'Undo');
    await page.waitForFunction(() => document.querySelectorAll('aside li.note').length === 1);
    await context.close();
  });

  test('a backup that is cut short gives what is whole, and one that is none is refused', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await note(page, 'To be kept');
    const file = await backUp(page, 'Harbour opens');
    const cut = join(session.downloads, 'cut.txt');
    await writeFile(cut, file.text.slice(0, file.text.length * 0.7));
    await give(page, cut);
    assert.ok(
      await inFirst(page, '[aria-label="Restore a backup"]', (card) =>
        card.textContent?.includes('cut short'),
      ),
    );
    await press(page, 'button', 'Cancel');
    const none = join(session.downloads, 'none.txt');
    await writeFile(none, '{"something":"else"}');
    const title = await inFirst(page, '#current-title', (node) => node.textContent);
    await press(page, 'button', `Articles ${title}`);
    const input = await page.waitForSelector('input[aria-label="Backup file"]');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(none);
    await said(page, 'not a backup');
    assert.equal((await margin(page))[0]?.note, 'To be kept');
    await context.close();
  });

  test('a backup that is dropped, or given to Import, is told by its content and previewed', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await note(page, 'To be kept');
    const file = await backUp(page, 'Harbour opens');
    await context.close();

    const { page: other, context: fresh, problems } = await freshPage(session);
    for (const name of ['notes.txt', 'notes.json']) {
      await drop(other, name, '', file.text);
      assert.deepEqual(await previewed(other), ['2 articles added', '1 annotation added'], name);
      await press(other, 'button', 'Cancel');
    }
    await giveToImport(other, file.path);
    assert.deepEqual(await previewed(other), ['2 articles added', '1 annotation added']);
    await press(other, 'button', 'Restore');
    await said(other, 'Restored: 2 articles added, 1 annotation added');
    assert.deepEqual(problems, []);
    await fresh.close();
  });

  test('what “Export now” gives is read back as a backup is', async () => {
    const context = await session.profile();
    const page = await context.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    await page.evaluateOnNewDocument(() => Object.defineProperty(window, 'localStorage', { value: null }));
    await page.goto(url);
    await entitiesVisible(page);
    await openText(page, text);
    await selectText(page, 'after a long wait');
    await press(page, 'button', 'Note');
    await page.keyboard.type('Kept in a file alone');
    await press(page, 'button', 'Done with “after a long wait”');
    const file = await downloaded(session.downloads, () => press(page, 'button', 'Export now'));
    assert.equal(file.name, 'manicule-unsaved.json');
    await context.close();

    const { page: other, context: fresh } = await freshPage(session);
    await giveToImport(other, file.path);
    assert.deepEqual(await previewed(other), ['2 articles added', '1 annotation added']);
    await press(other, 'button', 'Restore');
    await said(other, 'Restored: 2 articles added, 1 annotation added');
    const title = await inFirst(other, '#current-title', (node) => node.textContent);
    await press(other, 'button', `Articles ${title}`);
    await press(other, 'button', 'Harbour opens');
    await other.waitForFunction(
      () => document.querySelector('aside .note-body')?.textContent?.trim() === 'Kept in a file alone',
    );
    await fresh.close();
  });

  test('a reader who has not backed up for long is reminded, once a day', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await note(page, 'Not backed up');
    await page.evaluate(() => {
      const long = new Date(Date.now() - 8 * 86_400_000).toISOString();
      localStorage.setItem('manicule/setting/device-unsaved', JSON.stringify({ changes: 3, since: long }));
    });
    // Leaving the page must not write over it.
    const { page: next } = await freshPage(session, { context });
    await said(next, '3 changes since the last backup');
    await downloaded(session.downloads, () => press(next, 'button', 'Back up'));
    await said(next, 'Backed up');
    await next.reload();
    await entitiesVisible(next);
    assert.ok(!(await inFirst(next, '#said', (node) => node.textContent))?.includes('since the last backup'));
    await context.close();
  });

  test('backups go into a folder by themselves, where the browser can', async (t) => {
    const { page, context } = await freshPage(session);
    if (browserName !== 'chromium') {
      await press(
        page,
        'button',
        `Articles ${await inFirst(page, '#current-title', (node) => node.textContent)}`,
      );
      assert.ok(!(await has(page, 'button', 'Back up into a folder by itself…')), 'It is not offered.');
      await context.close();
      return;
    }
    await openText(page, text);
    await note(page, 'Into the folder');
    // A folder of the page's own takes the place of the one that a reader would choose.
    await page.evaluate(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
    await press(page, 'button', 'Articles Harbour opens');
    await press(page, 'button', 'Back up into a folder by itself…');
    await said(page, 'by themselves');
    const written = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      // @ts-ignore: not in the library of types yet.
      for await (const [name, handle] of folder.entries()) {
        if (name.startsWith('manicule-')) {
          return (await /** @type {FileSystemFileHandle} */ (handle).getFile()).text();
        }
      }
    });
    assert.ok(written?.includes('Into the folder'), written);
    assert.ok(t);
    await context.close();
  });
});
