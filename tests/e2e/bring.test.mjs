/** Files of other programs: how much of their text comes in, what beside it; and what is said of those that cannot be read. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  inAll,
  press,
  said,
  sharedBrowser,
  words,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const files = join(dirname(fileURLToPath(import.meta.url)), 'files');

const session = await sharedBrowser();
/** @type {string} */
let folder;

/** Inline styles in a file are refused by the page's policy, and the browser says so. @param {string[]} problems */
function unexpected(problems) {
  return problems.filter((it) => !/Applying inline style violates/.test(it));
}

/** Chooses files in the dialog. @param {Page} page @param {string[]} paths */
async function choose(page, ...paths) {
  await press(page, 'button', 'Paste, drop or open an article');
  await byRole(page, 'button', 'Choose a file…');
  const input = await page.$('input[type=file][aria-label="Article file"]');
  assert.ok(input, 'There is a place for the file.');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(...paths);
}

/** The words of a text, with how often each occurs. @param {string} text */
function counted(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  // Numbers of notes and of list items are written in another way by each program.
  const plain = text.replace(/\[\d+\]|(?<=\p{L}[.”]?)\d\b/gu, ' ');
  for (const word of plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (!/^\d$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * What part of the words of `of` is in `among`.
 * @param {Map<string, number>} of
 * @param {Map<string, number>} among
 */
function share(of, among) {
  let [found, all] = [0, 0];
  for (const [word, count] of of) {
    found += Math.min(count, among.get(word) ?? 0);
    all += count;
  }
  return found / all;
}

/** The kind and the text of every block that is shown. @param {Page} page */
async function blocks(page) {
  return inAll(page, '#article [data-kind]', (all) =>
    all.map((node) => ({
      kind: /** @type {HTMLElement} */ (node).dataset['kind'] ?? '',
      text: (node.textContent ?? '').replace(/\s+/g, ' ').trim(),
    })),
  );
}

/** What the newspaper's page has of the article beside the text. */
const lead =
  'A retired clerk paid for the light of a whole street out of his own pocket, and told nobody. Now the street has to decide what to do with it.';

/** What each format promises beside the words: headings, items and quotations that are known as such. */
const formats = [
  { name: 'pandoc.docx', headings: 3, items: 6, quotes: 1 },
  { name: 'libreoffice.docx', headings: 3, items: 6, quotes: 1 },
  { name: 'pandoc.epub', headings: 3, items: 6, quotes: 1 },
  // LibreOffice writes paragraphs alone.
  { name: 'libreoffice.epub', headings: 0, items: 0, quotes: 0 },
  { name: 'libreoffice.pdf', headings: 3, items: 6, quotes: 0 },
  { name: 'chromium.pdf', headings: 3, items: 3, quotes: 0 },
  { name: 'groff.pdf', headings: 3, items: 6, quotes: 0 },
  { name: 'page.htm', headings: 3, items: 6, quotes: 1, lead },
  { name: 'chromium.mhtml', headings: 3, items: 6, quotes: 1, lead },
];

describe(`files of other programs in ${browserName}`, () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manicule-bring-'));
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  for (const { name, headings, items, quotes, lead = '' } of formats) {
    test(`${name} comes in whole and alone`, async (context) => {
      const { page, context: profile, problems } = await freshPage(session);
      await choose(page, join(files, name));
      await said(page, 'Article opened');
      const shown = await blocks(page);
      const wanted = counted(`${lead} ${await readFile(join(files, 'source.txt'), 'utf8')}`);
      const found = counted(
        shown
          .filter(({ kind }) => !/title|byline|caption/.test(kind))
          .map(({ text }) => text)
          .join(' '),
      );
      const [recovered, own] = [share(wanted, found), share(found, wanted)];
      const percent = (/** @type {number} */ part) => `${(part * 100).toFixed(1)} %`;
      context.diagnostic(`${name}: ${percent(recovered)} of the text, ${percent(1 - own)} beside it`);
      assert.ok(recovered > 0.985, `${percent(recovered)} of the text came in.`);
      assert.ok(own > 0.985, `${percent(1 - own)} is not of the text.`);
      assert.equal(shown[0]?.kind, 'title');
      assert.equal(shown[0]?.text, 'The Lamps of Ostrava Street');
      const count = (/** @type {string} */ kind) => shown.filter((block) => block.kind === kind).length;
      assert.ok(count('heading') >= headings, `${count('heading')} headings`);
      assert.ok(count('listItem') >= items, `${count('listItem')} items`);
      assert.ok(count('quote') >= quotes, `${count('quote')} quotations`);
      // A paragraph that goes over the end of a line, a page or a hyphen is one.
      assert.ok(
        shown.some(({ text }) => text.startsWith('The council met') && text.endsWith('three proposals:')),
      );
      assert.ok(
        shown.some(
          ({ text }) => text.startsWith('A lamp is a promise') && text.endsWith('had not expected it.'),
        ),
      );
      assert.deepEqual(unexpected(problems), []);
      await profile.close();
    });
  }

  test('a file that cannot be read says what to do', async () => {
    const { page, context, problems } = await freshPage(session);
    const cut = join(folder, 'cut.docx');
    await writeFile(cut, (await readFile(join(files, 'pandoc.docx'))).subarray(0, 5000));
    const broken = join(folder, 'broken.pdf');
    await writeFile(broken, (await readFile(join(files, 'libreoffice.pdf'))).subarray(0, 900));
    const old = join(folder, 'old.doc');
    await writeFile(old, Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
    const title = (await blocks(page))[0]?.text;
    /** @type {[string, RegExp][]} */
    const expected = [
      [join(files, 'locked.pdf'), /locked with a password.*print it to a new PDF/],
      [join(files, 'scan.pdf'), /it is a scan.*OCR/],
      [cut, /damaged or was cut short.*Get it again/],
      [broken, /damaged or was cut short.*Get it again/],
      [old, /old kind.*save it as \.docx/],
    ];
    for (const [path, message] of expected) {
      await choose(page, path);
      const name = path.split('/').at(-1);
      assert.match(await words(page, 'alertdialog', `“${name}” was not opened`), message);
      await page.keyboard.press('Escape');
      assert.equal((await blocks(page))[0]?.text, title, 'What was open stays open.');
    }
    assert.deepEqual(unexpected(problems), []);
    await context.close();
  });

  test('several files become several articles, and those that cannot be read are named', async () => {
    const { page, context, problems } = await freshPage(session);
    const note = join(folder, 'Tide tables.txt');
    await writeFile(note, 'The tide at Setúbal turned at noon on Monday, and nobody had told the ferrymen.');
    await choose(page, note, join(files, 'scan.pdf'), join(files, 'pandoc.epub'));
    assert.match(await words(page, 'alertdialog', '1 file was not opened'), /scan\.pdf.*OCR/);
    await said(page, '2 articles opened');
    await page.keyboard.press('Escape');
    await (await page.waitForSelector('#library-button'))?.click();
    const list = await byRole(page, 'list', 'Your articles');
    const titles = await list.$$eval('.article-title', (all) => all.map((node) => node.textContent));
    assert.deepEqual(titles.slice(0, 2), ['The Lamps of Ostrava Street', 'Tide tables']);
    // A library that takes nothing more: no file is said to be opened, and it is said why not.
    await page.evaluate(() => {
      const schema = localStorage.getItem('manicule/schema') ?? '';
      localStorage.setItem('manicule/schema', schema.replace(/\d+/, '999'));
    });
    await page.reload();
    await entitiesVisible(page);
    await choose(page, note, join(files, 'pandoc.epub'));
    const refused = await words(page, 'alertdialog', '2 files were not opened');
    assert.match(refused, /Tide tables\.txt.*newer Manicule.*pandoc\.epub.*newer Manicule/);
    await said(page, '0 articles opened');
    assert.deepEqual(unexpected(problems), []);
    await context.close();
  });
});
