/** Relations between passages and entities: made, named, drawn, renamed, taken back, exported. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  freshPage,
  has,
  openText,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday. Ships came to Lisbon from Porto after a long wait.';

/** What the store keeps of the relation. @param {Page} page */
const stored = (page) =>
  page.evaluate(() => {
    const raw = Object.entries(localStorage).find(
      ([key, value]) => key.startsWith('manicule/note/') && value.includes('"linking"'),
    );
    return raw?.[1] ?? '';
  });

describe(`relations, in ${browserName}`, () => {
  test('two passages are linked, named, drawn, renamed and deleted, and each step is taken back', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await selectText(page, 'a long wait');
    await press(page, 'button', 'Link…');
    await selectText(page, 'opened on Monday');
    await press(page, 'button', 'Link “a long wait” to this');
    await byRole(page, 'textbox', 'Name of the relation “a long wait” – “opened on Monday”');
    await page.keyboard.type('expl');
    await byRole(page, 'option', 'explains');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await saved(page);
    await byRole(page, 'button', '“a long wait” explains “opened on Monday”');
    assert.match(await stored(page), /"value":"explains"/);

    await page.focus('#article');
    await page.keyboard.press('l');
    await said(page, '1 link drawn');
    await page.waitForFunction(() => document.querySelector('.relations text')?.textContent === 'explains');
    const reaches = await page.evaluate(() => {
      const path = document.querySelector('.relation path')?.getBoundingClientRect();
      const line = [...document.querySelectorAll('#article p')].at(-1)?.getBoundingClientRect();
      return path && line && path.width > 40 && path.bottom > line.top - 30 && path.top < line.bottom;
    });
    assert.equal(reaches, true, 'The line is drawn where the words are.');
    await check(page, 'relations drawn');

    await press(page, 'button', 'Edit note on “a long wait” explains “opened on Monday”');
    const name = await byRole(page, 'textbox', 'Name of the relation “a long wait” – “opened on Monday”');
    await name.evaluate((node) => /** @type {HTMLInputElement} */ (node).select());
    await page.keyboard.type('delays');
    await page.keyboard.press('Escape');
    await saved(page);
    await page.waitForFunction(() => document.querySelector('.relations text')?.textContent === 'delays');
    await page.focus('#article');
    await page.keyboard.press('z');
    await page.waitForFunction(() => document.querySelector('.relations text')?.textContent !== 'delays');
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('.relation').length === 1);
    await page.click('li.note .ends button');
    await page.focus('#article');
    await page.keyboard.press('Delete');
    await page.waitForFunction(() => document.querySelectorAll('.relation').length === 0);
    await page.keyboard.press('z');
    await page.waitForFunction(() => document.querySelectorAll('.relation').length === 1);
    await page.keyboard.press('l');
    await page.waitForFunction(() => document.querySelector('.relations')?.hasAttribute('hidden'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('two entities are linked by keys alone', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await page.focus('#article');
    await page.keyboard.press(']');
    await page.keyboard.press('r');
    await said(page, 'Select the passage for “Lisbon”');
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await page.keyboard.press('r');
    await byRole(page, 'textbox', 'Name of the relation “Lisbon” – “Porto”');
    await page.keyboard.type('trades with');
    await page.keyboard.press('Escape');
    await saved(page);
    assert.equal(await has(page, 'button', '“Lisbon” trades with “Porto”'), true);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
