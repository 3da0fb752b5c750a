/** Nothing a reader wrote is lost: full storage, two tabs, corrupt records, newer versions, a closed tab. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  downloaded,
  entitiesVisible,
  freshPage,
  inFirst,
  insert,
  margin,
  openText,
  painted,
  press,
  said,
  saved,
  selectText,
  settled,
  sharedBrowser,
} from './support.mjs';

const session = await sharedBrowser({ apart: true });

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

/** Words that do not shrink: Firefox packs what it stores. */
const noise = Array.from({ length: 5000 }, (_, at) => ((at * 2_654_435_761) % 2 ** 32).toString(36)).join(
  ' ',
);

/** Takes away what {@link fill} put there. @param {import('puppeteer-core').Page} page */
async function empty(page) {
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler/')) localStorage.removeItem(key);
  });
}

/** Whether localStorage has these words. @param {import('puppeteer-core').Page} page @param {string} words */
async function stored(page, words) {
  return page.evaluate((wanted) => Object.values(localStorage).some((raw) => raw.includes(wanted)), words);
}

describe(`storage in ${browserName}`, () => {
  test('a full localStorage in the middle of a note overflows into the database, and goes back', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    const box = await note(page, 'after a long wait', 'A first thought.');
    await saved(page);
    await fill(page);
    await box.click();
    await page.keyboard.press('End');
    await insert(page, ` And a much longer second thought ${noise}`);
    await saved(page);
    assert.ok(!(await stored(page, 'a much longer second thought')), 'localStorage has no room for it.');
    await page.reload();
    await entitiesVisible(page);
    await page.waitForFunction(() =>
      document.querySelector('aside li.note')?.textContent?.includes('a much longer second thought'),
    );
    await saved(page);
    await empty(page);
    await press(page, 'button', 'Edit note on “after a long wait”');
    await page.keyboard.type('!');
    await saved(page);
    assert.ok(await stored(page, 'a much longer second thought'), 'There is room for it again.');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('an old text makes room for a note', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, `An old one\n\n${'It was long and is not open any more. '.repeat(800)}`);
    await openText(page, text);
    await fill(page);
    await note(page, 'after a long wait', 'A note on a full disk.');
    await insert(page, ' With many words.'.repeat(500));
    await page.waitForFunction(
      () => !Object.values(localStorage).some((raw) => raw.includes('is not open any more')),
    );
    await saved(page);
    assert.ok(await stored(page, 'With many words.'), 'The note is where the text was.');
    await press(page, 'button', 'Articles Harbour opens');
    await press(page, 'button', 'An old one');
    await page.waitForFunction(() => document.querySelector('#article h1')?.textContent === 'An old one');
    await context.close();
  });

  test('where localStorage is full and the database fails, the text stays, that is said, and it is a file', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    const box = await note(page, 'after a long wait', 'A first thought.');
    await saved(page);
    await fill(page);
    await page.evaluate(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The disk is full.', 'UnknownError');
      };
    });
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
    await empty(page);
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

  for (const [what, spoil] of /** @type {const} */ ([
    ['cut in half', (/** @type {string} */ raw) => raw.slice(0, raw.length / 2)],
    ['emptied', () => ''],
    ['another letter in the note', (/** @type {string} */ raw) => raw.replace('yes', 'yez')],
  ])) {
    test(`a record that was ${what} is set aside and reported, and its copy takes its place`, async () => {
      const { page, context } = await freshPage(session);
      await openText(page, text);
      await note(page, 'Porto and Vigo', 'yes');
      await saved(page);
      await settled(page);
      const [key, raw] = await page.evaluate(
        () => Object.entries(localStorage).find(([name]) => name.startsWith('manicule/note/')) ?? ['', ''],
      );
      const spoilt = spoil(raw);
      await page.evaluate((name, value) => localStorage.setItem(name, value), key, spoilt);
      await page.reload();
      await entitiesVisible(page);
      await said(page, 'set aside');
      await page.waitForFunction(
        () => document.querySelector('aside .note-body')?.textContent?.trim() === 'yes',
      );
      const recovered = await page.evaluate(() =>
        Object.entries(localStorage).filter(([name]) => name.startsWith('manicule/recovered/')),
      );
      assert.equal(recovered.length, 1);
      assert.ok(recovered[0]?.[0].endsWith(key));
      assert.equal(recovered[0]?.[1], spoilt);
      await context.close();
    });
  }

  test('where there is no copy a damaged record is set aside and reported, and the others are read', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    for (const quote of ['harbour of Lisbon', 'Porto and Vigo']) {
      await selectText(page, quote);
      await press(page, 'button', 'Highlight yellow');
      await saved(page);
    }
    await settled(page);
    await page.evaluate(async () => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('manicule/note/')) ?? '';
      localStorage.setItem(key, (localStorage.getItem(key) ?? '').slice(0, 40));
      await new Promise((done) => (indexedDB.deleteDatabase('manicule').onsuccess = done));
    });
    await page.reload();
    await entitiesVisible(page);
    await said(page, 'set aside');
    assert.equal((await painted(page, 'yellow')).length, 1);
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
    await press(page, 'button', 'Articles Harbour opens');
    const whole = await downloaded(session.downloads, () => press(page, 'button', 'Back up everything'));
    assert.ok(whole.text.includes('harbour of Lisbon') && whole.text.startsWith('{"manicule":"backup"'));
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
    assert.equal(await inFirst(page, '#article h1', (node) => node.textContent), 'A long report');
    assert.deepEqual(await painted(page, 'violet'), ['Paragraph 7 tells']);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
