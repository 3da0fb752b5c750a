/** Quotations with their source, links to a passage, print and the article as a page of its own. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  drop,
  freshPage,
  inAll,
  inFirst,
  openText,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const html = `<html><head><title>Harbour opens</title><link rel="canonical" href="https://news.example/harbour-opens"></head>
<body><article><h1>Harbour opens</h1><p>The old harbour of Lisbon opened on March 4, 2024 after a long wait - eleven years.</p>
<p>Ships came from Porto. Nobody knows who paid for the harbour of Lisbon, and a long wait lies ahead for all who ask.</p></article></body></html>`;

/** Keeps what the page would copy. @param {Page} page */
async function listen(page) {
  await page.evaluate(() => {
    const kept = /** @type {any} */ (globalThis);
    navigator.clipboard.writeText = async (text) => void (kept.copied = text);
    navigator.clipboard.write = async ([item]) => {
      kept.copied = item ? await (await item.getType('text/html')).text() : '';
    };
  });
}

/** @param {Page} page @param {string} quote @param {string} way @param {number} [nth] */
async function copied(page, quote, way, nth = 0) {
  await selectText(page, quote, nth);
  await press(page, 'button', 'Copy…');
  await press(page, 'button', way);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).copied !== undefined);
  return page.evaluate(() => {
    const kept = /** @type {any} */ (globalThis);
    const text = kept.copied;
    kept.copied = undefined;
    getSelection()?.removeAllRanges();
    return String(text);
  });
}

const told = html.replace(
  '</head>',
  `<meta name="author" content="Ana Prata"><meta property="og:site_name" content="The Harbour Post">
   <meta property="article:published_time" content="2024-03-05T09:00:00Z"></head>`,
);

describe(`citing, in ${browserName}`, () => {
  test('what was read with an article stands in its citation', async () => {
    const { page, context } = await freshPage(session);
    await drop(page, 'harbour.html', 'text/html', told);
    await said(page, 'Article opened');
    await listen(page);
    assert.equal(
      await copied(page, 'Ships came from Porto', 'With its source'),
      '“Ships came from Porto”\n— Ana Prata, “Harbour opens”, The Harbour Post, 2024-03-05, https://news.example/harbour-opens',
    );
    await context.close();
  });

  test('a passage with its source in three forms, and a link that says which of two is meant', async () => {
    const { page, context, problems } = await freshPage(session);
    await drop(page, 'harbour.html', 'text/html', html);
    await said(page, 'Article opened');
    await listen(page);
    assert.equal(
      await copied(page, 'Ships came from Porto', 'With its source'),
      '“Ships came from Porto”\n— “Harbour opens”, news.example, https://news.example/harbour-opens',
    );
    assert.equal(
      await copied(page, 'Ships came from Porto', 'With its source, as Markdown'),
      '> Ships came from Porto\n>\n> — [“Harbour opens”](https://news.example/harbour-opens), news.example',
    );
    const rich = await copied(page, 'Ships came from Porto', 'With its source, as rich text');
    assert.match(
      rich,
      /<blockquote[^>]* cite="https:\/\/news\.example\/harbour-opens"[^>]*><p>Ships came from Porto<\/p><\/blockquote>/,
    );
    assert.equal(
      await copied(page, 'Ships came from Porto', 'A link to the passage'),
      'https://news.example/harbour-opens#:~:text=Ships%20came%20from%20Porto',
    );
    assert.equal(
      await copied(page, 'a long wait', 'A link to the passage', 1),
      'https://news.example/harbour-opens#:~:text=harbour%20of%20Lisbon%2C%20and-,a%20long%20wait,-lies%20ahead%20for%20all',
    );
    assert.equal(
      await copied(page, 'wait - eleven', 'A link to the passage'),
      'https://news.example/harbour-opens#:~:text=wait%20%2D%20eleven',
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('what is not known of an article is left out; axe has no complaint', async () => {
    for (const dark of [false, true])
      for (const width of [1440, 390]) {
        const { page, context } = await freshPage(session, { dark, width });
        await openText(page, 'Harbour opens\n\nBy Ana Lind, LISBON, March 4, 2024\n\nShips came from Porto.');
        await listen(page);
        await selectText(page, 'Ships came');
        if (width === 390) await press(page, 'button', 'Copy…');
        else await page.keyboard.press('y');
        await byRole(page, 'dialog', 'Copy “Ships came”');
        await check(page, `copying, ${width}, ${dark ? 'dark' : 'light'}`);
        await press(page, 'button', 'With its source');
        await page.waitForFunction(
          () =>
            /** @type {any} */ (globalThis).copied ===
            '“Ships came”\n— Ana Lind, LISBON, March 4, 2024, “Harbour opens”',
        );
        await context.close();
      }
  });

  test('paper has numbers that lead to the notes, and nothing of them stays', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nShips came from Porto after a long wait. Nobody paid.');
    for (const [quote, words] of [
      ['Nobody paid', 'Who says so?'],
      ['from Porto', 'Or from Vigo?'],
    ]) {
      await selectText(page, quote ?? '');
      await press(page, 'button', 'Note');
      await page.keyboard.type(words ?? '');
      await page.keyboard.press('Escape');
      await saved(page);
    }
    const text = await inFirst(page, '#article', (article) => article.textContent);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const numbered = await page.evaluate(() => ({
      text: document.querySelector('#article')?.textContent,
      numbers: [...document.querySelectorAll('#article sup')].map((mark) => [
        /** @type {HTMLElement} */ (mark).dataset['number'],
        mark.previousSibling?.textContent?.slice(-5) ?? mark.parentElement?.textContent?.slice(-5),
      ]),
      notes: [...document.querySelectorAll('li.note')].map((note) => [
        /** @type {HTMLElement} */ (note).dataset['number'],
        note.querySelector('.note-body')?.textContent?.trim(),
      ]),
    }));
    assert.equal(numbered.text, text, 'The text of the article stays its text.');
    assert.deepEqual(numbered.numbers, [
      ['1', 'Porto'],
      ['2', ' paid'],
    ]);
    assert.deepEqual(numbered.notes, [
      ['1', 'Or from Vigo?'],
      ['2', 'Who says so?'],
    ]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await inAll(page, '#article sup', (all) => all.length), 0);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the article goes out as one page that opens without us', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nShips came from Porto after a long wait. Nobody paid.');
    await selectText(page, 'a long wait');
    await press(page, 'button', 'Note');
    await page.keyboard.type('**How** long?');
    await page.keyboard.press('Escape');
    await saved(page);
    await press(page, 'button', 'Export');
    await (await byRole(page, 'combobox', 'Format')).select('html');
    await press(page, 'button', 'Download');
    await said(page, 'Annotations downloaded');
    // Firefox writes under another name first.
    let [name, before] = ['', ''];
    for (let waited = 0; (!name || name !== before) && waited < 100; waited += 1) {
      if (waited > 0) await new Promise((resolve) => setTimeout(resolve, 300));
      before = name;
      name = (await readdir(session.downloads)).find((file) => file.endsWith('.html')) ?? '';
    }
    const path = join(session.downloads, name);
    assert.doesNotMatch(await readFile(path, 'utf8'), /<script/);
    const alone = await context.newPage();
    await alone.goto(pathToFileURL(path).href);
    const shown = await alone.evaluate(() => ({
      mark: document.querySelector('mark')?.textContent,
      painted: getComputedStyle(document.querySelector('mark') ?? document.body).backgroundColor,
      line: getComputedStyle(document.querySelector('.entity') ?? document.body).textDecorationLine,
      number: document.querySelector('sup a')?.textContent,
      strong: document.querySelector('.note strong')?.textContent,
    }));
    assert.deepEqual(shown, {
      mark: 'a long wait',
      painted: 'rgb(255, 229, 138)',
      line: 'underline',
      number: '1',
      strong: 'How',
    });
    await check(alone, 'the article as a page of its own');
    assert.deepEqual(problems, []);
    await context.close();
  });
});
