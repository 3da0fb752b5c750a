/** The model comes late, not at all, or damaged: the article is read and marked all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  browserName,
  byRole,
  entitiesVisible,
  mentions,
  painted,
  press,
  said,
  selectText,
  sharedBrowser,
  url,
} from './support.mjs';

const session = await sharedBrowser();

/**
 * A page on which requests for the model are answered by `answer`.
 * @param {(request: import("puppeteer-core").HTTPRequest) => void} answer
 */
async function pageWith(answer) {
  const context = await session.profile();
  const page = await context.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().endsWith('.model')) answer(request);
    else void request.continue();
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, context };
}

/** @param {import("puppeteer-core").Page} page @param {string} words */
const counted = (page, words) =>
  page.waitForFunction(
    (wanted) => document.querySelector('#found')?.textContent?.includes(wanted),
    {},
    words,
  );

/** @param {import("puppeteer-core").Page} page */
const types = async (page) => new Set((await mentions(page)).map(([, type]) => type));

// Firefox holds back nothing by its protocol that a page’s own link asked for.
const skip = browserName === 'firefox' ? 'requests are held back in Chromium only' : false;

test(
  'while the model is on its way the article is read and marked; then names appear',
  { skip },
  async () => {
    /** @type {import("puppeteer-core").HTTPRequest[]} */
    const held = [];
    const { page, context } = await pageWith((request) => held.push(request));
    await counted(page, 'Looking for names');
    assert.ok((await types(page)).has('DATE') && !(await types(page)).has('PERSON'));
    await selectText(page, 'three months later');
    await press(page, 'button', 'Highlight yellow');
    assert.deepEqual(await painted(page, 'yellow'), ['three months later']);
    for (const request of held) await request.continue();
    await entitiesVisible(page);
    await counted(page, 'mentions');
    assert.ok((await types(page)).has('PERSON'));
    assert.deepEqual(await painted(page, 'yellow'), ['three months later']);
    await context.close();
  },
);

test('a model that cannot be fetched is said, and fetched again on demand', { skip }, async () => {
  let answers = false;
  const { page, context } = await pageWith((request) => {
    if (answers) void request.continue();
    else void request.abort();
  });
  await counted(page, 'Names are not underlined');
  await said(page, 'could not be fetched');
  assert.ok((await types(page)).has('DATE'));
  answers = true;
  await press(page, 'button', 'Try again');
  await counted(page, 'mentions');
  assert.ok((await types(page)).has('PERSON'));
  await context.close();
});

test('what is no model is said to be none, and the page lives on', { skip }, async () => {
  const { page, context } = await pageWith((request) => {
    void request.respond({ status: 200, body: 'manicule model 0\nand nothing else' });
  });
  await counted(page, 'Names are not underlined');
  await said(page, 'another version');
  await byRole(page, 'button', 'Try again');
  await selectText(page, 'three months later');
  await press(page, 'button', 'Highlight green');
  assert.deepEqual(await painted(page, 'green'), ['three months later']);
  await context.close();
});
