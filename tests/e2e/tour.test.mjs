/** The tour: offered once, skipped at any step, found again. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  has,
  inAll,
  press,
  said,
  sharedBrowser,
} from './support.mjs';

const session = await sharedBrowser();

describe(`the tour, in ${browserName}`, () => {
  test('four steps, there and back, and it is not offered again', async () => {
    const { page, context, problems } = await freshPage(session);
    await press(page, 'button', 'Show me round');
    await byRole(page, 'heading', 'The machine underlines');
    assert.equal(await inAll(page, '.toured', (all) => all.length), 1);
    await press(page, 'button', 'Next');
    await byRole(page, 'heading', 'You mark');
    await press(page, 'button', 'Back');
    await byRole(page, 'heading', 'The machine underlines');
    for (const title of ['You mark', 'Everything has a name', 'It stays with you']) {
      await press(page, 'button', 'Next');
      await byRole(page, 'heading', title);
    }
    await press(page, 'button', 'Done');
    await said(page, 'The tour is in the palette');
    assert.equal(await inAll(page, '.toured', (all) => all.length), 0);
    await page.reload();
    await entitiesVisible(page);
    assert.equal(await has(page, 'button', 'Show me round'), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('Escape skips it, the palette finds it again, axe has no complaint', async () => {
    for (const dark of [false, true])
      for (const width of [1440, 390]) {
        const { page, context } = await freshPage(session, { dark, width });
        await page.keyboard.down('Control');
        await page.keyboard.press('k');
        await page.keyboard.up('Control');
        await byRole(page, 'combobox', 'Everything');
        await page.keyboard.type('tour');
        await page.keyboard.press('Enter');
        await byRole(page, 'dialog', 'Tour');
        await check(page, `tour, ${width}, ${dark ? 'dark' : 'light'}`);
        await page.keyboard.press('Escape');
        await page.waitForFunction(() => !document.querySelector('dialog.tour'));
        await context.close();
      }
  });
});
