/** axe finds nothing to say of any view, as picture and as table, empty and full, in both themes. */
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import { browserName, freshPage, openText, press, sharedBrowser } from './support.mjs';

const session = sharedBrowser();

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
          await page.$eval(`${content}, .spot`, (node) =>
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
});
