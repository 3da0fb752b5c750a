/**
 * How often the page calls the core: every call of the main flow is counted at the module's own exports, so that
 * none creeps into a loop. What is held: opening, marking and writing cost as many calls in a long article with
 * many marks as in a short one with none, and no more than stand here.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  sharedBrowser,
  openText,
  saved,
  selectText,
  url,
} from './support.mjs';

/** @typedef {import("puppeteer-core").Page} Page */

/** What each thing may cost; to be lowered when it costs less. */
const MOST = { visit: 50, open: 45, mark: 34, letter: 36 };

const PARAGRAPH =
  'The mayor of Lisbon, Ana Prado, met the Bank of Korea on Monday. “It cost $5 million,” said Prado in Paris.';

/** @param {number} paragraphs */
const story = (paragraphs) =>
  ['Harbour opens', ...Array.from({ length: paragraphs }, (_, at) => `${at + 1}. ${PARAGRAPH}`)].join('\n\n');

/**
 * Runs in the page before its scripts: counts the calls of the core's methods, but for the status, which is asked
 * once more for every write that settles, and these settle together or apart as the browser likes.
 */
function count() {
  const crossings = { calls: 0 };
  Object.assign(globalThis, { crossings });
  const { instantiate } = WebAssembly;
  /** @type {any} */ (WebAssembly).instantiate = async (
    /** @type {any} */ source,
    /** @type {any} */ imports,
  ) => {
    const made = /** @type {any} */ (await instantiate(source, imports));
    const { exports } = made.instance ?? made;
    const counted = Object.entries(exports).map(([name, value]) => {
      if (typeof value !== 'function' || !/^(core|reader)_(?!status)/.test(name)) return [name, value];
      const counting = (/** @type {unknown[]} */ ...given) => {
        crossings.calls += 1;
        return value(...given);
      };
      return [name, counting];
    });
    return { instance: { exports: Object.fromEntries(counted) }, module: made.module ?? source };
  };
}

/**
 * How many calls `act` makes, and what they lead to.
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<number>}
 */
async function calls(page, act) {
  const read = () => page.evaluate(() => /** @type {any} */ (globalThis).crossings.calls);
  const earlier = await read();
  await act();
  await saved(page);
  // Frames that come after, and what they ask; where the reader is is written down when scrolling has rested.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1200)));
  return (await read()) - earlier;
}

const session = await sharedBrowser();

suite(`the boundary in ${browserName}`, () => {
  test('calls do not grow with the article or its marks', async () => {
    const { page, context } = await freshPage(session);
    await page.evaluateOnNewDocument(count);
    await page.goto(url);
    await entitiesVisible(page);
    await saved(page);
    const visit = await page.evaluate(() => /** @type {any} */ (globalThis).crossings.calls);
    assert.ok(visit > 5 && visit <= MOST.visit, `a visit: ${visit}`);

    const opened = [];
    for (const paragraphs of [2, 60]) {
      opened.push(await calls(page, () => openText(page, story(paragraphs))));
    }
    assert.ok(Number(opened[1]) <= Number(opened[0]), `opening: ${opened}`);
    assert.ok(Number(opened[0]) <= MOST.open, `opening: ${opened}`);

    const mark = (/** @type {number} */ nth) => async () => {
      await selectText(page, 'met the', nth);
      await page.keyboard.press('h');
    };
    const marked = [await calls(page, mark(0))];
    for (let nth = 1; nth < 12; nth += 1) await mark(nth)();
    marked.push(await calls(page, mark(12)));
    assert.ok(Number(marked[1]) <= Number(marked[0]), `marking: ${marked}`);
    assert.ok(Number(marked[0]) <= MOST.mark, `marking: ${marked}`);

    await selectText(page, 'cost', 0);
    await page.keyboard.press('m');
    const box = await byRole(page, 'textbox', 'Note on “cost”');
    await box.focus();
    await page.keyboard.type('a');
    await saved(page);
    const letter = await calls(page, () => page.keyboard.type('b'));
    assert.ok(letter > 0 && letter <= MOST.letter, `a letter: ${letter}`);
    await context.close();
  });

  test('what another tab changes in one go is taken piece by piece and shown once', async () => {
    const { page, context } = await freshPage(session);
    await page.evaluateOnNewDocument(count);
    await page.goto(url);
    await entitiesVisible(page);
    await openText(page, story(2));
    const many = 400;
    const made = await calls(page, () =>
      page.evaluate((number) => {
        const article = 'aaaaaaaa-0000-4000-8000-000000000000';
        for (let at = 0; at < number; at += 1) {
          const key = `manicule/note/${article}/bbbbbbbb-0000-4000-8000-${String(at).padStart(12, '0')}`;
          const told = { key, newValue: '{}', storageArea: localStorage };
          dispatchEvent(new StorageEvent('storage', told));
        }
      }, many),
    );
    assert.ok(made >= many && made <= many + MOST.mark, `${made}`);
    await context.close();
  });
});
