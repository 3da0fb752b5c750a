/** Every action by name, and keys that the reader binds. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  freshPage,
  has,
  openText,
  painted,
  press,
  said,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday. Ships came to Lisbon from Porto after a long wait.';

/** @param {Page} page */
async function everything(page) {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await byRole(page, 'combobox', 'Everything');
}

/** The words of the option that Enter would take. @param {Page} page */
const chosen = (page) =>
  page.evaluate(() => {
    const input = document.querySelector('[role=combobox]');
    return document.getElementById(input?.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
  });

/** @param {Page} page @param {string} words */
const chosenIs = (page, words) =>
  page.waitForFunction(
    (wanted) => {
      const input = document.querySelector('[role=combobox]');
      const id = input?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.textContent?.startsWith(wanted);
    },
    {},
    words,
  );

describe(`the palette, in ${browserName}`, () => {
  test('a command, an entity, a heading, a note and an article by some of their letters', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await selectText(page, 'a long wait');
    await everything(page);
    await page.keyboard.type('highl gre');
    await chosenIs(page, 'Highlight in green');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => CSS.highlights.get('manicule-green')?.size === 1);
    assert.deepEqual(await painted(page, 'green'), ['a long wait'], 'The selection was kept.');

    await everything(page);
    await page.keyboard.type('PÓRT');
    await chosenIs(page, 'Porto');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Porto');
    await page.keyboard.press('Escape');

    await everything(page);
    await page.keyboard.type('long wait');
    await chosenIs(page, '“a long wait”');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('li.note.active'));

    await everything(page);
    await page.keyboard.type('lisbon rabat');
    await chosenIs(page, 'Lisbon and Rabat');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('#article h1')?.textContent?.startsWith('Lisbon and'),
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the arrows walk, Escape leaves, nothing is found plainly, and axe has no complaint', async () => {
    for (const dark of [false, true])
      for (const width of [1440, 390]) {
        const { page, context } = await freshPage(session, { dark, width });
        await everything(page);
        const first = await chosen(page);
        await page.keyboard.press('ArrowDown');
        assert.notEqual(await chosen(page), first);
        await page.keyboard.press('ArrowUp');
        assert.equal(await chosen(page), first);
        await check(page, `palette, ${width}, ${dark ? 'dark' : 'light'}`);
        await page.keyboard.type('qqqxx');
        await page.waitForFunction(
          () => document.querySelector('.everything [role=status]')?.textContent === 'Nothing found',
        );
        await page.keyboard.press('Escape');
        await page.waitForFunction(() => !document.querySelector('dialog[open]'));
        await context.close();
      }
  });
});

describe(`the map of keys, in ${browserName}`, () => {
  test('a key is changed, a conflict is said, and all go back to what they were', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await page.focus('#article');
    await page.keyboard.press('?');
    await byRole(page, 'dialog', 'Keys');
    await check(page, 'map of keys');
    await press(page, 'button', 'Change the key of “Lines under entities on or off”');
    await page.keyboard.press('t');
    await page.waitForFunction(() =>
      document.querySelector('dialog.keys [role=status]')?.textContent?.includes('t is the key of “Tag”'),
    );
    await press(page, 'button', 'Use it here');
    await page.keyboard.press('Escape');
    await page.focus('#article');
    await page.keyboard.press('t');
    await said(page, 'Lines off');
    await page.keyboard.press('e');
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('#article .mention').length === 0);
    await page.focus('#article');
    await page.keyboard.press('t');
    await said(page, 'Lines on');

    await page.keyboard.press('?');
    await byRole(page, 'dialog', 'Keys');
    assert.equal(await has(page, 'button', 'As it was: “Tag” on its first key'), true);
    await press(page, 'button', 'All keys as they were');
    await page.keyboard.press('Escape');
    await page.focus('#article');
    await page.keyboard.press('e');
    await said(page, 'Lines off');
    assert.deepEqual(problems, []);
    await context.close();
  });
});
