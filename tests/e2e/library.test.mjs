/** The library: found by words, sorted, tagged, put away, exported, deleted; later versions; what is said of an article. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  has,
  inAll,
  inFirst,
  openText,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
  words,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const files = join(dirname(fileURLToPath(import.meta.url)), 'files');
const first = `The lamps of Ostrava Street

For eleven years nobody in the town could say who lit the lamps on the street. They were gas lamps, forty-two of them, and every evening they burned before the shops had closed.

The council had stopped paying for them in 2009. The gasworks had been sold twice since then.`;
const second = first
  .replace('For eleven years', 'A correction was made on Tuesday. For eleven years')
  .replace('The gasworks had been sold twice since then.', 'Nobody knows why.');

const session = await sharedBrowser();

/** Inline styles in a file are refused by the page's policy, and the browser says so. @param {string[]} problems */
function unexpected(problems) {
  return problems.filter((it) => !/Applying inline style violates/.test(it));
}

/** @param {Page} page */
async function showLibrary(page) {
  if (!(await has(page, 'dialog', 'Articles')))
    await (await page.waitForSelector('#library-button'))?.click();
  await byRole(page, 'list', 'Your articles');
}

/** The titles in the list. @param {Page} page */
async function titles(page) {
  return inAll(page, '.shelved .article-title', (all) => all.map((node) => node.textContent ?? ''));
}

/** Types into a field. @param {Page} page @param {string} role @param {string} name @param {string} text */
async function type(page, role, name, text) {
  const field = await byRole(page, role, name);
  await field.click({ count: 3 });
  await page.keyboard.type(text);
}

/** Opens a file by the dialog. @param {Page} page @param {string} path */
async function choose(page, path) {
  await press(page, 'button', 'Paste, drop or open an article');
  await byRole(page, 'button', 'Choose a file…');
  const input = await page.$('input[type=file][aria-label="Article file"]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
  await said(page, 'Article opened');
}

/** Marks a quote and writes a note on it. @param {Page} page @param {string} quote @param {string} text */
async function note(page, quote, text) {
  await selectText(page, quote);
  await press(page, 'button', 'Note');
  await page.keyboard.type(text);
  await press(page, 'button', `Done with “${quote}”`);
  await saved(page);
}

describe(`the library in ${browserName}`, () => {
  test('what a page says of its article is shown, can be changed, and is exported', async () => {
    const { page, context, problems } = await freshPage(session);
    await choose(page, join(files, 'page.htm'));
    const about = await words(page, 'note', 'About this article');
    for (const fact of ['The Moravian Gazette', 'Milena Havlíčková', 'November 5, 2024', 'gazette.example'])
      assert.ok(about.includes(fact), `${fact} in ${about}`);
    await press(page, 'button', 'Edit what is said of this article');
    await type(page, 'textbox', 'Author', 'M. Havlíčková');
    await type(page, 'textbox', 'Tags', 'light, Moravia');
    await press(page, 'button', 'Save');
    await page.waitForFunction(() =>
      document.querySelector('#about')?.textContent?.includes('M. Havlíčková'),
    );
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    assert.match(await words(page, 'note', 'About this article'), /M\. Havlíčková/);
    await showLibrary(page);
    const facts = await inAll(page, '.shelved > li:first-child .facts', (all) =>
      all.map((it) => it.textContent).join(' '),
    );
    for (const fact of ['The Moravian Gazette', '#light', '#Moravia', 'entities'])
      assert.ok(facts.includes(fact), `${fact} in ${facts}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await page.waitForFunction(() =>
      document.querySelector('#about')?.textContent?.includes('Milena Havlíčková'),
    );
    assert.deepEqual(unexpected(problems), []);
    await context.close();
  });

  test('articles are found by words of texts and notes, tagged, put away, exported and deleted together', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nThe harbour of Óbidos opened on Monday after a long wait.');
    await note(page, 'long wait', 'Whose fault was it?');
    await openText(page, 'Bridge closes\n\nThe bridge near Vigo was closed on Friday.');
    await showLibrary(page);
    assert.equal((await titles(page)).length, 3);
    await check(page, 'the library');
    await type(page, 'searchbox', 'Search all articles and notes', 'obidos');
    await page.waitForFunction(() => document.querySelectorAll('.shelved .article-title').length === 1);
    assert.deepEqual(await titles(page), ['Harbour opens']);
    assert.equal(await inFirst(page, '.shelved mark', (node) => node.textContent), 'Óbidos');
    await type(page, 'searchbox', 'Search all articles and notes', 'fault');
    await page.waitForFunction(() =>
      document.querySelector('.shelved .found')?.textContent?.includes('Note:'),
    );
    await type(page, 'searchbox', 'Search all articles and notes', ' ');
    await page.waitForFunction(() => document.querySelectorAll('.shelved .article-title').length === 3);
    await (await byRole(page, 'combobox', 'Sort by')).select('title');
    assert.deepEqual((await titles(page)).slice(0, 2), ['Bridge closes', 'Harbour opens']);

    await press(page, 'checkbox', 'Choose “Bridge closes”');
    await press(page, 'checkbox', 'Choose “Harbour opens”');
    await type(page, 'textbox', 'Tag for the chosen articles', 'news');
    await press(page, 'button', 'Add tag');
    await said(page, 'Tag added');
    assert.equal((await page.$$('.shelved .tag-name')).length, 2);
    await page.keyboard.press('Escape');
    await showLibrary(page);
    await press(page, 'checkbox', 'Choose “Bridge closes”');
    await press(page, 'checkbox', 'Choose “Harbour opens”');
    const group = await byRole(page, 'group', 'Chosen articles');
    await (await group.$$('button'))[2]?.click();
    for (
      let waited = 0;
      waited < 100 && !(await readdir(session.downloads)).some((it) => /\.zip$/.test(it));
      waited += 1
    )
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.ok((await readdir(session.downloads)).some((it) => /^manicule-articles.*\.zip$/.test(it)));
    await said(page, '2 articles exported');
    await showLibrary(page);
    for (const title of ['Bridge closes', 'Harbour opens'])
      if (
        !(await inFirst(
          page,
          `[aria-label="Choose “${title}”"]`,
          (box) => /** @type {HTMLInputElement} */ (box).checked,
        ))
      )
        await press(page, 'checkbox', `Choose “${title}”`);
    await (await (await byRole(page, 'group', 'Chosen articles')).$$('button'))[1]?.click();
    await said(page, 'Put away');
    assert.equal((await titles(page)).length, 1);
    await press(page, 'button', 'Put away (2)');
    assert.equal((await titles(page)).length, 2);
    for (const title of ['Bridge closes', 'Harbour opens'])
      await press(page, 'checkbox', `Choose “${title}”`);
    await (await (await byRole(page, 'group', 'Chosen articles')).$$('button'))[3]?.click();
    await said(page, '2 articles deleted');
    await press(page, 'button', 'Undo');
    await said(page, 'Undone');
    assert.deepEqual(unexpected(problems), []);
    await context.close();
  });

  test('a later version is recognised, shows what changed, and takes the notes over; undone in one step', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, first);
    await note(page, 'forty-two of them', 'Who counted?');
    await note(page, 'sold twice since then', 'To whom?');
    await openText(page, second);
    assert.match(await words(page, 'dialog', 'An earlier version'), /later version of “The lamps.*2 notes/);
    await check(page, 'a later version');
    await press(page, 'button', 'Show what changed');
    await byRole(page, 'dialog', 'What changed');
    await check(page, 'what changed');
    const changed = await inAll(page, '.changes ins, .changes del', (all) =>
      all.map((it) => `${it.localName}: ${it.textContent?.trim()}`),
    );
    assert.ok(
      changed.some((it) => it.startsWith('ins: A correction was made on Tuesday.')),
      changed.join('\n'),
    );
    assert.ok(
      changed.some((it) => it.startsWith('del: ') && it.includes('gasworks')),
      changed.join('\n'),
    );
    await press(page, 'button', 'Carry my notes over');
    await said(page, '1 carried over; 1 lost their place');
    const notes = await inAll(page, 'aside li.note', (all) =>
      all.map((it) => it.textContent ?? '').join(' '),
    );
    assert.ok(notes.includes('Who counted?') && notes.includes('To whom?'), notes);
    await showLibrary(page);
    assert.equal((await titles(page)).length, 2, 'The earlier version stands with the later one.');
    assert.match(await inFirst(page, '.shelved .earlier', (it) => it.textContent ?? ''), /Earlier version/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await said(page, 'Undone');
    await showLibrary(page);
    assert.equal((await titles(page)).length, 3);
    assert.deepEqual(unexpected(problems), []);
    await context.close();
  });

  test('an article is opened where it was left off', async () => {
    const { page, context, problems } = await freshPage(session);
    const paragraph = (/** @type {number} */ n) =>
      `Paragraph ${n} tells of the harbour, of its ferries and of the people who wait for them.`;
    await openText(
      page,
      `A long story\n\n${Array.from({ length: 80 }, (_, n) => paragraph(n)).join('\n\n')}`,
    );
    await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
    await page.waitForFunction(() =>
      Object.entries(localStorage).some(
        ([key, value]) => key.includes('device-seen-') && /at\W+[1-9]/.test(value),
      ),
    );
    // What is written down when scrolling has rested comes at the worst moment: an article just stands there.
    await page.evaluate(() => {
      /** @type {Function[]} */
      const rested = [];
      const plain = /** @type {Function} */ (window.setTimeout);
      const held = (
        /** @type {Function} */ act,
        /** @type {number} */ delay,
        /** @type {any[]} */ ...more
      ) => (delay === 700 ? rested.push(act) : plain(act, delay, ...more));
      Object.assign(window, { setTimeout: held });
      const article = /** @type {Element} */ (document.querySelector('#article'));
      new MutationObserver(() => {
        if (article.querySelector('h1')?.textContent === 'A long story')
          for (const act of rested.splice(0)) act();
      }).observe(article, { childList: true });
    });
    await openText(page, 'Bridge closes\n\nThe bridge near Vigo was closed on Friday.');
    await showLibrary(page);
    assert.match(
      await inAll(page, '.shelved .facts', (all) => all.map((it) => it.textContent).join(' ')),
      /read to \d+ %/,
    );
    await press(page, 'button', 'A long story');
    await page.waitForFunction(() => scrollY > 800);
    assert.deepEqual(unexpected(problems), []);
    await context.close();
  });
});
