/** Notes in the margin: overlapping, filtered, found from both sides, edited in two tabs, on a phone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  freshPage,
  inAll,
  inFirst,
  margin,
  openText,
  painted,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nOn Monday the old harbour was opened again after a long wait, and ships came in.';

/** @param {import('puppeteer-core').Page} page @param {string} quote @param {string} words @param {string} [tag] */
async function write(page, quote, words, tag) {
  await selectText(page, quote);
  await press(page, 'button', 'Note');
  await (await byRole(page, 'textbox', `Note on “${quote}”`)).click();
  await page.keyboard.type(words);
  if (tag !== undefined) {
    await (await byRole(page, 'textbox', `Tags of “${quote}”`)).click();
    await page.keyboard.type(tag);
  }
  await press(page, 'button', `Done with “${quote}”`);
  await saved(page);
}

describe(`notes in ${browserName}`, () => {
  test('a press that begins on a name selects, and no card comes in between', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    const name = await page.waitForSelector('#article .mention');
    const box = await name?.boundingBox();
    assert.ok(box);
    const { x, y, width, height } = box;
    await page.mouse.move(x + 2, y + height / 2);
    await page.mouse.down();
    // Longer than a pointer has to rest on a name for its card.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    assert.equal(await page.$('.card:not(dialog)'), null);
    await page.mouse.move(x + width + 60, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await byRole(page, 'toolbar', 'Selection');
    assert.equal(await page.$('.card:not(dialog)'), null);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('marks that overlap show that they do, and each is reached', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    for (const [quote, colour] of [
      ['opened again after', 'Highlight yellow'],
      ['after a long wait', 'Highlight blue'],
    ]) {
      await selectText(page, /** @type {string} */ (quote));
      await press(page, 'button', /** @type {string} */ (colour));
      await saved(page);
    }
    assert.deepEqual(await painted(page, 'overlap'), ['after']);
    await selectText(page, 'after');
    const middle = await page.evaluate(() => {
      const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
      getSelection()?.removeAllRanges();
      return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
    });
    await page.mouse.click(middle.x, middle.y);
    await byRole(page, 'dialog', '2 marks here');
    await press(page, 'button', 'Delete “after a long wait”');
    await said(page, 'removed');
    assert.deepEqual(await painted(page, 'blue'), []);
    assert.deepEqual(await painted(page, 'yellow'), ['opened again after']);
    await press(page, 'button', 'Undo');
    await page.waitForFunction(() => CSS.highlights.get('manicule-blue')?.size === 1);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('of a long article what is near the window alone is painted, and what is far is known all the same', async () => {
    const { page, context, problems } = await freshPage(session);
    const calm = Array.from(
      { length: 900 },
      (_, at) => `Line ${at} of the log says that nothing was seen at sea that day.`,
    );
    await openText(
      page,
      ['A long log', 'The first watch began.', ...calm, text.split('\n\n')[1]].join('\n\n'),
    );
    const size = (/** @type {string} */ colour) =>
      page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `manicule-${colour}`);
    const until = (/** @type {string} */ colour, /** @type {number} */ count) =>
      page.waitForFunction(
        (name, all) => (CSS.highlights.get(name)?.size ?? 0) === all,
        {},
        `manicule-${colour}`,
        count,
      );
    for (const [quote, colour] of /** @type {const} */ ([
      ['opened again after', 'yellow'],
      ['after a long wait', 'blue'],
    ])) {
      await selectText(page, quote);
      await press(page, 'button', `Highlight ${colour}`);
      await saved(page);
    }
    assert.deepEqual([await size('yellow'), await size('blue')], [1, 1]);
    await selectText(page, 'first watch');
    await press(page, 'button', 'Highlight green');
    await until('green', 1);
    await until('yellow', 0);
    // Neither the marks nor that they overlap are forgotten.
    const merges = await inAll(page, 'aside li.note', (all) =>
      all.map((note) => [...note.querySelectorAll('button')].some((it) => it.textContent === 'Merge')),
    );
    assert.deepEqual(merges, [false, true, true]);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until('yellow', 1);
    await until('green', 0);
    assert.deepEqual(await painted(page, 'overlap'), ['after']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the filter finds by text and by tag', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await write(page, 'old harbour', 'How old is it?', 'question');
    await write(page, 'ships came in', 'Count them.');
    assert.equal((await margin(page)).length, 2);
    const filter = await byRole(page, 'searchbox', 'Filter notes');
    await filter.click();
    await page.keyboard.type('count');
    const shown = () =>
      inAll(page, 'aside li.note', (all) =>
        all.filter((node) => node.checkVisibility()).map((node) => node.textContent),
      );
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('aside li.note')].filter((node) => node.checkVisibility()).length === 1,
    );
    assert.ok((await shown())[0]?.includes('Count them.'));
    await filter.click({ count: 3 });
    await page.keyboard.press('Backspace');
    await page.select('select[aria-label="Tag"]', 'question');
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('aside li.note')].filter((node) => node.checkVisibility()).length === 1,
    );
    assert.ok((await shown())[0]?.includes('How old is it?'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('on a phone a press on the article puts the sheet of notes away, and the card comes alone', async () => {
    const { page, context, problems } = await freshPage(session, { width: 390, height: 844 });
    await openText(page, text);
    await press(page, 'button', 'Notes');
    const isUp = () => inFirst(page, '#notes', (node) => node.classList.contains('open'));
    assert.equal(await isUp(), true);
    await (await byRole(page, 'button', 'Monday')).click();
    await page.waitForSelector('[role=dialog].card.sheet');
    assert.equal(await isUp(), false);
    // So does the key that comes to the next name.
    await page.keyboard.press('Escape');
    await press(page, 'button', 'Notes');
    assert.equal(await isUp(), true);
    await (await byRole(page, 'article', 'Article')).focus();
    await page.keyboard.press('Tab');
    await page.waitForSelector('[role=dialog].card.sheet');
    assert.equal(await isUp(), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('two tabs that write into the same note lose neither text', async () => {
    const { page: one, context } = await freshPage(session);
    await openText(one, text);
    await write(one, 'old harbour', 'Start.');
    const { page: two } = await freshPage(session, { context });
    await two.bringToFront();
    await press(two, 'button', 'Edit note on “old harbour”');
    const second = await byRole(two, 'textbox', 'Note on “old harbour”');
    await one.bringToFront();
    await press(one, 'button', 'Edit note on “old harbour”');
    await (await byRole(one, 'textbox', 'Note on “old harbour”')).click();
    await one.keyboard.type(' From the first tab.');
    await saved(one);
    await two.bringToFront();
    await second.click();
    await two.keyboard.type(' From the second tab.');
    await saved(two);
    const kept = await two.evaluate(() => Object.values(localStorage).join('\n'));
    assert.ok(kept.includes('From the first tab.') && kept.includes('From the second tab.'), kept);
    await context.close();
  });
});
