/** Who said what, and the way to where it stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { browserName, freshPage, inAll, inFirst, openText, press, sharedBrowser } from './support.mjs';

const session = await sharedBrowser();

const story = `Harbour opens

“It is large,” said Maria Osei. Karim Lind said that the harbour was late. “It will pay,” Osei added.`;

describe(`the quotations in ${browserName}`, () => {
  test('each stands under its speaker, in their words or reported, and leads to the text', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await press(page, 'button', 'Quotes');
    await page.waitForSelector('.speaker');
    const speakers = () =>
      inAll(page, '.speaker', (all) =>
        all.map((it) => [
          it.getAttribute('aria-label'),
          ...[...it.querySelectorAll('.quotation')].map((quotation) => quotation.textContent),
        ]),
      );
    assert.deepEqual(await speakers(), [
      ['Maria Osei', '“It is large,”', '“It will pay,”'],
      ['Karim Lind', 'the harbour was late'],
    ]);
    await page.select('label.choice select', 'indirect');
    assert.deepEqual(await speakers(), [['Karim Lind', 'the harbour was late']]);
    await page.click('.quotation');
    assert.equal(await inFirst(page, '#article', (node) => /** @type {HTMLElement} */ (node).hidden), false);
    await press(page, 'button', 'Maria Osei');
    await press(page, 'button', 'Show among the quotes');
    await page.waitForSelector('.speaker');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the place in the text is kept', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, `${story}\n\n${'It rained all day long and nobody came. '.repeat(400)}`);
    await page.evaluate(() => window.scrollTo({ top: 700, behavior: 'instant' }));
    await press(page, 'button', 'Quotes');
    await page.waitForSelector('.speaker');
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await press(page, 'button', 'Read');
    assert.equal(await page.evaluate(() => window.scrollY), 700);
    await context.close();
  });

  test('an article in which nobody speaks says so', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nIt opened.');
    await press(page, 'button', 'Quotes');
    const words = await page.waitForSelector('.view .nothing');
    assert.match((await words?.evaluate((node) => node.textContent)) ?? '', /Nobody is quoted/);
    await context.close();
  });
});
