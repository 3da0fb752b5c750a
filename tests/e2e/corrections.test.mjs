/** The card of what the machine found, and the reader's corrections: made, undone, redone, kept, carried. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  downloaded,
  entitiesVisible,
  freshPage,
  inFirst,
  mentions,
  openText,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nMarch 14, 2024\n\nPresident Yoon Suk Yeol paid $480 million on Thursday for the harbour. ' +
  'Later Yoon left Lisbon. In Lisbon the old glass tower stayed shut.';

/** Shows the card of the first mention of these words. @param {Page} page @param {string} words */
async function card(page, words) {
  const mention = await byRole(page, 'button', words);
  await mention.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await mention.click();
  return page.waitForSelector('[role=dialog].card');
}

/** @param {Page} page */
async function cardText(page) {
  return inFirst(page, '[role=dialog].card', (node) => (node.textContent ?? '').replace(/\s+/g, ' '));
}

/** Waits until the mentions are these. @param {Page} page @param {string[][]} wanted */
async function becomes(page, wanted) {
  await page
    .waitForFunction(
      (expected) =>
        JSON.stringify(
          [...document.querySelectorAll('#article .mention')].map((node) => [
            node.textContent ?? '',
            /** @type {HTMLElement} */ (node).dataset['label'] ?? '',
          ]),
        ) === expected,
      { timeout: 5000 },
      JSON.stringify(wanted),
    )
    .catch(() => undefined);
  assert.deepEqual(await mentions(page), wanted);
}

/**
 * A correction goes all its way: done, undone, redone, there after a reload, carried by a file.
 * @param {(page: Page) => Promise<void>} correct
 * @param {(before: string[][]) => string[][]} expected
 */
async function allTheWay(correct, expected) {
  const { page, context, problems } = await freshPage(session);
  await openText(page, text);
  const first = await mentions(page);
  const wanted = expected(first);
  assert.notDeepEqual(wanted, first, 'The article has what is corrected.');
  await correct(page);
  await becomes(page, wanted);
  await press(page, 'button', 'Undo');
  await said(page, 'Undone');
  await becomes(page, first);
  await press(page, 'button', 'Redo');
  await said(page, 'Done again');
  await becomes(page, wanted);
  await saved(page);
  await page.reload();
  await entitiesVisible(page);
  await becomes(page, wanted);
  await press(page, 'button', 'Export');
  const file = await downloaded(session.downloads, () => press(page, 'button', 'Download'));
  assert.equal(JSON.parse(file.text).first.items.length, 1, 'The correction is one annotation.');

  const other = await freshPage(session);
  await press(other.page, 'button', 'Export');
  await byRole(other.page, 'button', 'Import a file…');
  const input = await other.page.$('input[type=file][aria-label="Files of annotations"]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file.path);
  await press(other.page, 'button', 'Import');
  await said(other.page, 'Imported: 1 added');
  await becomes(other.page, wanted);
  assert.deepEqual([...problems, ...other.problems], []);
  await other.context.close();
  await context.close();
}

describe(`the card and corrections in ${browserName}`, () => {
  test('the card by pointer, by keyboard and by a click says what the machine knows', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    const person = await byRole(page, 'button', 'Yoon Suk Yeol');
    await person.hover();
    await byRole(page, 'dialog', 'Yoon Suk Yeol');
    const words = await cardText(page);
    for (const part of ['Yoon Suk Yeol', 'Person', 'also Yoon', '2 mentions'])
      assert.ok(words.includes(part), `${part}: ${words}`);
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 600);

    await person.focus();
    await page.keyboard.press(']');
    await page.keyboard.press('[');
    await byRole(page, 'dialog', 'Yoon Suk Yeol');
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Yoon');
    await byRole(page, 'dialog', 'Yoon Suk Yeol');
    await page.keyboard.press('Escape');

    await card(page, 'Yoon Suk Yeol');
    await press(page, 'button', 'Next mention');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Yoon');
    await press(page, 'button', 'Previous mention');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Yoon Suk Yeol');
    await page.keyboard.press('Escape');

    await card(page, '$480 million');
    assert.match(await cardText(page), /480[,\u202f ]?000[,\u202f ]?000|480000000/);
    await page.keyboard.press('Escape');
    await card(page, 'Thursday');
    assert.match(await cardText(page), /2024-03-14/);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('another type, only here', () =>
    allTheWay(
      async (page) => {
        await card(page, 'Lisbon');
        await press(page, 'button', 'Type…');
        await press(page, 'button', 'Building');
      },
      (before) => {
        const at = before.findIndex(([words]) => words === 'Lisbon');
        return before.map((it, index) => (index === at ? ['Lisbon', 'FAC'] : it));
      },
    ));

  test('another type, everywhere', () =>
    allTheWay(
      async (page) => {
        await card(page, 'Lisbon');
        await press(page, 'checkbox', 'Corrections go for all 2 mentions');
        await press(page, 'button', 'Type…');
        await press(page, 'button', 'Building');
      },
      (before) => before.map((it) => (it[0] === 'Lisbon' ? ['Lisbon', 'FAC'] : it)),
    ));

  test('not an entity', () =>
    allTheWay(
      async (page) => {
        await card(page, '$480 million');
        await press(page, 'button', 'Not an entity');
      },
      (before) => before.filter(([words]) => words !== '$480 million'),
    ));

  test('an entity that the machine missed', () =>
    allTheWay(
      async (page) => {
        await selectText(page, 'old glass tower');
        await press(page, 'button', 'Entity…');
        await press(page, 'button', 'Building');
      },
      (before) => [...before, ['old glass tower', 'FAC']],
    ));

  test('a wrong span', () =>
    allTheWay(
      async (page) => {
        await selectText(page, 'paid $480 million');
        await press(page, 'button', 'Entity…');
        await press(page, 'button', 'Money');
      },
      (before) => before.map((it) => (it[0] === '$480 million' ? ['paid $480 million', 'MONEY'] : it)),
    ));

  test('a name taught in one article holds in the next, is listed, forgotten and had back', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await card(page, 'Lisbon');
    assert.match(await cardText(page), /2 mentions · (more than )?\d+% sure/);
    await press(page, 'checkbox', 'Also in my later articles');
    await press(page, 'button', 'Type…');
    await press(page, 'button', 'Building');
    await said(page, 'Type set, learned for later articles');
    await saved(page);

    await openText(page, 'Ferries\n\nThe crew slept in Lisbon, and LISBON slept too.');
    const taught = [
      ['Lisbon', 'FAC'],
      ['LISBON', 'FAC'],
    ];
    await becomes(page, taught);
    await page.reload();
    await entitiesVisible(page);
    await becomes(page, taught);
    await card(page, 'Lisbon');
    assert.match(await cardText(page), /as you taught it/);
    await page.keyboard.press('Escape');

    await page.click('#library-button');
    await byRole(page, 'list', 'Names you taught');
    await press(page, 'button', 'Forget “Lisbon”');
    await said(page, 'Name forgotten');
    await page.waitForFunction(() => !document.querySelector('.taught'));
    assert.ok(!(await mentions(page)).some(([, label]) => label === 'FAC'));
    await page.keyboard.press('Escape');
    await press(page, 'button', 'Undo');
    await becomes(page, taught);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the same as another', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await card(page, 'Lisbon');
    await press(page, 'button', 'Same as…');
    await byRole(page, 'textbox', '“Lisbon” is the same as');
    await page.keyboard.type('Porto');
    await page.keyboard.press('Enter');
    await said(page, 'Joined');
    await byRole(page, 'button', 'Porto, 2 mentions, country or city');
    await press(page, 'button', 'Undo');
    await byRole(page, 'button', 'Lisbon, 2 mentions, country or city');
    await press(page, 'button', 'Redo');
    await byRole(page, 'button', 'Porto, 2 mentions, country or city');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    await byRole(page, 'button', 'Porto, 2 mentions, country or city');
    assert.deepEqual(problems, []);
    await context.close();
  });
});
