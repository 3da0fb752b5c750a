/** Two articles side by side, and what both name. */
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
  press,
  said,
  saved,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Ferries to Lisbon\n\nA ferry from Porto to Lisbon will run from Monday, said Inês Valadares. Lisbon is glad. Vigo is not asked.';

/** @param {Page} page @param {string} command */
async function run(page, command) {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await byRole(page, 'combobox', 'Everything');
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
}

describe(`comparing, in ${browserName}`, () => {
  test('what both articles name is listed and lit in both', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await run(page, 'compare with another');
    await byRole(page, 'dialog', 'Compare two articles');
    await page.waitForFunction(() => document.querySelectorAll('.compare-side').length === 2);
    const names = await inAll(page, '.compare-shared .everything-name', (all) =>
      all.map((node) => node.textContent),
    );
    assert.deepEqual([...names].sort(), ['Inês Valadares', 'Lisbon', 'Porto']);
    await press(page, 'button', 'Lisbon 3 · 3');
    const lit = await inAll(page, '.compare-side', (sides) =>
      sides.map((side) => [
        ...new Set([...side.querySelectorAll('.lit')].map((node) => node.textContent?.toLowerCase())),
      ]),
    );
    assert.deepEqual(lit, [['lisbon'], ['lisbon']]);
    await press(page, 'button', 'Close');
    await page.waitForFunction(() => !document.querySelector('dialog.compare'));
    assert.equal(
      await inFirst(page, '#article h1', (title) => title.textContent),
      'Ferries to Lisbon',
      'The open article stays open.',
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the other article is compared as its reader corrected it', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(
      page,
      'A train\n\nThe mayor of Lisbon took a train to Porto, and Inês Valadares came to the station.',
    );
    // What the reader makes a person is no place that both name, and who is hidden is not looked for.
    await press(page, 'button', 'Porto');
    await press(page, 'button', 'Type…');
    await press(page, 'button', 'Person');
    await press(page, 'button', 'Edit Inês Valadares');
    await press(page, 'button', 'Hide');
    await saved(page);
    await openText(page, text);
    await run(page, 'compare with another');
    await page.waitForFunction(() => document.querySelectorAll('.compare-side').length === 2);
    const names = await inAll(page, '.compare-shared .everything-name', (all) =>
      all.map((node) => node.textContent),
    );
    assert.deepEqual(names, ['Lisbon']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('without another article it says what to do; axe has no complaint', async () => {
    for (const dark of [false, true])
      for (const width of [1440, 390]) {
        const { page, context } = await freshPage(session, { dark, width });
        if (width === 1440 && !dark) {
          await run(page, 'compare with another');
          await said(page, 'There is no other article yet');
        }
        await openText(page, text);
        await run(page, 'compare with another');
        await page.waitForFunction(() => document.querySelectorAll('.compare-side').length === 2);
        await check(page, `compare, ${width}, ${dark ? 'dark' : 'light'}`);
        await context.close();
      }
  });
});
