/** What notes are about: passages that were lost, found at several places, overlapping, tied, or none. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  has,
  inAll,
  openText,
  painted,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();
/** @type {string} */
let folder;

const text =
  'Quiet night\n\nThe ferry left the north quay at noon. By night the ferry lay at the south quay, and the crew slept. In the morning the ferry was gone.';

/** @param {string} name @param {string} exact @param {string} note */
const foreign = (name, exact, note) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `urn:example:${name}`,
  type: 'Annotation',
  motivation: 'commenting',
  creator: { id: 'urn:example:reader', type: 'Person', name: 'A. Reader' },
  body: [
    { type: 'TextualBody', value: note, purpose: 'commenting', format: 'text/markdown' },
    { type: 'TextualBody', value: 'And a reply.', purpose: 'replying' },
  ],
  target: { source: 'http://example.org/ferry', selector: { type: 'TextQuoteSelector', exact } },
});

/** Opens the story with one note whose words are gone and one that could stand at several places. @param {Page} page */
async function openWithLost(page) {
  await openText(page, text);
  const path = join(folder, 'lost.json');
  const items = [foreign('gone', 'the lighthouse keeper', 'Who?'), foreign('many', 'ferry', 'Which one?')];
  await writeFile(path, JSON.stringify(items));
  await press(page, 'button', 'Export');
  await byRole(page, 'button', 'Import a file…');
  const input = await page.$('input[type=file][aria-label="Files of annotations"]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
  await press(page, 'button', 'Import');
  await said(page, 'Imported: 2 added');
}

/** Opens or closes what a summary hides. @param {Page} page @param {string} words */
async function disclose(page, words) {
  const summary = await page.waitForSelector(`summary::-p-text(${words})`, { visible: true });
  assert.ok(summary);
  await summary.click();
}

/** The notes that are shown in a list. @param {Page} page @param {string} list a selector */
const shown = (page, list) =>
  inAll(page, `${list} > li.note`, (all) =>
    all.filter((node) => node.checkVisibility()).map((node) => (node.textContent ?? '').replace(/\s+/g, ' ')),
  );

/** @param {Page} page @param {string} quote @param {string} [colour] */
async function mark(page, quote, colour = 'yellow') {
  await selectText(page, quote);
  await press(page, 'button', `Highlight ${colour}`);
  await saved(page);
  // The notes make room for the new one: what is pressed next stands still.
  await page.evaluate(
    () =>
      new Promise((done) => {
        const settled = () => Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        requestAnimationFrame(() => requestAnimationFrame(() => settled().then(done)));
      }),
  );
}

describe(`what notes are about, in ${browserName}`, () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manicule-places-'));
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('a note that lost its passage says why and is put on another', async () => {
    const { page, context, problems } = await freshPage(session);
    await openWithLost(page);
    await disclose(page, '2 notes without a sure place');
    const [many, gone] = await shown(page, '.lost .note-list');
    assert.match(gone ?? '', /Who\?.*replying: And a reply\..*by A\. Reader/);
    assert.match(gone ?? '', /no longer in the text/);
    assert.match(many ?? '', /It could stand at 3 places/);
    await check(page, 'with notes that have no sure place');

    await press(page, 'button', 'Re-attach “the lighthouse keeper”');
    await selectText(page, 'the crew slept');
    await press(page, 'button', 'Put “the lighthouse keeper” here');
    await said(page, 'Note put there');
    await saved(page);
    assert.deepEqual((await painted(page, 'plain')).sort(), ['ferry', 'the crew slept']);
    await page.waitForSelector('summary::-p-text(1 note without a sure place)');
    await press(page, 'button', 'Undo');
    await page.waitForSelector('summary::-p-text(2 notes without a sure place)');

    await press(page, 'button', 'Choose place 2 for “ferry”');
    await said(page, 'Note put there');
    await page.reload();
    await entitiesVisible(page);
    await page.waitForSelector('summary::-p-text(1 note without a sure place)');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the same by keyboard, and Escape leaves it as it was', async () => {
    const { page, context, problems } = await freshPage(session);
    await openWithLost(page);
    await page.focus('.lost summary');
    await page.keyboard.press('Enter');
    await (await byRole(page, 'button', 'Re-attach “the lighthouse keeper”')).focus();
    await page.keyboard.press('Enter');
    await said(page, 'Select the passage');
    await page.keyboard.press('Escape');
    await said(page, 'nothing was changed');
    await (await byRole(page, 'button', 'Re-attach “the lighthouse keeper”')).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.down('Shift');
    for (let letters = 0; letters < 5; letters += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    await byRole(page, 'button', 'Put “the lighthouse keeper” here');
    assert.equal(await has(page, 'button', 'Highlight yellow'), false, 'Only this is asked for.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said(page, 'Note put there');
    await saved(page);
    assert.deepEqual((await painted(page, 'plain')).sort(), ['Quiet', 'ferry']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('overlapping marks become one, and two again', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await mark(page, 'left the north');
    await mark(page, 'north quay at noon', 'blue');
    await press(page, 'button', 'Merge 2 overlapping marks into one, from “left the north”');
    await said(page, '2 made one');
    assert.deepEqual(await painted(page, 'yellow'), ['left the north quay at noon']);
    assert.deepEqual(await painted(page, 'blue'), []);
    await press(page, 'button', 'Undo');
    await page.waitForFunction(() => CSS.highlights.get('manicule-blue')?.size === 1);
    assert.deepEqual(await painted(page, 'yellow'), ['left the north']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('all that the filter shows is changed at once', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    for (const quote of ['north quay', 'south quay', 'the crew slept']) await mark(page, quote);
    await (await byRole(page, 'searchbox', 'Filter notes')).click();
    await page.keyboard.type('QUAY');
    await disclose(page, 'Change all 2 shown');
    await (await byRole(page, 'textbox', 'Tag for all shown')).click();
    await page.keyboard.type('harbour');
    await press(page, 'button', 'Add the tag to all shown');
    await said(page, '2 notes tagged #harbour');
    await press(page, 'button', 'Red for all shown');
    await said(page, '2 notes changed');
    assert.deepEqual((await painted(page, 'red')).sort(), ['north quay', 'south quay']);
    await press(page, 'button', 'Delete all 2');
    await said(page, '2 notes removed');
    assert.deepEqual(await painted(page, 'red'), []);
    await press(page, 'button', 'Undo');
    await page.waitForFunction(() => CSS.highlights.get('manicule-red')?.size === 2);
    assert.deepEqual(await painted(page, 'yellow'), ['the crew slept']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('a note on the whole article is kept, and nothing when nothing was written', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await press(page, 'button', 'Note on the article');
    await byRole(page, 'textbox', 'Note on the article');
    await page.keyboard.press('Escape');
    assert.deepEqual(await shown(page, '.note-list.whole'), []);
    await press(page, 'button', 'Note on the article');
    await byRole(page, 'textbox', 'Note on the article');
    await page.keyboard.type('Compare with last year.');
    await press(page, 'button', 'Done with the article');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    assert.match((await shown(page, '.note-list.whole'))[0] ?? '', /Compare with last year\./);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('two passages are tied, and what was done is undone after a reload', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await selectText(page, 'north quay');
    await press(page, 'button', 'Link…');
    await said(page, 'Select the passage');
    await selectText(page, 'south quay');
    await press(page, 'button', 'Link “north quay” to this');
    await byRole(page, 'textbox', 'Note on “north quay” – “south quay”');
    await page.keyboard.type('Across the river.');
    await press(page, 'button', 'Done with “north quay” – “south quay”');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    assert.deepEqual(await painted(page, 'plain'), ['north quay', 'south quay']);
    await press(page, 'button', 'History…');
    await byRole(page, 'dialog', 'History');
    await check(page, 'with the history');
    await press(page, 'button', 'Undo to here: relation, step 2');
    await said(page, 'Undone: relation');
    assert.deepEqual(await painted(page, 'plain'), []);
    await press(page, 'button', 'Redo: relation, step 1');
    await said(page, 'Done again: relation');
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await said(page, 'Undone: relation');
    assert.deepEqual(await painted(page, 'plain'), []);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('colours say what they mean, and a note begins with a template', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await press(page, 'button', 'Colours…');
    await byRole(page, 'dialog', 'Colours and templates');
    await (await byRole(page, 'textbox', 'What red means')).click();
    await page.keyboard.type('Doubtful');
    await (await byRole(page, 'textbox', 'Name of the template')).click();
    await page.keyboard.type('Weather');
    await (await byRole(page, 'textbox', 'Text of the template')).click();
    await page.keyboard.type('**Wind:** ');
    await press(page, 'button', 'Keep template');
    await said(page, 'Template kept');
    await press(page, 'button', 'Close');
    await page.reload();
    await entitiesVisible(page);
    await mark(page, 'at noon', 'Doubtful');
    assert.deepEqual(await painted(page, 'red'), ['at noon']);
    await press(page, 'button', 'Edit note on “at noon”');
    await page.waitForSelector('select[aria-label="Template for the note on “at noon”"]');
    await page.select('select[aria-label="Template for the note on “at noon”"]', '4');
    await page.keyboard.type('east');
    await press(page, 'button', 'Done with “at noon”');
    await saved(page);
    await page.waitForFunction(
      () => document.querySelector('.beside .note-body')?.textContent?.trim() === 'Wind: east',
    );
    assert.deepEqual(problems, []);
    await context.close();
  });
});
