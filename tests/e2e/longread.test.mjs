/**
 * Long texts are read in a worker: as the page would read them, with the reader's corrections, and so that another
 * article, a stop or the death of the worker costs nothing. What the worker is asked is held back until the
 * scenario lets it go, so that nothing depends on how fast a machine is.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  has,
  inFirst,
  mentions,
  openText,
  painted,
  paste,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
  words,
  written,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const PLACES = ['Lisbon', 'Vienna', 'Cairo', 'Oslo', 'Madrid', 'Dublin', 'Warsaw'];

/** More than 24 KB. @param {string} title */
const story = (title) =>
  [
    title,
    'March 14, 2024',
    ...Array.from({ length: 240 }, (_, at) => {
      const place = PLACES[at % PLACES.length];
      return (
        `${at + 1}. President Yoon Suk Yeol paid $${at + 3} million on Thursday for the harbour of ${place}. ` +
        `“It is late,” said Ana Prado of the Bank of Korea, who lives in ${place}.`
      );
    }),
  ].join('\n\n');

const SHORT = 'Ferries\n\nThe crew slept in Naples on Monday.';

/** @typedef {import('../../www/view/drive.js').Order['kind']} Kind */

/**
 * Runs in the page before its scripts: counts workers, and holds back what they are asked of some kinds.
 * @param {Kind[]} held
 */
function watched(held) {
  /** @type {(() => void)[]} */
  const waiting = [];
  /** @type {Worker[]} */
  const workers = [];
  /** Whether each worker was made for a book. @type {boolean[]} */
  const books = [];
  const state = {
    workers,
    books,
    release() {
      held = [];
      for (const go of waiting.splice(0)) go();
    },
  };
  Object.assign(globalThis, { watched: state });
  globalThis.Worker = new Proxy(Worker, {
    construct(target, given) {
      const worker = Reflect.construct(target, given);
      if (!/view\/worker\.js$/.test(String(given[0]))) return worker;
      workers.push(worker);
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (/** @type {any} */ order, /** @type {any} */ transfer) => {
        if (order.kind === 'start') books.push(order.book);
        if (held.includes(order.kind)) waiting.push(() => post(order, transfer));
        else post(order, transfer);
      };
      return worker;
    },
  });
}

/** Runs in the page before its scripts: no worker's script can be had. */
function scriptless() {
  const away = (/** @type {unknown} */ address) => String(address).replace('view/worker.js', 'view/none.js');
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (types) {
    const make = types.createPolicy.bind(types);
    types.createPolicy = (/** @type {string} */ name, /** @type {any} */ rules) =>
      make(name, {
        ...rules,
        createScriptURL: (/** @type {string} */ it) => away(rules.createScriptURL(it)),
      });
  } else {
    globalThis.Worker = new Proxy(Worker, {
      construct: (target, [address, options]) => Reflect.construct(target, [away(address), options]),
    });
  }
}

/**
 * A page whose workers are watched.
 * @param {...Kind} held what they are not told until they are let go
 */
async function watchedPage(...held) {
  const opened = await freshPage(session, { address: written });
  await opened.page.evaluateOnNewDocument(watched, held);
  await opened.page.reload();
  await entitiesVisible(opened.page);
  // What the reload cut off is no problem of the page's.
  opened.problems.length = 0;
  return opened;
}

/** @param {Page} page */
const release = (page) => page.evaluate(() => /** @type {any} */ (globalThis).watched.release());

/** How many workers there were. @param {Page} page */
const workers = (page) => page.evaluate(() => /** @type {any} */ (globalThis).watched.workers.length);

/** Waits until the text is read to its end. @param {Page} page */
const read = (page) =>
  page.waitForFunction(() => /mentions?\b/.test(document.querySelector('#found')?.textContent ?? ''));

/**
 * What a core reads of a text on the page itself, at once.
 * @param {Page} page
 * @param {string} text
 * @param {string} [address] of the core's bindings
 */
function readHere(page, text, address = new URL('pkg/manicule.js', written).href) {
  return page.evaluate(
    async (given, module) => {
      const { Core } = await import(module);
      const core = Core.inMemory();
      await core.addText(given);
      const whole = core.text();
      const found = core.mentions(0, whole.length);
      const names = core.entities().map((/** @type {any} */ it) => `${it.name} ${it.mentions.length}`);
      const said = core.quotations().length;
      core.free();
      return {
        mentions: found.map((/** @type {any} */ it) => [whole.slice(it.start, it.end), it.label]),
        names,
        said,
      };
    },
    text,
    address,
  );
}

/** Waits until a mention has a type. @param {Page} page @param {string} name @param {string} label @param {number} count */
const becomes = (page, name, label, count) =>
  page.waitForFunction(
    (wanted, type, times) =>
      [...document.querySelectorAll(`#article .mention[data-label="${type}"]`)].filter(
        (node) => node.textContent === wanted,
      ).length === times,
    {},
    name,
    label,
    count,
  );

/** @param {Page} page @param {string} name */
async function card(page, name) {
  const mention = await byRole(page, 'button', name);
  await mention.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await mention.click();
  await page.waitForSelector('[role=dialog].card');
}

describe(`long texts in ${browserName}`, () => {
  test('a worker reads what the page would read, and a short text needs none', async () => {
    const { page, context, problems } = await watchedPage();
    const text = story('The harbours');
    assert.ok(text.length > 24 * 1024);
    await openText(page, SHORT);
    await read(page);
    assert.equal(await workers(page), 0);
    await openText(page, text);
    await read(page);
    assert.equal(await workers(page), 1);
    const here = await readHere(page, text);
    assert.ok(here.mentions.length > 600 && here.said === 240, `${here.mentions.length} ${here.said}`);
    assert.deepEqual(await mentions(page), here.mentions);
    assert.match(await inFirst(page, '#found', (node) => node.textContent ?? ''), /^\d[\d,]* mentions/);
    const yeol = here.names.find((/** @type {string} */ it) => it.startsWith('Yoon Suk Yeol '));
    assert.equal(yeol, 'Yoon Suk Yeol 240');
    await byRole(page, 'button', 'Yoon Suk Yeol, 240 mentions, person');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    assert.deepEqual(await mentions(page), here.mentions);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('a text of megabytes is a book', async () => {
    for (const [length, book] of /** @type {[number, boolean][]} */ ([
      [30_000, false],
      [3_000_100, true],
    ])) {
      const { page, context, problems } = await watchedPage('bring');
      await paste(page, { text: 'Ferries sail.\n\n'.repeat(length / 15) });
      await page.waitForFunction(() => /** @type {any} */ (globalThis).watched.books.length === 1);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).watched.books), [book]);
      assert.deepEqual(problems, []);
      await context.close();
    }
  });

  test('corrections, undo and taught names reach the worker', async () => {
    const { page, context, problems } = await watchedPage();
    await openText(page, story('The harbours'));
    await read(page);
    const before = await mentions(page);
    const count = before.filter(([name]) => name === 'Vienna').length;
    assert.ok(count > 40);
    await card(page, 'Vienna');
    await press(page, 'checkbox', 'Also in my later articles');
    await press(page, 'button', 'Type…');
    await press(page, 'button', 'Building');
    await becomes(page, 'Vienna', 'FAC', count);
    await press(page, 'button', 'Undo');
    await said(page, 'Undone');
    await becomes(page, 'Vienna', 'FAC', 0);
    assert.deepEqual(await mentions(page), before);
    await press(page, 'button', 'Redo');
    await becomes(page, 'Vienna', 'FAC', count);
    await openText(page, story('Other harbours'));
    await becomes(page, 'Vienna', 'FAC', count);
    await saved(page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('another article lets go of the one that is being read', async () => {
    const { page, context, problems } = await watchedPage('want');
    await openText(page, story('The harbours'));
    await openText(page, SHORT);
    await read(page);
    const short = await mentions(page);
    assert.deepEqual(short, (await readHere(page, SHORT)).mentions);
    await press(page, 'button', 'Articles Ferries');
    await press(page, 'button', 'The harbours');
    await page.waitForFunction(() => document.querySelector('#article h1')?.textContent === 'The harbours');
    assert.deepEqual(await mentions(page), []);
    await release(page);
    await read(page);
    assert.deepEqual(await mentions(page), (await readHere(page, story('The harbours'))).mentions);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('while long texts come in what stands there is marked, and each of them is opened', async () => {
    const { page, context, problems } = await watchedPage('bring');
    await openText(page, SHORT);
    await paste(page, { text: story('The harbours') });
    await page.waitForFunction(() => /** @type {any} */ (globalThis).watched.workers.length === 1);
    await selectText(page, 'Naples');
    await press(page, 'button', 'Highlight yellow');
    await saved(page);
    await paste(page, { text: story('Other harbours') });
    await said(page, 'Reading');
    await release(page);
    await page.waitForFunction(() => document.querySelector('#article h1')?.textContent === 'Other harbours');
    await read(page);
    await press(page, 'button', 'Articles Other harbours');
    await press(page, 'button', 'The harbours');
    await page.waitForFunction(() => document.querySelector('#article h1')?.textContent === 'The harbours');
    await read(page);
    await press(page, 'button', 'Articles The harbours');
    await press(page, 'button', 'Ferries');
    await page.waitForFunction(() => document.querySelector('#article h1')?.textContent === 'Ferries');
    assert.deepEqual(await painted(page, 'yellow'), ['Naples']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('what is not read is said everywhere, reading stops and goes on', async () => {
    const { page, context, problems } = await watchedPage('want');
    await openText(page, story('The harbours'));
    assert.match(await words(page, 'button', 'Stop'), /Stop/);
    assert.match(
      await inFirst(page, '#found', (node) => node.textContent ?? ''),
      /^Looking for names… \d+ %/,
    );
    await check(page, 'while a long text is read');
    const lacking = 'Not all of this text was looked at yet.';
    assert.match(await inFirst(page, '.entities', (node) => node.textContent ?? ''), new RegExp(lacking));
    await press(page, 'button', 'Timeline');
    await byRole(page, 'heading', 'Timeline');
    const hint = await page.waitForSelector('.view [role=status]');
    assert.equal(await hint?.evaluate((node) => node.textContent), lacking);

    await press(page, 'button', 'Stop');
    await byRole(page, 'button', 'Go on');
    assert.match(await inFirst(page, '#found', (node) => node.textContent ?? ''), new RegExp(lacking));
    await check(page, 'while a long text is not read');
    await press(page, 'button', 'Go on');
    await byRole(page, 'button', 'Stop');
    await release(page);
    await read(page);
    await page.waitForFunction(() => document.querySelector('.view svg [data-entity]') !== null);
    assert.equal(await hint?.evaluate((node) => /** @type {HTMLElement} */ (node).hidden), true);
    assert.equal(await has(page, 'button', 'Go on'), false);
    assert.doesNotMatch(
      await inFirst(page, '.entities', (node) => node.textContent ?? ''),
      new RegExp(lacking),
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('a worker that dies while it reads, or never starts, is done without', async () => {
    const text = story('The harbours');
    const { page, context, problems } = await watchedPage('want');
    await openText(page, text);
    await page.evaluate(() => {
      const [worker] = /** @type {any} */ (globalThis).watched.workers;
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
    });
    await read(page);
    const here = await readHere(page, text);
    assert.deepEqual(await mentions(page), here.mentions);
    assert.deepEqual(problems, []);
    await context.close();

    const other = await freshPage(session, { address: written });
    await other.page.evaluateOnNewDocument(scriptless);
    await other.page.reload();
    await entitiesVisible(other.page);
    other.problems.length = 0;
    await openText(other.page, text);
    await read(other.page);
    assert.deepEqual(await mentions(other.page), here.mentions);
    await saved(other.page);
    // The browser itself says that the script is not there.
    const others = other.problems.filter((problem) => !/none\.js|404|Failed to load/.test(problem));
    assert.deepEqual(others, []);
    await other.context.close();
  });
});
