/** axe finds nothing to say of any screen, in both themes, on a desktop and on a phone. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';

import {
  browserName,
  byRole,
  downloaded,
  freshPage,
  has,
  inFirst,
  openText,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';
import { check } from './accessible.mjs';

const session = await sharedBrowser();
/** A backup with a note that has another text beside it, and notes that have lost their place. */
let [kept, strange] = ['', ''];

const story =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait. There came ships from Porto and ships from Vigo.';

/** A note of another program on words that may or may not stand in the story. @param {string} exact @param {string} value */
const foreign = (exact, value) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `urn:example:${exact.replace(/\W/g, '-')}`,
  type: 'Annotation',
  motivation: 'commenting',
  body: [{ type: 'TextualBody', value, purpose: 'commenting', format: 'text/markdown' }],
  target: { source: 'http://example.org/harbour', selector: { type: 'TextQuoteSelector', exact } },
});

/** @param {import('puppeteer-core').Page} page @param {string} label @param {string} path */
async function upload(page, label, path) {
  const input = await page.waitForSelector(`input[aria-label="${label}"]`);
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
}

/** Opens the list of articles. @param {import('puppeteer-core').Page} page @param {number} width */
async function showArticles(page, width) {
  const title = await inFirst(page, '#current-title', (node) => node.textContent);
  await press(page, 'button', width < 1100 ? 'Articles' : `Articles ${title}`);
  await byRole(page, 'dialog', 'Articles');
}

/** Opens the notes where they are a sheet. @param {import('puppeteer-core').Page} page @param {number} width */
async function showNotes(page, width) {
  if (width < 1100 && !(await has(page, 'button', 'Close notes'))) await press(page, 'button', 'Notes');
}

describe(`accessibility in ${browserName}`, () => {
  before(async () => {
    kept = join(session.downloads, 'kept.txt');
    strange = join(session.downloads, 'strange.txt');
    const notes = [foreign('the lighthouse keeper', 'Who?'), foreign('ships', 'Which ones?')];
    await writeFile(strange, JSON.stringify(notes));
    const { page, context } = await freshPage(session);
    await openText(page, story);
    await selectText(page, 'after a long wait');
    await press(page, 'button', 'Note');
    await page.keyboard.type('Eleven years, to be exact.');
    await press(page, 'button', 'Done with “after a long wait”');
    await saved(page);
    await press(page, 'button', 'Articles Harbour opens');
    const { text } = await downloaded(session.downloads, () => press(page, 'button', 'Back up everything'));
    await context.close();
    const backup = JSON.parse(text);
    for (const line of backup.records.filter((/** @type {any} */ it) =>
      it.key.startsWith('manicule/note/'),
    )) {
      const { record } = JSON.parse(line.raw);
      record['manicule:revisions'] = [
        {
          'manicule:text': 'Nine years, as the paper says.',
          'manicule:modified': '2026-03-04T05:06:07.000Z',
        },
      ];
      // The first layout had no checksum.
      line.raw = JSON.stringify({ version: 1, record });
    }
    await writeFile(kept, JSON.stringify(backup));
  });

  for (const dark of [false, true]) {
    for (const [width, height] of /** @type {[number, number][]} */ ([
      [1440, 900],
      [390, 844],
    ])) {
      test(`${dark ? 'dark' : 'light'} at ${width} px`, async () => {
        const { page, context } = await freshPage(session, { width, height, dark });
        await check(page, 'the sample');
        await openText(
          page,
          'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait. Ships came from Porto.',
        );
        await selectText(page, 'after a long wait');
        await check(page, 'with the toolbar');
        await press(page, 'button', 'Highlight yellow');
        await saved(page);
        await selectText(page, 'Ships came from');
        await press(page, 'button', 'Note');
        await byRole(page, 'textbox', 'Note on “Ships came from”');
        await check(page, 'while a note is written');
        await page.keyboard.type('A **note**.');
        await page.keyboard.press('Escape');
        await saved(page);
        await check(page, 'with a note');
        const bulk = await page.waitForSelector('summary::-p-text(Change all 2 shown)');
        await bulk?.click();
        await check(page, 'with what is done to all shown');
        await press(page, 'button', 'Colours…');
        await byRole(page, 'dialog', 'Colours and templates');
        await check(page, 'with the dialog Colours and templates');
        await page.keyboard.press('Escape');
        if (width < 1100 && (await has(page, 'button', 'Close notes'))) {
          await press(page, 'button', 'Close notes');
        }
        await press(page, 'button', 'Lisbon');
        await check(page, 'with a card');
        await press(page, 'button', 'Type…');
        await check(page, 'with the types');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        for (const [opener, dialog] of [
          ['Paste, drop or open an article', 'Open an article'],
          [width < 1100 ? 'Articles' : 'Articles Harbour opens', 'Articles'],
          ['Export', 'Export and import'],
        ]) {
          await press(page, 'button', /** @type {string} */ (opener));
          await byRole(page, 'dialog', /** @type {string} */ (dialog));
          await check(page, `with the dialog ${dialog}`);
          await page.keyboard.press('Escape');
        }
        await press(page, 'button', 'Settings');
        await byRole(page, 'dialog', 'Settings');
        await check(page, 'with the dialog Settings');
        await page.keyboard.press('Escape');
        await page.keyboard.press('?');
        await byRole(page, 'dialog', 'Keys');
        await check(page, 'with the dialog Keys');
        await context.close();
      });

      test(`what is rare, ${dark ? 'dark' : 'light'} at ${width} px`, async () => {
        const { page, context } = await freshPage(session, { width, height, dark });
        await showArticles(page, width);
        await check(page, 'with the backup section');
        await upload(page, 'Backup file', kept);
        await byRole(page, 'dialog', 'Restore a backup');
        await check(page, 'with what a restore will bring');
        await press(page, 'button', 'Restore');
        await said(page, 'Restored');
        await showArticles(page, width);
        await press(page, 'button', 'Harbour opens');
        await page.waitForFunction(
          () =>
            document.querySelector('#article h1')?.textContent === 'Harbour opens' &&
            !document.querySelector('[role="dialog"][aria-label="Articles"]'),
        );
        await showNotes(page, width);
        await page.waitForSelector('.revision-text', { visible: true });
        await check(page, 'with the other text of a note');
        if (width < 1100) await press(page, 'button', 'Close notes');

        await press(page, 'button', 'Export');
        await upload(page, 'Files of annotations', strange);
        await byRole(page, 'dialog', 'Import');
        await check(page, 'with what an import comes to');
        await press(page, 'button', 'Import');
        await said(page, 'Imported: 2 added');
        await showNotes(page, width);
        const lost = await page.waitForSelector('summary::-p-text(2 notes without a sure place)');
        // By key: what lies above it may still grow, and a click would miss.
        await lost?.focus();
        await page.keyboard.press('Enter');
        await byRole(page, 'button', 'Choose place 2 for “ships”');
        await check(page, 'with notes that lost their place and where they could stand');
        await press(page, 'button', 'History…');
        await byRole(page, 'dialog', 'History');
        await check(page, 'with the dialog History');
        await page.keyboard.press('Escape');
        if (width < 1100) {
          await press(page, 'button', 'Close notes');
          await press(page, 'button', 'Entities');
          await byRole(page, 'button', 'Close entities');
          await check(page, 'with the sheet of entities');
        }
        await context.close();
      });
    }
  }
});
