/** “About speed”: what the reader's own machine makes of the open article, measured on the spot and said in words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import { browserName, byRole, freshPage, press, sharedBrowser } from './support.mjs';

const session = await sharedBrowser();

describe(`about speed in ${browserName}`, () => {
  for (const [dark, width] of /** @type {[boolean, number][]} */ ([
    [false, 1440],
    [true, 390],
  ])) {
    test(`${dark ? 'dark' : 'light'} at ${width} px`, async () => {
      const { page, context, problems } = await freshPage(session, { dark, width });
      await page.keyboard.down('Control');
      await page.keyboard.press('k');
      await page.keyboard.up('Control');
      await byRole(page, 'combobox', 'Everything');
      await page.keyboard.type('About speed');
      await page.waitForFunction(() =>
        /^About speed/.test(document.querySelector('[role=option][aria-selected=true]')?.textContent ?? ''),
      );
      await page.keyboard.press('Enter');
      const dialog = await byRole(page, 'dialog', 'About speed');
      await check(page, 'while speed is measured');
      await page.waitForFunction(() => /measured just now/.test(document.body.textContent ?? ''), {
        timeout: 60_000,
      });
      const said = await dialog.$$eval('li', (items) => items.map((item) => item.textContent ?? ''));
      const expected = [
        /^This article has [\d,]+ words\.$/,
        /text stood there after [\d.,]+ ms/,
        /names were underlined after [\d.,]+ ms/,
        /^Finding its names.* takes [\d.,]+ ms here: [\d,]+ words in a second\.$/,
        /^Finding the marks at a place, of 0, takes [\d.,]+ millionths/,
        /^The screen is drawn every [\d.,]+ ms\.$/,
        /holds [\d.,]+ MB of memory/,
      ];
      assert.equal(said.length, expected.length, said.join('\n'));
      expected.forEach((pattern, index) => assert.match(said[index] ?? '', pattern));
      await check(page, 'with what was measured');
      await press(page, 'button', 'Close');
      await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
});
