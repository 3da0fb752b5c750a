/** Out in every format, and in from others' files: shown first, kept when the reader says so. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  drop,
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
} from './support.mjs';

const story = 'Harbour opens 😀\n\nThe harbour of Lisbon opened on Monday after a long wait.';

const session = await sharedBrowser();

/**
 * Chooses files in the dialog.
 * @param {import('puppeteer-core').Page} page
 * @param {...[string, string | Buffer]} files names and contents
 */
async function choose(page, ...files) {
  const paths = [];
  for (const [name, content] of files) {
    const path = join(session.downloads, '..', `${process.pid}-${name}`);
    await writeFile(path, content);
    paths.push(path);
  }
  await press(page, 'button', 'Export');
  await byRole(page, 'button', 'Import a file…');
  const input = await page.$('input[type=file][aria-label="Files of annotations"]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(...paths);
}

/** What the dialog says the import comes to. @param {import('puppeteer-core').Page} page */
async function sum(page) {
  await byRole(page, 'dialog', 'Import');
  return inFirst(page, '#import-sum', (node) => node.textContent);
}

/** The files that the page saves while `act` runs, as it hands them to the browser. @param {import('puppeteer-core').Page} page @param {() => Promise<void>} act */
async function handed(page, act) {
  await page.evaluate(() => {
    const given = /** @type {any} */ (window);
    given.handed = [];
    const blobs = new Map();
    URL.createObjectURL = (/** @type {any} */ blob) => {
      const url = `blob:${blobs.size}`;
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      given.handed.push([this.download, blobs.get(this.href)]);
    };
  });
  await act();
  return page.evaluate(async () => {
    /** @type {[string, Blob][]} */
    const given = /** @type {any} */ (window).handed;
    /** @type {[string, string, string][]} */
    const read = [];
    for (const [name, blob] of given) read.push([name, blob.type, await blob.text()]);
    return read;
  });
}

describe(`interchange in ${browserName}`, () => {
  test('a format is chosen by keyboard, explained, remembered, and its files are handed over', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await selectText(page, 'a long wait');
    await press(page, 'button', 'Highlight green');
    await saved(page);
    await press(page, 'button', 'Export');
    const select = await byRole(page, 'combobox', 'Format');
    assert.ok(await select.evaluate((node) => node === document.activeElement), 'The format has the focus.');
    await page.keyboard.type('brat');
    await page.waitForFunction(() =>
      (document.querySelector('#format-purpose')?.textContent ?? '').startsWith('For brat'),
    );
    const files = await handed(page, () => press(page, 'button', 'Download'));
    assert.deepEqual(
      files.map(([name]) => name),
      ['Harbour-opens.ann', 'Harbour-opens.txt'],
    );
    assert.match(files[0]?.[2] ?? '', /^T1\tHIGHLIGHT 62 73\ta long wait\n$/);
    assert.equal(files[1]?.[2], story);
    await said(page, 'Annotations downloaded');
    await press(page, 'button', 'Export');
    const again = await byRole(page, 'combobox', 'Format');
    assert.equal(await again.evaluate((node) => /** @type {HTMLSelectElement} */ (node).value), 'brat');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('an import is shown first, can be left alone, and is undone as one', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    const rows = ['Highlight,Note,Tags', 'a long wait,why?,"one, two"', 'never written here,,', ',x,'].join(
      '\n',
    );
    await choose(page, ['readwise.csv', rows]);
    assert.equal(await sum(page), '1 exact, 1 without a place in the text, 1 refused.');
    const listed = await inAll(page, '.refusals li', (nodes) => nodes.map((node) => node.textContent));
    assert.deepEqual(listed, ['Line 4 is not readable: its “Highlight” is missing or wrong.']);
    await page.keyboard.press('Escape');
    assert.equal(await has(page, 'dialog', 'Import'), false);
    assert.deepEqual(await margin(page), []);

    await choose(page, ['readwise.csv', rows]);
    await byRole(page, 'dialog', 'Import');
    await page.keyboard.press('Enter');
    await said(page, 'Imported: 2 added, 1 refused');
    await saved(page);
    assert.ok((await margin(page)).some(({ note }) => note === 'why?'));

    await choose(page, ['readwise.csv', rows]);
    assert.equal(await sum(page), '2 already here, 1 refused.');
    assert.equal(await has(page, 'button', 'Import'), false);
    await press(page, 'button', 'Close');
    await press(page, 'button', 'Undo');
    await page.waitForFunction(() => document.querySelectorAll('aside .note-body').length === 0);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('brat’s two files together, and a dropped doccano file, bring their articles', async () => {
    const { page, context, problems } = await freshPage(session);
    await choose(page, ['a.ann', 'T1\tport 2 6\tLund\n'], ['a.txt', '😀 Lund has a harbour.']);
    assert.equal(await sum(page), '1 exact.');
    await press(page, 'button', 'Import');
    await said(page, 'Imported: 1 added');
    assert.equal(
      await inFirst(page, '#article', (node) => node.textContent?.trim()),
      '😀 Lund has a harbour.',
    );
    const line = JSON.stringify({ text: 'Ana came home.', label: [[0, 3, 'who']] });
    await drop(page, 'marks.jsonl', 'application/jsonl', `${line}\n`);
    assert.equal(await sum(page), '1 exact.');
    await press(page, 'button', 'Import');
    await page.waitForFunction(() => document.querySelector('#article')?.textContent?.includes('Ana came'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('what is open stays though the pointer rests on a name', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await press(page, 'button', 'Export');
    await byRole(page, 'dialog', 'Export and import');
    await page.keyboard.press('Escape');
    const name = await page.waitForSelector('#article .mention');
    // The name is come upon first, and the dialog opened before its card would come.
    await name?.evaluate((node) => {
      node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
      document.getElementById('export-button')?.click();
    });
    await byRole(page, 'dialog', 'Export and import');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    assert.ok(await has(page, 'dialog', 'Export and import'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('a file in the wrong encoding and one of no format are refused with line or reason', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await choose(page, ['latin.json', Buffer.from('[\n"caf\u00e9"]', 'latin1')]);
    await said(page, 'line 2');
    await page.keyboard.press('Escape');
    await choose(page, ['table.csv', 'a,b\n1,2\n']);
    await said(page, 'of no format that can be read');
    assert.deepEqual(await margin(page), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
