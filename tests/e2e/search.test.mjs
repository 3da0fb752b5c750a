/** Searching in the article as one types. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  freshPage,
  inFirst,
  openText,
  press,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text = [
  'Café Blå closes',
  'The café on the quay of Malmö closed on Sunday. A cafeteria opened in MALMO.',
  ...Array.from({ length: 60 }, (_, index) => `Paragraph ${index + 1} speaks of nothing in particular.`),
  'At last the owner of the CAFE came to Lisbon.',
].join('\n\n');

/** What is painted as a hit and as the current one. @param {Page} page */
const painted = (page) =>
  page.evaluate(() =>
    ['hit', 'hit-now'].map((name) =>
      [...(CSS.highlights.get(`manicule-${name}`) ?? [])].map((range) => range.toString()),
    ),
  );

/** @param {Page} page @param {string} words */
const counted = (page, words) =>
  page.waitForFunction((wanted) => document.querySelector('.find-count')?.textContent === wanted, {}, words);

/** @param {Page} page @param {string} words */
async function look(page, words) {
  await page.focus('#article');
  await page.keyboard.press('/');
  await page.waitForFunction(
    () => document.activeElement?.id === 'find-input' && document.querySelector('.find.ready'),
  );
  await page.keyboard.type(words);
}

describe(`the search, in ${browserName}`, () => {
  test('counts without case and accents, goes on and back, and ends where it was', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await look(page, 'cafe');
    await counted(page, '1 of 4');
    // “ca” is as often there as the whole word.
    await page.waitForFunction(() => [...(CSS.highlights.get('manicule-hit-now') ?? [])].join() === 'Café');
    await page.waitForFunction(() => CSS.highlights.get('manicule-hit')?.size === 2);
    assert.deepEqual(await painted(page), [['café', 'cafe'], ['Café']], 'The one far below is not painted.');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Shift');
    await counted(page, '4 of 4');
    await page.waitForFunction(() => [...(CSS.highlights.get('manicule-hit-now') ?? [])].join() === 'CAFE');
    await page.waitForFunction(() => scrollY > 500);
    await page.keyboard.press('Enter');
    await counted(page, '1 of 4');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.id === 'article');
    await page.waitForFunction(() => !CSS.highlights.get('manicule-hit')?.size);
    assert.deepEqual(await painted(page), [[], []]);
    await look(page, 'xyzzy');
    await counted(page, 'Not in the article');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('whole words, entities of a name, and notes that say it', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await selectText(page, 'Sunday');
    await press(page, 'button', 'Note');
    await page.keyboard.type('Was the café ever full?');
    await page.keyboard.press('Escape');
    await look(page, 'cafe');
    await byRole(page, 'button', 'Was the café ever full?');
    await (await byRole(page, 'combobox', 'How to search')).select('words');
    await counted(page, '3 of 3');
    await page.focus('#find-input');
    await inFirst(page, '#find-input', (input) => /** @type {HTMLInputElement} */ (input).select());
    await page.keyboard.type('lis');
    await counted(page, 'Not in the article');
    await (await byRole(page, 'combobox', 'How to search')).select('entities');
    await counted(page, '1 of 1');
    await press(page, 'button', 'Close the search');
    await look(page, 'ever full');
    await press(page, 'button', 'Was the café ever full?');
    await page.waitForFunction(() => document.querySelector('li.note.active'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('axe has no complaint, on a phone the box comes by a button', async () => {
    for (const dark of [false, true])
      for (const width of [1440, 390]) {
        const { page, context } = await freshPage(session, { dark, width });
        if (width === 390) await press(page, 'button', 'Search');
        else await page.focus('#find-input');
        await page.waitForFunction(() => document.querySelector('.find.ready'));
        await page.keyboard.type('cable');
        await counted(page, '1 of 5');
        await check(page, `search, ${width}, ${dark ? 'dark' : 'light'}`);
        await context.close();
      }
  });
});
