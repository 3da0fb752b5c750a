/** The ways in: paste, drop, files; several articles, and each as it was after coming back. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

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
  mentions,
  openText,
  painted,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
  written,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();
/** @type {string} */
let folder;

const rich = `<html><head><title>Fallback</title></head><body>
  <nav>Home News Sport</nav>
  <article><h1>Harbour opens</h1><p>The <b>harbour</b> of Lisbon opened.</p>
  <h2>The ships</h2><ul><li>One from Porto</li><li>One from Vigo</li></ul>
  <blockquote>We waited long.</blockquote>
  <p hidden>Subscribe to our letter</p><p style="display: none">Tracked</p>
  <script>document.title = 'owned'</script></article></body></html>`;
const richBlocks = [
  ['title', 'Harbour opens'],
  ['paragraph', 'The harbour of Lisbon opened.'],
  ['heading', 'The ships'],
  ['listItem', 'One from Porto'],
  ['listItem', 'One from Vigo'],
  ['quote', 'We waited long.'],
];

/**
 * What went wrong, without Chromium's report that the policy blocked a style in the inert document.
 * @param {string[]} problems
 */
function unexpected(problems) {
  return problems.filter((it) => !it.startsWith('console: Applying inline style violates'));
}

/** The kind and the text of every block that is shown. @param {Page} page */
async function blocks(page) {
  return inAll(page, '#article [data-kind]', (all) =>
    all.map((node) => [/** @type {HTMLElement} */ (node).dataset['kind'] ?? '', node.textContent ?? '']),
  );
}

/**
 * Copies something and pastes it on the page, both with the keys.
 * @param {Page} page
 * @param {{ text: string, html?: string }} flavours
 */
async function paste(page, { text, html }) {
  const article = await byRole(page, 'article', 'Article');
  await article.focus();
  await page.evaluate(
    (flavours) =>
      document.addEventListener(
        'copy',
        (event) => {
          for (const [type, data] of Object.entries(flavours)) event.clipboardData?.setData(type, data);
          event.preventDefault();
        },
        { once: true },
      ),
    { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) },
  );
  await page.keyboard.down('Control');
  await page.keyboard.press('c');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
}

/** Picks a file with the file chooser. @param {Page} page @param {string} path */
async function choose(page, path) {
  await press(page, 'button', 'Paste, drop or open an article');
  await byRole(page, 'button', 'Choose a file…');
  const input = await page.$('input[type=file][aria-label="Article file"]');
  assert.ok(input, 'There is a place for the file.');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
}

/** Waits until the open article has this title. @param {Page} page @param {string} title */
async function titled(page, title) {
  await page.waitForFunction(
    (wanted) => document.querySelector('#current-title')?.textContent === wanted,
    {},
    title,
  );
}

/** The titles in the list, which is opened for it. @param {Page} page */
async function titles(page) {
  if (!(await has(page, 'dialog', 'Articles')))
    await (await page.waitForSelector('#library-button'))?.click();
  const list = await byRole(page, 'list', 'Your articles');
  return list.$$eval('.article-title', (all) => all.map((node) => node.textContent ?? ''));
}

/** Comes back to the page. @param {Page} page */
async function comeBack(page) {
  await saved(page);
  await page.reload();
  await entitiesVisible(page);
}

describe(`intake in ${browserName}`, () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manicule-intake-'));
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('the first visit shows the sample, tagged, and says how to bring one’s own', async () => {
    const { page, context, problems } = await freshPage(session);
    const title = await inFirst(page, '#article h1', (node) => node.textContent ?? '');
    assert.match(title, /Lisbon and Rabat/);
    assert.ok((await mentions(page)).length > 50);
    await byRole(page, 'button', 'Paste, drop or open an article');
    assert.deepEqual(await titles(page), [title]);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('what was typed into the form is in it again where the core refuses it', async () => {
    const { page, context, problems } = await freshPage(session, { address: written });
    await page.evaluate(async (bindings) => {
      const { Core } = await import(bindings);
      const { addText } = Core.prototype;
      Core.prototype.addText = async () => {
        Core.prototype.addText = addText;
        throw Object.assign(new Error('No room for it.'), { code: 'too-long' });
      };
    }, new URL('pkg/manicule.js', written).href);
    await press(page, 'button', 'Paste, drop or open an article');
    const text = 'Harbour opens\n\nThe harbour of Lisbon opened on Monday.';
    const area = await byRole(page, 'textbox', 'Text of the article');
    await area.type(text);
    await press(page, 'button', 'Open text');
    await said(page, 'No room for it.');
    const again = await byRole(page, 'textbox', 'Text of the article');
    assert.equal(await again.evaluate((node) => /** @type {HTMLTextAreaElement} */ (node).value), text);
    await press(page, 'button', 'Open text');
    await titled(page, 'Harbour opens');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('plain text pasted on the page opens, and comes back after a reload', async () => {
    const { page, context, problems } = await freshPage(session);
    await paste(page, { text: 'Harbour opens\n\nThe harbour of Lisbon opened on Monday.\n\nShips came.' });
    await said(page, 'Article opened');
    const shown = await blocks(page);
    assert.deepEqual(shown, [
      ['title', 'Harbour opens'],
      ['paragraph', 'The harbour of Lisbon opened on Monday.'],
      ['paragraph', 'Ships came.'],
    ]);
    await comeBack(page);
    assert.deepEqual(await blocks(page), shown);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('rich text keeps headings, lists and quotes and drops what is no article', async () => {
    const { page, context, problems } = await freshPage(session);
    await paste(page, { html: rich, text: 'Harbour opens' });
    await said(page, 'Article opened');
    assert.deepEqual(await blocks(page), richBlocks);
    assert.deepEqual(
      await inAll(page, '#article h1, #article h2, #article ul > li, #article blockquote', (all) =>
        all.map((node) => node.localName),
      ),
      ['h1', 'h2', 'li', 'li', 'blockquote'],
    );
    await comeBack(page);
    assert.deepEqual(await blocks(page), richBlocks);
    assert.deepEqual(unexpected(problems), []);
    await context.close();
  });

  const files = [
    { name: 'plain.txt', type: 'text/plain', text: 'Harbour opens\n\nThe harbour of Lisbon opened.' },
    {
      name: 'marked.md',
      type: 'text/markdown',
      text: '# Harbour opens\n\nThe **harbour** of Lisbon opened.\n\n## The ships\n\n- One from Porto\n- One from Vigo\n\n> We waited long.\n',
    },
    { name: 'page.html', type: 'text/html', text: rich },
  ];
  for (const { name, type, text } of files) {
    const expected = name === 'plain.txt' ? richBlocks.slice(0, 2) : richBlocks;
    test(`${name} opens by dropping it and by choosing it`, async () => {
      const { page, context, problems } = await freshPage(session);
      await drop(page, name, type, text);
      await said(page, 'Article opened');
      assert.deepEqual(await blocks(page), expected);
      const path = join(folder, name);
      await writeFile(path, text.replaceAll('Harbour opens', 'Harbour opens again'));
      await choose(page, path);
      // A plain text has no title of its own but its file's name.
      await page.waitForFunction(
        () => document.querySelector('#article h1')?.textContent === 'Harbour opens again',
      );
      await titled(page, name === 'plain.txt' ? 'plain' : 'Harbour opens again');
      assert.deepEqual((await blocks(page)).slice(1), expected.slice(1));
      assert.equal((await titles(page)).length, 3);
      assert.deepEqual(unexpected(problems), []);
      await context.close();
    });
  }

  test('a dropped JSON file brings the article and its marks into a fresh profile', async () => {
    const { page, context } = await freshPage(session);
    await paste(page, { html: rich, text: 'Harbour opens' });
    await said(page, 'Article opened');
    await selectText(page, 'waited long');
    await press(page, 'button', 'Highlight blue');
    await saved(page);
    await press(page, 'button', 'Export');
    const file = await downloaded(session.downloads, () => press(page, 'button', 'Download'));
    await context.close();

    const other = await freshPage(session);
    await drop(other.page, 'marks.json', 'application/json', file.text);
    await press(other.page, 'button', 'Import');
    await said(other.page, 'Imported: 1 added');
    assert.deepEqual(await blocks(other.page), richBlocks);
    assert.deepEqual(await painted(other.page, 'blue'), ['waited long']);
    assert.deepEqual(other.problems, []);
    await other.context.close();
  });

  test('several articles: switching, a new name, deleting and having it back', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'First piece\n\nIt tells of Lisbon.');
    await openText(page, 'Second piece\n\nIt tells of Porto.');
    assert.deepEqual((await titles(page)).slice(0, 2), ['Second piece', 'First piece']);
    await press(page, 'button', 'First piece');
    await titled(page, 'First piece');
    assert.deepEqual(await blocks(page), [
      ['title', 'First piece'],
      ['paragraph', 'It tells of Lisbon.'],
    ]);

    await titles(page);
    await press(page, 'button', 'Rename “First piece”');
    const field = await byRole(page, 'textbox', 'New title');
    await field.click({ count: 3 });
    await page.keyboard.type('A better name');
    await page.keyboard.press('Enter');
    await said(page, 'Article renamed');
    await titled(page, 'A better name');

    await press(page, 'button', 'Delete “A better name”');
    await said(page, 'Article deleted');
    await titled(page, 'Second piece');
    await press(page, 'button', 'Undo');
    await titled(page, 'A better name');
    assert.equal((await blocks(page))[1]?.[1], 'It tells of Lisbon.');
    await comeBack(page);
    await titled(page, 'A better name');
    assert.ok((await titles(page)).includes('Second piece'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('an empty file changes nothing but says so; a file of garbage is shown without failing', async () => {
    const { page, context, problems } = await freshPage(session);
    const sample = await blocks(page);
    const [empty, garbage] = [join(folder, 'empty.txt'), join(folder, 'garbage.txt')];
    await writeFile(empty, '');
    await writeFile(
      garbage,
      Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919 + (n >> 3) * 31) & 0xff),
    );
    await choose(page, empty);
    await said(page, 'no text');
    assert.deepEqual(await blocks(page), sample);
    assert.equal((await titles(page)).length, 1);
    await page.keyboard.press('Escape');
    await choose(page, garbage);
    await said(page, 'control characters were left out');
    const shown = await blocks(page);
    assert.notDeepEqual(shown, sample);
    await comeBack(page);
    assert.deepEqual(await blocks(page), shown);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('setting the article’s date says what its weekdays are', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait.');
    /** The value on the card of “Monday”. */
    const value = async () => {
      const mention = await byRole(page, 'button', 'Monday');
      await mention.click();
      const card = await byRole(page, 'dialog', 'Monday');
      const words = await card.$$eval('.card-value', (all) => all.map((node) => node.textContent ?? ''));
      await page.keyboard.press('Escape');
      return words.join(' ');
    };
    assert.doesNotMatch(await value(), /\d{4}/, 'Without a date nothing is guessed.');
    await press(page, 'tab', 'Outline');
    const field = await byRole(page, 'textbox', 'Date of the article');
    await field.click();
    await page.keyboard.type('2023-09-27');
    await page.keyboard.press('Enter');
    await said(page, 'Date set');
    const resolved = await value();
    assert.match(resolved, /2023-09-25|25 September 2023|September 25, 2023/);
    await comeBack(page);
    assert.equal(await value(), resolved);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
