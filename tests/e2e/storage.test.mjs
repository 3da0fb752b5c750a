/** Nothing a reader wrote is lost: full storage, two tabs, corrupt records, newer versions, a closed tab. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import {
  browserName,
  byRole,
  downloaded,
  entitiesVisible,
  freshPage,
  insert,
  launch,
  margin,
  openText,
  painted,
  press,
  saved,
  selectText,
} from './support.mjs';

/** @type {Awaited<ReturnType<typeof launch>>} */
let session;
before(async () => {
  session = await launch();
});
after(() => session.close());

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait. Ships came from Porto and Vigo.';

/** @param {import('puppeteer-core').Page} page @param {string} quote @param {string} words */
async function note(page, quote, words) {
  await selectText(page, quote);
  await press(page, 'button', 'Note');
  const box = await byRole(page, 'textbox', `Note on “${quote}”`);
  await box.click();
  await page.keyboard.type(words);
  return box;
}

/** Fills localStorage to the last character. @param {import('puppeteer-core').Page} page */
async function fill(page) {
  await page.evaluate(() => {
    for (let size = 1 << 20, at = 0; size >= 1;) {
      try {
        localStorage.setItem(`filler/${at}`, 'x'.repeat(size));
        at += 1;
      } catch {
        size = size > 1 ? Math.floor(size / 2) : 0;
      }
    }
  });
}

describe(`storage in ${browserName}`, () => {
  test('a full disk in the middle of a note keeps the text, says so, and offers it as a file', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    const box = await note(page, 'after a long wait', 'A first thought.');
    await saved(page);
    await fill(page);
    await box.click();
    await page.keyboard.press('End');
    // More than is gained when the history makes room.
    const more = ` And ${'a much longer second thought '.repeat(1000)}`;
    await insert(page, more);
    await page.waitForFunction(() =>
      document.querySelector('#saved')?.textContent?.includes('storage is full'),
    );
    const typed = await box.evaluate((node) => /** @type {HTMLTextAreaElement} */ (node).value);
    assert.equal(typed, `A first thought.${more}`, 'The field still has every word.');
    const file = await downloaded(session.downloads, () => press(page, 'button', 'Export now'));
    assert.ok(file.text.includes('a much longer second thought'), 'The file has what could not be saved.');
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('filler/')) localStorage.removeItem(key);
    });
    await press(page, 'button', 'Edit note on “after a long wait”');
    const again = await byRole(page, 'textbox', 'Note on “after a long wait”');
    const still = await again.evaluate((node) => /** @type {HTMLTextAreaElement} */ (node).value);
    assert.equal(still, typed, 'Nor does it lose a word when it is left and opened again.');
    await again.click();
    await page.keyboard.type('!');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    const [kept] = await margin(page);
    assert.ok(kept?.note.includes('a much longer second thought'), kept?.note);
    await context.close();
  });

  test('a tab that is closed mid-word has kept the word', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await note(page, 'after a long wait', 'Half a wo');
    await page.close({ runBeforeUnload: false });
    const { page: next } = await freshPage(session, { context });
    const [kept] = await margin(next);
    assert.equal(kept?.note, 'Half a wo');
    await context.close();
  });

  test('two tabs on one article see each other’s marks, and neither overwrites the other', async () => {
    const { page: one, context } = await freshPage(session);
    await openText(one, text);
    const { page: two } = await freshPage(session, { context });
    await one.bringToFront();
    await selectText(one, 'harbour of Lisbon');
    await press(one, 'button', 'Highlight yellow');
    await saved(one);
    await two.bringToFront();
    await two.waitForFunction(() => (CSS.highlights.get('manicule-yellow')?.size ?? 0) === 1);
    await selectText(two, 'Porto and Vigo');
    await press(two, 'button', 'Highlight blue');
    await saved(two);
    await one.bringToFront();
    await one.waitForFunction(() => (CSS.highlights.get('manicule-blue')?.size ?? 0) === 1);
    await one.reload();
    await entitiesVisible(one);
    assert.deepEqual(
      [await painted(one, 'yellow'), await painted(one, 'blue')],
      [['harbour of Lisbon'], ['Porto and Vigo']],
    );
    await context.close();
  });

  test('a corrupt record is set aside and reported, the others are read', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    for (const quote of ['harbour of Lisbon', 'Porto and Vigo']) {
      await selectText(page, quote);
      await press(page, 'button', 'Highlight yellow');
      await saved(page);
    }
    const broken = await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('manicule/note/')) ?? '';
      const cut = (localStorage.getItem(key) ?? '').slice(0, 40);
      localStorage.setItem(key, cut);
      return { key, cut };
    });
    await page.reload();
    await entitiesVisible(page);
    assert.equal((await painted(page, 'yellow')).length, 1);
    await page.waitForFunction(() =>
      /set aside|recover/i.test(document.querySelector('#said')?.textContent ?? ''),
    );
    const recovered = await page.evaluate(() =>
      Object.entries(localStorage).filter(([key]) => key.startsWith('manicule/recovered/')),
    );
    assert.equal(recovered.length, 1);
    assert.ok(recovered[0]?.[0].includes(broken.key));
    assert.ok(
      recovered[0]?.[1].includes(broken.cut) || JSON.parse(recovered[0]?.[1] ?? '""').includes(broken.cut),
    );
    await context.close();
  });

  test('a store written by a newer version is read, not written', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await selectText(page, 'harbour of Lisbon');
    await press(page, 'button', 'Highlight yellow');
    await saved(page);
    await page.evaluate(() => {
      const now = localStorage.getItem('manicule/schema') ?? '';
      localStorage.setItem('manicule/schema', now.replace(/\d+/, '999'));
    });
    const before = await page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
    await page.reload();
    await entitiesVisible(page);
    await page.waitForFunction(() => document.querySelector('#saved')?.textContent?.startsWith('Read only'));
    assert.deepEqual(await painted(page, 'yellow'), ['harbour of Lisbon']);
    assert.equal(await page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort())), before);
    await press(page, 'button', 'Export');
    const file = await downloaded(session.downloads, () => press(page, 'button', 'Download'));
    assert.ok(file.text.includes('harbour of Lisbon'));
    await context.close();
  });

  test('an article too long for localStorage comes back after a reload', async () => {
    const { page, context, problems } = await freshPage(session);
    const long = `A long report\n\n${Array.from({ length: 9000 }, (_, n) => `Paragraph ${n} tells of the ships that came to Lisbon from Porto and Vigo, and of the long wait in the harbour before it opened again to traffic.`).join('\n\n')}`;
    await openText(page, long);
    await selectText(page, 'Paragraph 7 tells');
    await page.keyboard.press('5');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    assert.equal(await page.$eval('#article h1', (node) => node.textContent), 'A long report');
    assert.deepEqual(await painted(page, 'violet'), ['Paragraph 7 tells']);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
