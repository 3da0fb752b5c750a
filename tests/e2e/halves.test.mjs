/**
 * The core comes in two halves: the first with the page, the later one with the first thing that the reader does.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import {
  byRole,
  entitiesVisible,
  freshPage,
  openText,
  painted,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
  url,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

/** How often the later half was asked for. @param {Page} page */
const asked = (page) =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType('resource');
    return entries.filter(({ name }) => name.endsWith('manicule_later.wasm')).length;
  });

/** Runs in the page before its scripts: what asks for the later half hears nothing, or that there is no network. */
function holdUp() {
  const gate = { async: 'closed', now: 'open' };
  Object.assign(globalThis, { gate });
  const { fetch } = globalThis;
  const isLater = (/** @type {unknown} */ address) => String(address).endsWith('manicule_later.wasm');
  globalThis.fetch = (address, options) => {
    if (isLater(address) && gate.async === 'closed') return new Promise(() => {});
    if (isLater(address) && gate.async === 'offline') return Promise.reject(new TypeError('offline'));
    return fetch(address, options);
  };
  globalThis.XMLHttpRequest = new Proxy(XMLHttpRequest, {
    construct(target) {
      if (gate.now === 'offline') throw new TypeError('offline');
      return Reflect.construct(target, []);
    },
  });
}

/** @param {Page} page @param {{ async?: string, now?: string }} state */
const set = (page, state) =>
  page.evaluate((given) => void Object.assign(/** @type {any} */ (globalThis).gate, given), state);

/** A page on which the later half is held up. */
async function heldUp() {
  const context = await session.empty();
  const page = await context.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluateOnNewDocument(holdUp);
  await page.goto(url);
  await entitiesVisible(page);
  return { page, context };
}

/** @param {Page} page @param {string} words */
async function mark(page, words) {
  await selectText(page, words);
  await press(page, 'button', 'Highlight yellow');
}

suite('the halves of the core', () => {
  test('reading the sample, and a card, take the first half alone; whatever the reader does brings the other', async () => {
    const { page, context, problems } = await freshPage(session);
    // What is done once the page has nothing else to do is done by then.
    await new Promise((done) => setTimeout(done, 3000));
    await page.hover('#article .mention');
    await page.waitForSelector('[role=dialog].card');
    assert.equal(await asked(page), 0, 'Run `cargo xtask profile`: a first visit runs what it did not run.');
    await page.mouse.move(5, 400);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('manicule_later.wasm')),
    );
    await mark(page, 'called the first of its kind');
    await saved(page);
    assert.deepEqual(await painted(page, 'yellow'), ['called the first of its kind']);
    // A reader who comes back has both from the start.
    await page.reload();
    await entitiesVisible(page);
    assert.equal(await asked(page), 1);
    assert.deepEqual(await painted(page, 'yellow'), ['called the first of its kind']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('what needs the later half before it has come waits for it', async () => {
    const { page, context } = await heldUp();
    await mark(page, 'called the first of its kind');
    await saved(page);
    assert.deepEqual(await painted(page, 'yellow'), ['called the first of its kind']);
    await context.close();
  });

  test('where it cannot be fetched that is said, nothing is lost, and the next try goes well', async () => {
    const { page, context } = await heldUp();
    await set(page, { async: 'offline', now: 'offline' });
    await mark(page, 'called the first of its kind');
    await said(page, 'could not be fetched. Check the connection');
    assert.deepEqual(await painted(page, 'yellow'), []);
    await press(page, 'button', 'Paste, drop or open an article');
    const box = await byRole(page, 'textbox', 'Text of the article');
    await box.evaluate((node) => {
      const area = /** @type {HTMLTextAreaElement} */ (node);
      area.value = 'Ada Lind met Bo Ek.';
    });
    await press(page, 'button', 'Open text');
    await said(page, 'could not be fetched. Check the connection');
    await set(page, { async: 'open', now: 'open' });
    await press(page, 'button', 'Open text');
    await said(page, 'Article opened');
    await mark(page, 'Ada Lind');
    await saved(page);
    assert.deepEqual(await painted(page, 'yellow'), ['Ada Lind']);
    await openText(page, 'Bo Ek left for Oslo.');
    await context.close();
  });
});
