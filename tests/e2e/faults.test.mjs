/** What may happen to a browser while somebody writes: it is killed, it has no storage, its clock is set back,
 * many tabs write at once. docs/faults.md lists what the reader sees and what is kept. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  inFirst,
  launch,
  margin,
  openText,
  press,
  saved,
  selectText,
  settled,
  sharedBrowser,
  url,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser({ apart: true });

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait. Ships came from Porto and Vigo.';
const quote = 'after a long wait';

/** Begins a note on the passage. @param {Page} page */
async function begin(page) {
  await selectText(page, quote);
  await press(page, 'button', 'Note');
  return byRole(page, 'textbox', `Note on “${quote}”`);
}

/** The notes in localStorage: each its text and the other texts kept with it. @param {Page} page */
async function texts(page) {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('manicule/note/'))
      .map(([, raw]) => JSON.parse(raw).record)
      .map((record) => ({
        note: record.body?.find?.((/** @type {any} */ body) => body.purpose === 'commenting')?.value ?? '',
        others: (record['manicule:revisions'] ?? []).map((/** @type {any} */ it) => it['manicule:text']),
      })),
  );
}

describe(`faults in ${browserName}`, () => {
  test('a browser that is killed mid-word has kept the word', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'manicule-profile-'));
    const first = await launch({ userDataDir: profile });
    const page = (await first.browser.pages())[0] ?? (await first.browser.newPage());
    await page.goto(url);
    await entitiesVisible(page);
    await openText(page, text);
    await saved(page);
    const box = await begin(page);
    await box.click();
    await page.keyboard.type('An unfinished sen');
    await saved(page);
    // The time that a write takes to leave the page, and no longer.
    await settled(page);
    first.browser.process()?.kill('SIGKILL');
    await new Promise((done) => setTimeout(done, 500));
    const second = await launch({ userDataDir: profile });
    const next = (await second.browser.pages())[0] ?? (await second.browser.newPage());
    await next.goto(url);
    await entitiesVisible(next);
    await next.waitForFunction(
      () => document.querySelector('aside .note-body')?.textContent?.trim() === 'An unfinished sen',
    );
    assert.equal(await inFirst(next, '#article h1', (node) => node.textContent), 'Harbour opens');
    await second.close();
    await first.forget();
    await rm(profile, { recursive: true, force: true });
  });

  test('two tabs that write one note at once keep both texts, and both see both', async () => {
    const { page: one, context } = await freshPage(session);
    await openText(one, text);
    const box = await begin(one);
    await box.click();
    await one.keyboard.type('Written in the first tab');
    await saved(one);
    const { page: two } = await freshPage(session, { context });
    await two.bringToFront();
    await press(two, 'button', `Edit note on “${quote}”`);
    await byRole(two, 'textbox', `Note on “${quote}”`);
    // At one moment, or the later writer would have seen the other's text and written over it knowingly.
    const moment = Date.now() + 2000;
    await Promise.all([
      replaceSoon(two, `Note on “${quote}”`, 'Rewritten in the second', moment),
      replaceSoon(one, `Note on “${quote}”`, 'Rewritten in the first', moment),
    ]);
    // A page behind others paints nothing, so that its frames cannot be waited for.
    for (const page of [two, one]) {
      await page.waitForFunction(() => document.querySelector('.revision-text') !== null, { polling: 100 });
    }
    await one.bringToFront();
    const [kept] = await texts(one);
    assert.deepEqual([kept?.note, ...(kept?.others ?? [])].sort(), [
      'Rewritten in the first',
      'Rewritten in the second',
    ]);
    const before = kept?.note;
    await press(one, 'button', 'Done with “after a long wait”');
    await press(one, 'button', 'Use the other text on “after a long wait”');
    await saved(one);
    const [now] = await texts(one);
    assert.deepEqual(now?.others, [before], 'The reader took the other, and the first is still there.');
    await press(one, 'button', 'Discard the other text on “after a long wait”');
    await saved(one);
    assert.deepEqual((await texts(one))[0]?.others, []);
    await context.close();
  });

  test('five tabs that write one note at the same moment lose no text', async () => {
    const { page: first, context } = await freshPage(session);
    await openText(first, text);
    const box = await begin(first);
    await box.click();
    await first.keyboard.type('Start');
    await saved(first);
    const pages = [first];
    for (let at = 1; at < 5; at += 1) pages.push((await freshPage(session, { context })).page);
    for (const page of pages) {
      await page.evaluate((name) => {
        const open = /** @type {HTMLElement | null} */ (
          document.querySelector(`[aria-label="Edit ${name}"]`)
        );
        open?.click();
      }, `note on “${quote}”`);
    }
    // Nobody may have seen what another wrote: a text that is replaced by one who sees it is not kept.
    const moment = Date.now() + 3000;
    await Promise.all(
      pages.map((page, at) => replaceSoon(page, `Note on “${quote}”`, `Tab number ${at} wrote this`, moment)),
    );
    const wanted = pages.map((_, at) => `Tab number ${at} wrote this`);
    await first.waitForFunction(
      (all) => {
        const notes = Object.entries(localStorage).filter(([key]) => key.startsWith('manicule/note/'));
        return all.every((words) => notes.some(([, raw]) => raw.includes(words)));
      },
      // A page behind others paints nothing, so that its frames cannot be waited for.
      { polling: 100 },
      wanted,
    );
    // And it stays so when everybody has heard of everything.
    await new Promise((done) => setTimeout(done, 1500));
    const notes = await texts(first);
    assert.equal(notes.length, 1);
    const all = [notes[0]?.note, ...(notes[0]?.others ?? [])];
    assert.deepEqual(all.filter((words) => words !== 'Start').sort(), wanted);
    await context.close();
  });

  test('a clock that is set back does not make an old text win', async () => {
    const { page: one, context } = await freshPage(session);
    await openText(one, text);
    const box = await begin(one);
    await box.click();
    await one.keyboard.type('Written today');
    await saved(one);
    const two = await context.newPage();
    await two.setViewport({ width: 1440, height: 900 });
    await two.evaluateOnNewDocument(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 400 * 86_400_000;
    });
    await two.goto(url);
    await entitiesVisible(two);
    await press(two, 'button', `Edit note on “${quote}”`);
    const other = await byRole(two, 'textbox', `Note on “${quote}”`);
    await replace(other, 'Written later, by a clock of last year');
    await saved(two);
    await settled(two);
    await one.bringToFront();
    await one.waitForFunction(() =>
      Object.values(localStorage).some((raw) => raw.includes('by a clock of last year')),
    );
    await one.reload();
    await entitiesVisible(one);
    await one.waitForFunction(() => document.querySelector('aside .note-body')?.textContent?.trim() !== '');
    assert.deepEqual(await texts(one), [{ note: 'Written later, by a clock of last year', others: [] }]);
    await context.close();
  });

  for (const [what, forbid] of /** @type {const} */ ([
    [
      'forbidden',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        }),
    ],
    ['switched off', () => Object.defineProperty(window, 'localStorage', { value: null })],
  ])) {
    test(`where storage is ${what} everything works, and it is said that nothing is kept`, async () => {
      const context = await session.profile();
      const page = await context.newPage();
      await page.setViewport({ width: 1440, height: 900 });
      await page.evaluateOnNewDocument(forbid);
      await page.goto(url);
      await entitiesVisible(page);
      await openText(page, text);
      const box = await begin(page);
      await box.click();
      await page.keyboard.type('Not kept');
      await page.waitForFunction(() =>
        document.querySelector('#saved')?.textContent?.includes('this browser keeps nothing here'),
      );
      await press(page, 'button', 'Done with “after a long wait”');
      assert.equal((await margin(page))[0]?.note, 'Not kept');
      assert.ok(await byRole(page, 'button', 'Export now'));
      await context.close();
    });
  }

  test('where writing throws the note overflows into the database', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await saved(page);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No.', 'InvalidStateError');
      };
    });
    const box = await begin(page);
    await box.click();
    await page.keyboard.type('Kept elsewhere');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    await page.waitForFunction(
      () => document.querySelector('aside .note-body')?.textContent?.trim() === 'Kept elsewhere',
    );
    await context.close();
  });

  test('in a private window notes are kept as long as the window', async () => {
    const hidden = await launch({ isPrivate: true });
    const page = (await hidden.browser.pages())[0] ?? (await hidden.browser.newPage());
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(url);
    await entitiesVisible(page);
    await openText(page, text);
    const box = await begin(page);
    await box.click();
    await page.keyboard.type('In private');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    await page.waitForFunction(
      () => document.querySelector('aside .note-body')?.textContent?.trim() === 'In private',
    );
    await hidden.close();
  });

  test('with ten thousand annotations a key costs a handful of writes and no look through the keys', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    const box = await begin(page);
    await box.click();
    await page.keyboard.type('One of many');
    await saved(page);
    await page.evaluate(() => {
      // Of an article that is not open: what a long use leaves behind.
      const [key, raw] =
        Object.entries(localStorage).find(([name]) => name.startsWith('manicule/note/')) ?? [];
      const article = key?.split('/')[2] ?? '';
      const other = 'aaaaaaaa-0000-4000-8000-000000000000';
      const short = (raw ?? '').slice(0, 300);
      for (let at = 0; at < 10_000; at += 1) {
        localStorage.setItem(
          (key ?? '').replace(article, other).slice(0, -6) + String(at).padStart(6, '0'),
          short,
        );
      }
    });
    const started = Date.now();
    await page.reload();
    await entitiesVisible(page);
    console.log(`# start with 10,000 annotations in the store: ${Date.now() - started} ms`);
    await page.evaluate(() => {
      const calls = /** @type {Record<string, number>} */ (/** @type {any} */ (window).calls = {});
      for (const name of /** @type {const} */ (['key', 'setItem', 'removeItem'])) {
        const real = Storage.prototype[name];
        // @ts-ignore: the three have one shape here.
        Storage.prototype[name] = function (...given) {
          calls[name] = (calls[name] ?? 0) + 1;
          // @ts-ignore
          return real.apply(this, given);
        };
      }
    });
    await press(page, 'button', `Edit note on “${quote}”`);
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await saved(page);
    await page.waitForFunction(() => Object.values(localStorage).some((raw) => raw.includes('One of many!')));
    const calls = await page.evaluate(() => /** @type {any} */ (window).calls);
    assert.equal(calls.key ?? 0, 0, 'No look through the keys.');
    assert.ok(calls.setItem <= 4 && (calls.removeItem ?? 0) <= 2, JSON.stringify(calls));
    await context.close();
  });
});

/**
 * Puts a text in the place of what a field has, at once.
 * @param {import('puppeteer-core').ElementHandle<Element>} field
 * @param {string} words
 */
async function replace(field, words) {
  await field.evaluate((node, value) => {
    const area = /** @type {HTMLTextAreaElement} */ (node);
    area.value = value;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, words);
}

/**
 * The same without waiting for the page to be in front.
 * @param {Page} page
 * @param {string} name
 * @param {string} words
 * @param {number} [moment] when, in milliseconds
 */
async function replaceSoon(page, name, words, moment = 0) {
  await page.evaluate(
    (label, value, when) => {
      while (Date.now() < when);
      const area = /** @type {HTMLTextAreaElement | null} */ (
        document.querySelector(`[aria-label="${label}"]`)
      );
      if (!area) throw new Error(`There is no field “${label}”.`);
      area.value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    name,
    words,
    moment,
  );
}
