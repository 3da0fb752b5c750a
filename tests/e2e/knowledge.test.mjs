/** What the card knows beyond a name: where, what it may stand for, what else it is called, what it said. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  freshPage,
  has,
  inFirst,
  openText,
  press,
  said,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nMarch 14, 2024\n\nChinese President Xi Jinping said the harbour is open. “It is large,” ' +
  'he added.\n\nThe Chinese president later left. Traders asked Beijing for more, and China gave it.';

/** The words of the card of the first mention of these words. @param {Page} page @param {string} words */
async function cardText(page, words) {
  await (await byRole(page, 'button', words)).click();
  await byRole(page, 'dialog', words);
  return inFirst(page, '[role=dialog].card', (node) => (node.textContent ?? '').replace(/\s+/g, ' '));
}

describe(`what the card knows in ${browserName}`, () => {
  test('a person: what the article calls him and what he said, with a way there', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    const words = await cardText(page, 'Xi Jinping');
    for (const part of ['called The Chinese president', 'the harbour is open', '“It is large,”'])
      assert.ok(words.includes(part), `${part}: ${words}`);
    await press(page, 'button', '“It is large,”');
    assert.equal(await has(page, 'dialog', 'Xi Jinping'), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('a capital: where it is, and that it may stand for its country, which the reader decides', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    const words = await cardText(page, 'Beijing');
    for (const part of ['City in China (CN)', '39.9° N 116.4° E', 'may stand for China'])
      assert.ok(words.includes(part), `${part}: ${words}`);
    await press(page, 'button', 'Same as China');
    await said(page, 'Joined');
    await page.keyboard.press('Escape');
    await (await byRole(page, 'button', 'Beijing')).click();
    await byRole(page, 'dialog', 'China');
    assert.deepEqual(problems, []);
    await context.close();
  });
});
