/** Selecting: whole words by mouse, and by the keys of a caret of our own. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  freshPage,
  inFirst,
  openText,
  painted,
  said,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday. Ships came to Lisbon from Porto.\n\nDr. Reis was there. He waved.';

/** Presses keys held together, the last one the one that counts. @param {Page} page @param {...string} keys */
async function chord(page, ...keys) {
  const all = /** @type {import('puppeteer-core').KeyInput[]} */ (keys);
  const last = all.pop();
  for (const key of all) await page.keyboard.down(key);
  if (last) await page.keyboard.press(last);
  for (const key of all.reverse()) await page.keyboard.up(key);
}

/** @param {Page} page @param {string} words */
const selected = (page, words) =>
  page.waitForFunction((wanted) => getSelection()?.toString().trim() === wanted, {}, words);

/** What was announced last. @param {Page} page @param {string} words */
const heard = (page, words) =>
  page.waitForFunction(
    (wanted) => document.querySelector('[aria-live=assertive]')?.textContent === wanted,
    {},
    words,
  );

describe(`selecting, in ${browserName}`, () => {
  test('the mouse selects whole words, with Alt the very letters', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, text);
    await selectText(page, 'rbour of Lis');
    await selected(page, 'harbour of Lisbon');
    await page.keyboard.press('Escape');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.keyboard.down('Alt');
    await selectText(page, 'ips came');
    await page.keyboard.up('Alt');
    await selected(page, 'ips came');
    await context.close();
  });

  test('what a finger selects stays as the platform has it, and the tools stand clear of its handles', async () => {
    const { page, context } = await freshPage(session, { width: 390, height: 844 });
    await openText(page, text);
    const press = await inFirst(page, '#article', (article) => {
      const { right, bottom } = article.getBoundingClientRect();
      return { x: right - 12, y: Math.min(bottom, innerHeight) - 12 };
    });
    /** As a platform does while a handle is drawn: the page hears of the selection, and of no press. */
    const draw = (/** @type {string} */ words) =>
      page.evaluate((quote) => {
        // For another selection the tools are made anew.
        document.querySelector('[role=toolbar][aria-label=Selection]')?.setAttribute('data-before', '');
        const walker = document.createTreeWalker(
          /** @type {Node} */ (document.querySelector('#article')),
          NodeFilter.SHOW_TEXT,
        );
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(quote) ?? -1;
          if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + quote.length);
        }
      }, words);
    await page.touchscreen.tap(press.x, press.y);
    for (const words of ['ips ca', 'ips came t']) {
      await draw(words);
      await byRole(page, 'toolbar', 'Selection');
      await page.waitForFunction(() => {
        const selection = getSelection()?.getRangeAt(0).getBoundingClientRect();
        const last = '[role=toolbar][aria-label=Selection]:not([data-before])';
        const tools = document.querySelector(last)?.getBoundingClientRect();
        return (
          selection && tools && (tools.top >= selection.bottom + 40 || tools.bottom <= selection.top - 40)
        );
      });
      await selected(page, words);
    }
    const yellow = await byRole(page, 'button', 'Highlight yellow');
    const { x = 0, y = 0, width = 0, height = 0 } = (await yellow.boundingBox()) ?? {};
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await said(page, 'Highlight added');
    assert.deepEqual(await painted(page, 'yellow'), ['ips came t']);
    await context.close();
  });

  test('a caret goes by character, word, sentence, paragraph and entity, and says what it passes', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await page.focus('#article');
    await page.keyboard.press('c');
    await said(page, 'Caret on');
    await page.waitForFunction(() => {
      const bar = /** @type {HTMLElement | null} */ (document.querySelector('.caret'));
      return bar && !bar.hidden && bar.offsetHeight > 10;
    });
    await page.keyboard.press('ArrowRight');
    await heard(page, 'H');
    await chord(page, 'Control', 'ArrowDown');
    await heard(page, 'The harbour of Lisbon opened on Monday. Ships came to Lisbon from Porto.');
    await chord(page, 'Alt', 'ArrowDown');
    await chord(page, 'Control', 'Shift', 'ArrowRight');
    await selected(page, 'Ships');
    await heard(page, 'Ships, selected');
    await chord(page, 'Control', 'Shift', 'ArrowRight');
    await selected(page, 'Ships came');
    await page.keyboard.press('1');
    await page.waitForFunction(() => CSS.highlights.get('manicule-yellow')?.size === 1);
    assert.deepEqual(await painted(page, 'yellow'), ['Ships came']);
    await chord(page, 'Alt', ']');
    await heard(page, 'Lisbon, country or city');
    await chord(page, 'Alt', 'ArrowDown');
    await heard(page, 'Dr. Reis was there.');
    await chord(page, 'Alt', 'Shift', 'ArrowDown');
    await selected(page, 'Dr. Reis was there.');
    await chord(page, 'Alt', 'Shift', 'ArrowUp');
    await page.waitForFunction(() => getSelection()?.isCollapsed);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('c');
    await said(page, 'Caret off');
    await page.waitForFunction(
      () => /** @type {HTMLElement | null} */ (document.querySelector('.caret'))?.hidden,
    );
    assert.deepEqual(problems, []);
    await context.close();
  });
});
