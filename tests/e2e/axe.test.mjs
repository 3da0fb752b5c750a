/** axe finds nothing to say of any screen, in both themes, on a desktop and on a phone. */
import { after, before, describe, test } from 'node:test';

import { browserName, byRole, freshPage, launch, openText, press, saved, selectText } from './support.mjs';
import { check } from './accessible.mjs';

/** @type {Awaited<ReturnType<typeof launch>>} */
let session;
before(async () => {
  session = await launch();
});
after(() => session.close());

describe(`accessibility in ${browserName}`, () => {
  for (const dark of [false, true]) {
    for (const [width, height] of /** @type {[number, number][]} */ ([
      [1440, 900],
      [390, 844],
    ])) {
      test(`${dark ? 'dark' : 'light'} at ${width} px`, async (t) => {
        if (dark && browserName === 'firefox') {
          // Firefox takes the theme from the app's own switch: it has no way to be told a preference.
          t.diagnostic('the theme is chosen by the switch');
        }
        const { page, context } = await freshPage(session, {
          width,
          height,
          dark: dark && browserName === 'chromium',
        });
        if (dark && browserName === 'firefox') {
          await page.select('#theme', 'dark');
        }
        await check(page, 'the sample');
        await openText(
          page,
          'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait. Ships came from Porto.',
        );
        await selectText(page, 'after a long wait');
        await check(page, 'with the toolbar');
        await press(page, 'button', 'Highlight yellow');
        await saved(page);
        await selectText(page, 'Ships came from');
        await press(page, 'button', 'Note');
        await check(page, 'while a note is written');
        await page.keyboard.type('A **note**.');
        await page.keyboard.press('Escape');
        await saved(page);
        await check(page, 'with a note');
        const bulk = await page.waitForSelector('summary::-p-text(Change all 2 shown)');
        await bulk?.click();
        await check(page, 'with what is done to all shown');
        await press(page, 'button', 'Colours…');
        await byRole(page, 'dialog', 'Colours and templates');
        await check(page, 'with the dialog Colours and templates');
        await page.keyboard.press('Escape');
        if (width < 1100 && (await page.$('::-p-aria([name="Close notes"][role="button"])'))) {
          await press(page, 'button', 'Close notes');
        }
        await press(page, 'button', 'Lisbon');
        await check(page, 'with a card');
        await press(page, 'button', 'Type…');
        await check(page, 'with the types');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        for (const [opener, dialog] of [
          ['Paste, drop or open an article', 'Open an article'],
          [width < 1100 ? 'Articles' : 'Articles Harbour opens', 'Articles'],
          ['Export', 'Export and import'],
        ]) {
          await press(page, 'button', /** @type {string} */ (opener));
          await byRole(page, 'dialog', /** @type {string} */ (dialog));
          await check(page, `with the dialog ${dialog}`);
          await page.keyboard.press('Escape');
        }
        await page.keyboard.press('?');
        await byRole(page, 'dialog', 'Keys');
        await check(page, 'with the dialog Keys');
        await context.close();
      });
    }
  }
});
