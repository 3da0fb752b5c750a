/** axe finds nothing to say of any view, as picture and as table, empty and full, in both themes. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import { browserName, freshPage, inFirst, openText, press, sharedBrowser } from './support.mjs';

const session = await sharedBrowser();

const VIEWS = /** @type {const} */ ([
  ['Timeline', '.picture .bar'],
  ['Network', '.picture .dot'],
  ['Map', '.picture .land'],
  ['Quotes', '.speaker'],
]);

describe(`accessibility of the views in ${browserName}`, () => {
  for (const dark of [false, true])
    for (const [width, height] of /** @type {[number, number][]} */ ([
      [1440, 900],
      [390, 844],
    ]))
      test(`${dark ? 'dark' : 'light'} at ${width} px`, async () => {
        const { page, context } = await freshPage(session, { width, height, dark });
        for (const [name, content] of VIEWS) {
          await press(page, 'button', name);
          await page.waitForSelector(content);
          await check(page, `the view ${name}`);
          if (name === 'Quotes') continue;
          await inFirst(page, `${content}, .spot`, (node) =>
            node.dispatchEvent(new MouseEvent('click', { bubbles: true })),
          );
          if (name !== 'Map') await check(page, `the view ${name} with passages`);
          await press(page, 'button', 'Table');
          await page.waitForSelector('.see-table');
          await check(page, `the view ${name} as a table`);
          await press(page, 'button', 'Picture');
        }
        await openText(page, 'Harbour opens\n\nIt opened.');
        for (const [name] of VIEWS) {
          await press(page, 'button', name);
          await page.waitForSelector('.view .nothing');
          await check(page, `the view ${name} of an article without any`);
        }
        await context.close();
      });

  const skip = browserName === 'firefox' ? 'Firefox has no way to be told that colours are forced.' : false;
  test('where colours are forced, what is chosen stands out from what is not', { skip }, async () => {
    const { page, context } = await freshPage(session);
    const colours = await page.createCDPSession();
    const features = [{ name: 'forced-colors', value: 'active' }];
    await colours.send('Emulation.setEmulatedMedia', { features });
    await press(page, 'button', 'Network');
    await page.waitForSelector('.picture .dot');
    for (const chosen of [
      '.views [aria-current]',
      '[role=tab][aria-selected=true]',
      '.view-switch [aria-pressed=true]',
    ]) {
      // What a style asks for is not what is painted, but where the style keeps its own colours.
      const found = await inFirst(page, chosen, (node) => {
        const probe = document.body.appendChild(document.createElement('p'));
        probe.style.backgroundColor = 'Highlight';
        const wanted = getComputedStyle(probe).backgroundColor;
        probe.remove();
        const style = getComputedStyle(node);
        return [style.forcedColorAdjust, style.backgroundColor === wanted];
      });
      assert.deepEqual(found, ['none', true], chosen);
    }
    await context.close();
  });
});
