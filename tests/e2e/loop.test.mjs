/** The whole loop, on the sample and on a real article: open, see, annotate, come back, export, import. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  downloaded,
  entitiesVisible,
  freshPage,
  has,
  inFirst,
  margin,
  mentions,
  openText,
  painted,
  press,
  said,
  saved,
  selectText,
  shared,
  sharedBrowser,
  words,
} from './support.mjs';
import { brokenMusts } from './w3c.mjs';

const session = await sharedBrowser();

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} name
 * @param {string} text
 */
async function type(page, name, text) {
  const box = await byRole(page, 'textbox', name);
  await box.click();
  await page.keyboard.type(text);
}

/** @param {import('puppeteer-core').Page} page @param {boolean} [entities] */
async function exportJson(page, entities = false) {
  await press(page, 'button', 'Export');
  const box = await byRole(page, 'checkbox', 'With the entities the machine found');
  const checked = await box.evaluate((node) => /** @type {HTMLInputElement} */ (node).checked);
  if (checked !== entities) await box.click();
  const file = await downloaded(session.downloads, () => press(page, 'button', 'Download'));
  if (await has(page, 'dialog', 'Export and import')) await page.keyboard.press('Escape');
  return file;
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} path
 */
async function importFile(page, path) {
  await press(page, 'button', 'Export');
  await byRole(page, 'button', 'Import a file…');
  const input = await page.$('input[type=file][aria-label="Files of annotations"]');
  assert.ok(input, 'There is a place for the file.');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
  await press(page, 'button', 'Import');
  await said(page, 'Imported');
}

/**
 * One reader's way through one article.
 * @param {{ open?: string | undefined, entity: [string, string], card: [string, string],
 *   marked: string, noted: string }} plan
 */
async function wholeLoop({ open, entity, card, marked, noted }) {
  const { page, context, problems } = await freshPage(session);
  if (open !== undefined) await openText(page, open);

  const seen = await mentions(page);
  assert.ok(
    seen.some(([text, label]) => text === entity[0] && label === entity[1]),
    JSON.stringify(seen),
  );

  const mention = await byRole(page, 'button', card[0]);
  await mention.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await mention.hover();
  await byRole(page, 'dialog', card[1]);
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 400);

  await selectText(page, marked);
  await press(page, 'button', 'Highlight green');
  await saved(page);
  assert.deepEqual(await painted(page, 'green'), [marked]);

  await selectText(page, noted);
  await press(page, 'button', 'Note');
  await type(page, `Note on “${noted}”`, 'Check this against the *official* readout.');
  await press(page, 'button', `Done with “${noted}”`);
  await saved(page);
  const green = await painted(page, 'green');

  await page.reload();
  await entitiesVisible(page);
  assert.deepEqual(await painted(page, 'green'), green);
  // What reads Markdown comes with the first note.
  await page.waitForSelector('aside li.note .note-body em');
  const kept = await margin(page);
  assert.deepEqual(kept.map(({ note }) => note).filter(Boolean), [
    'Check this against the official readout.',
  ]);
  assert.deepEqual(await mentions(page), seen, 'The same entities after coming back.');

  const file = await exportJson(page);
  const collection = JSON.parse(file.text);
  /** @type {any[]} */
  const items = collection.first.items;
  const quotes = items.map(
    (item) => item.target.selector.find((/** @type {any} */ s) => s.type === 'TextQuoteSelector').exact,
  );
  assert.deepEqual([...quotes].sort(), [marked, noted].sort());
  assert.deepEqual((await brokenMusts('collections', collection)) ?? [], []);
  for (const item of items) {
    const alone = { '@context': collection['@context'], ...item };
    assert.deepEqual((await brokenMusts('annotations', alone)) ?? [], []);
  }
  const withEntities = JSON.parse((await exportJson(page, true)).text);
  assert.ok(
    withEntities.first.items.length > items.length,
    'The machine’s entities go along when asked for.',
  );
  for (const item of withEntities.first.items.slice(0, 5)) {
    assert.deepEqual(
      (await brokenMusts('annotations', { '@context': collection['@context'], ...item })) ?? [],
      [],
    );
  }

  const other = await freshPage(session);
  await importFile(other.page, file.path);
  await saved(other.page);
  assert.deepEqual(await painted(other.page, 'green'), green);
  await other.page.waitForSelector('aside li.note .note-body em');
  assert.deepEqual(await margin(other.page), kept);
  const again = JSON.parse((await exportJson(other.page)).text);
  assert.deepEqual(again.first.items, items, 'What came in goes out again, the same.');

  assert.deepEqual([...problems, ...other.problems], []);
  await other.context.close();
  await context.close();
}

describe(`the whole loop in ${browserName}`, () => {
  test('on the sample article', async () => {
    const { page, context } = await freshPage(session);
    const title = await words(
      page,
      'heading',
      await inFirst(page, '#article h1', (node) => node.textContent ?? ''),
    );
    assert.ok(title.length > 10);
    const labels = new Set((await mentions(page)).map(([, label]) => label));
    const plan = await page.evaluate(() => {
      const person = /** @type {HTMLElement | null} */ (
        document.querySelector('#article p .mention[data-label=PERSON]')
      );
      const text = [...document.querySelectorAll('#article p')]
        .map((node) => node.textContent ?? '')
        .filter((it) => it.length > 200);
      /** @param {string} paragraph @param {number} from */
      const piece = (paragraph, from) =>
        paragraph
          .split(' ')
          .slice(from, from + 4)
          .join(' ');
      return {
        person: person?.textContent ?? '',
        marked: piece(text[0] ?? '', 3),
        noted: piece(text[1] ?? '', 5),
      };
    });
    await context.close();
    assert.ok(labels.size >= 14, [...labels].join(' '));
    await wholeLoop({
      entity: [plan.person, 'PERSON'],
      card: [plan.person, plan.person],
      marked: plan.marked,
      noted: plan.noted,
    });
  });

  test('on a scraped news page', async (t) => {
    const text = await shared('articles/yoon-xi-visit.txt');
    if (text === undefined) return t.skip('The shared articles are not at hand.');
    await wholeLoop({
      open: text,
      entity: ['Yoon Suk Yeol', 'PERSON'],
      card: ['Han Duck-soo', 'Han Duck-soo'],
      marked: 'seriously consider',
      noted: 'has not visited South Korea since 2014',
    });
  });
});
