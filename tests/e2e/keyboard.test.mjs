/** The main loop without a mouse. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  freshPage,
  has,
  inAll,
  margin,
  openText,
  painted,
  said,
  saved,
  sharedBrowser,
} from './support.mjs';

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday. Ships came to Lisbon from Porto after a long wait.';

/** @param {import('puppeteer-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** @param {import('puppeteer-core').Page} page @param {string} key */
async function shift(page, key) {
  await page.keyboard.down('Shift');
  await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
  await page.keyboard.up('Shift');
}

describe(`the keyboard alone, in ${browserName}`, () => {
  test('to an entity, its card, its next mention, and back', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await page.focus('#article');
    await page.keyboard.press(']');
    assert.equal(await focused(page), 'Lisbon');
    await byRole(page, 'dialog', 'Lisbon');
    await page.keyboard.press(']');
    assert.equal(await focused(page), 'Monday');
    await page.keyboard.press('[');
    await page.keyboard.press('n');
    assert.equal(await focused(page), 'Lisbon');
    await page.keyboard.press(']');
    assert.equal(await focused(page), 'Porto', 'It was the second Lisbon.');
    await page.keyboard.press('Enter');
    assert.equal(
      await page.evaluate(() => document.activeElement?.closest('[role=dialog]')?.getAttribute('aria-label')),
      'Porto',
    );
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'Porto', 'Escape gives the focus back.');
    assert.equal(await has(page, 'dialog', 'Porto'), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('select, mark, note, undo and redo', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await page.focus('#article');
    await page.keyboard.press(']');
    await byRole(page, 'dialog', 'Lisbon');
    assert.equal(await focused(page), 'Lisbon');
    await page.keyboard.press('Escape');
    for (let letter = 0; letter < 'Lisbon opened'.length; letter++) await shift(page, 'ArrowRight');
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    assert.ok(selected.startsWith('Lisbon') && selected.length > 'Lisbon'.length, selected);
    await page.keyboard.press('2');
    await saved(page);
    const [green] = await painted(page, 'green');
    assert.equal(green, selected);
    await page.keyboard.press('z');
    await said(page, 'Undone');
    assert.deepEqual(await painted(page, 'green'), []);
    await page.keyboard.down('Control');
    await shift(page, 'z');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => CSS.highlights.get('manicule-green')?.size === 1);

    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await byRole(page, 'textbox', `Note on “${selected}”`);
    await page.keyboard.type('jkz 12 stay letters');
    await page.keyboard.press('Escape');
    await saved(page);
    assert.equal((await margin(page))[0]?.note, 'jkz 12 stay letters');
    assert.equal((await painted(page, 'green')).length, 1, 'No letter of the note was taken for a key.');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('find, select by the caret, mark, write and take along, all by keys', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await page.focus('#article');
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.querySelector('.find.ready'));
    await page.keyboard.type('ships');
    await page.waitForFunction(() => document.querySelector('.find-count')?.textContent === '1 of 1');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.id === 'article');
    await page.keyboard.press('c');
    await said(page, 'Caret on');
    await page.keyboard.down('Control');
    await shift(page, 'ArrowRight');
    await shift(page, 'ArrowRight');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => getSelection()?.toString() === 'Ships came');
    await page.keyboard.press('m');
    await byRole(page, 'textbox', 'Note on “Ships came”');
    await page.keyboard.type('How many?');
    await page.keyboard.press('Escape');
    await saved(page);
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await byRole(page, 'combobox', 'Everything');
    await page.keyboard.type('export and');
    await page.keyboard.press('Enter');
    await byRole(page, 'dialog', 'Export and import');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Download');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the map of keys, and letters that rest when asked to', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await page.focus('#article');
    await page.keyboard.press('e');
    await page.waitForFunction(() => document.querySelectorAll('#article .mention').length === 0);
    await page.keyboard.press('e');
    await page.waitForFunction(() => document.querySelectorAll('#article .mention').length === 4);
    await page.keyboard.press('?');
    await byRole(page, 'dialog', 'Keys');
    await (await byRole(page, 'checkbox', 'Single-letter keys')).click();
    await page.keyboard.press('Escape');
    await page.focus('#article');
    await page.keyboard.press('e');
    await page.keyboard.press('Tab');
    assert.equal(await inAll(page, '#article .mention', (all) => all.length), 4);
    await context.close();
  });
});
