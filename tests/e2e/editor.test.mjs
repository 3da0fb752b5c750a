/** Writing a note: completion, links, preview, templates. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  freshPage,
  has,
  inAll,
  openText,
  press,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const text =
  'Harbour opens\n\nThe harbour of Lisbon opened on Monday. Ships came to Lisbon from Porto after a long wait.';

/** Selects a passage and opens a note on it. @param {Page} page @param {string} quote */
async function note(page, quote) {
  await selectText(page, quote);
  await press(page, 'button', 'Note');
  await byRole(page, 'combobox', `Template for the note on “${quote}”`);
}

/** @param {Page} page @param {string} name */
const value = async (page, name) =>
  (await byRole(page, 'textbox', name)).evaluate((node) => /** @type {HTMLTextAreaElement} */ (node).value);

describe(`writing a note, in ${browserName}`, () => {
  test('@ links an entity, [[ another note or an article, and the links lead there', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await note(page, 'a long wait');
    await page.keyboard.type('How long? Ask in @por');
    await byRole(page, 'option', 'Porto Entity');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' and see [[rabat');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const written = await value(page, 'Note on “a long wait”');
    assert.match(
      written,
      /^How long\? Ask in \[Porto\]\(urn:manicule:entity:Porto\) and see \[Lisbon and Rabat .*\]\(urn:manicule:article:[^)]+\)$/,
    );
    await page.keyboard.press('Escape');
    await saved(page);
    await note(page, 'opened on Monday');
    await page.keyboard.type('After [[how lo');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await saved(page);

    await page.click('.note-body a[href^="urn:uuid:"]');
    await page.waitForFunction(
      () => document.querySelector('li.note.active .passage')?.textContent === '“a long wait”',
    );
    await press(page, 'link', 'Porto');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Porto');
    await page.keyboard.press('Escape');
    await (
      await byRole(page, 'link', 'Lisbon and Rabat Agree to Lay Power Cable Across the Atlantic Shelf')
    ).click();
    await page.waitForFunction(() =>
      document.querySelector('#article h1')?.textContent?.startsWith('Lisbon and'),
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('tags in use are offered, the note is previewed, a template goes in', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, text);
    await note(page, 'a long wait');
    await (await byRole(page, 'textbox', 'Tags of “a long wait”')).focus();
    await page.keyboard.type('sources, doubtful');
    await page.keyboard.press('Escape');
    await note(page, 'opened on Monday');
    await (await byRole(page, 'combobox', 'Template for the note on “opened on Monday”')).select('0');
    assert.match(
      await value(page, 'Note on “opened on Monday”'),
      /\*\*Claim:\*\*[^]*\*\*Evidence:\*\*[^]*\*\*Question:\*\*/,
    );
    await press(page, 'button', 'Preview');
    await page.waitForFunction(
      () => document.querySelector('.note-preview strong')?.textContent === 'Claim:',
    );
    await (await byRole(page, 'textbox', 'Tags of “opened on Monday”')).focus();
    await page.keyboard.type('new, dou');
    await byRole(page, 'option', 'doubtful 1×');
    await check(page, 'a note with its completions and preview');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await value(page, 'Tags of “opened on Monday”'), 'new, doubtful, ');
    await page.keyboard.press('Escape');
    await saved(page);
    assert.equal(await has(page, 'button', '#doubtful'), true);
    assert.equal(
      await inAll(page, 'li.note .tag', (tags) => tags.map((tag) => tag.textContent).join(' ')),
      '#new #doubtful #sources #doubtful',
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('Escape closes the completions before the note, in both themes and on a phone axe has no complaint', async () => {
    for (const dark of [false, true])
      for (const width of [1440, 390]) {
        const { page, context } = await freshPage(session, { dark, width });
        await openText(page, text);
        await note(page, 'a long wait');
        await page.keyboard.type('@');
        await byRole(page, 'option', 'Lisbon Entity');
        await check(page, `completions, ${width}, ${dark ? 'dark' : 'light'}`);
        await page.keyboard.press('Escape');
        assert.equal(await has(page, 'option', 'Lisbon Entity'), false);
        assert.equal(await value(page, 'Note on “a long wait”'), '@');
        await page.keyboard.press('Escape');
        await page.waitForFunction(() => !document.querySelector('li.note.editing'));
        await context.close();
      }
  });
});
