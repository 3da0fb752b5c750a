/** Notes narrowed down by kind, place and time, and changed together by choice. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  freshPage,
  inAll,
  inFirst,
  openText,
  painted,
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

/** The passages of the notes that are shown. @param {Page} page */
const shown = (page) =>
  inAll(page, 'li.note:not([hidden]) .note-head .passage', (all) => all.map((node) => node.textContent));

/** @param {Page} page @param {string} name @param {string} option */
async function choose(page, name, option) {
  const select = await byRole(page, 'combobox', name);
  const value = await select.evaluate(
    (node, words) =>
      [.../** @type {HTMLSelectElement} */ (node).options].find((it) => it.text === words)?.value ?? '',
    option,
  );
  await select.select(value);
}

describe(`sorting notes, in ${browserName}`, () => {
  test('by kind, place and time, and those that are chosen change together', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    for (const quote of ['opened on Monday', 'Ships came', 'a long wait']) {
      await selectText(page, quote);
      await press(page, 'button', 'Highlight yellow');
    }
    await press(page, 'button', 'Note on the article');
    await page.keyboard.type('Too short.');
    await page.keyboard.press('Escape');
    await saved(page);
    assert.equal((await shown(page)).length, 4);

    await page.click('.more-filters summary');
    await choose(page, 'Kind', 'Notes');
    assert.deepEqual(await shown(page), ['the article']);
    await choose(page, 'Kind', 'Any kind');
    await choose(page, 'Place', 'In their place');
    assert.equal((await shown(page)).length, 3);
    await choose(page, 'Place', 'Any place');
    /** @param {string} name @param {string} day */
    const day = async (name, day) =>
      inFirst(
        page,
        `[aria-label="${name}"]`,
        (node, value) => {
          /** @type {HTMLInputElement} */ (node).value = value;
          node.dispatchEvent(new Event('change'));
        },
        day,
      );
    await day('Changed on this day or before', '2020-01-01');
    assert.deepEqual(await shown(page), []);
    await day('Changed on this day or before', '');
    await day('Changed on this day or later', '2020-01-01');
    assert.equal((await shown(page)).length, 4);
    await day('Changed on this day or later', '');

    await page.click('.bulk summary');
    await page.waitForFunction(() => document.querySelector('.notes.choosing'));
    await check(page, 'notes with their boxes');
    for (const quote of ['“Ships came”', '“a long wait”'])
      await (await byRole(page, 'checkbox', `Choose ${quote}`)).click();
    await page.waitForFunction(
      () => document.querySelector('.bulk summary')?.textContent === 'Change 2 chosen',
    );
    await press(page, 'button', 'Red for all shown');
    await said(page, '2 notes changed');
    assert.deepEqual((await painted(page, 'red')).sort(), ['Ships came', 'a long wait']);
    assert.deepEqual(await painted(page, 'yellow'), ['opened on Monday']);
    await page.focus('#article');
    await page.keyboard.press('z');
    await page.waitForFunction(() => CSS.highlights.get('manicule-yellow')?.size === 3);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
