/** Articles from other pages: by bookmarklet, by address, by a link; nothing is kept or asked for before the reader says so. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import {
  browserName,
  byRole,
  freshPage,
  inFirst,
  press,
  said,
  sharedBrowser,
  url,
  words,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const files = join(dirname(fileURLToPath(import.meta.url)), 'files');

const session = await sharedBrowser();
/** @type {import('node:http').Server} */
let server;
let site = '';

/** The titles that the core lists. @param {Page} page */
async function title(page) {
  return inFirst(page, '#current-title', (node) => node.textContent);
}

describe(`articles from other pages in ${browserName}`, () => {
  before(async () => {
    const page = await readFile(join(files, 'page.htm'));
    server = createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      answer.end(page);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  });

  after(async () => {
    server.closeAllConnections();
    server.close();
  });

  test('the bookmarklet hands a page over, and Manicule asks before it keeps it', async () => {
    const { page, context } = await freshPage(session);
    await press(page, 'button', 'Paste, drop or open an article');
    const link = await byRole(page, 'link', 'Read in Manicule');
    const href = await link.evaluate((node) => node.getAttribute('href') ?? '');
    const [scheme, ...rest] = href.split(':');
    assert.equal(scheme, 'javascript');
    const script = decodeURIComponent(rest.join(':'));
    const other = await context.newPage();
    await other.goto(site);
    const opened = new Promise((/** @type {(page: Page | null) => void} */ resolve) =>
      other.once('popup', resolve),
    );
    // A browser runs a bookmarklet as a press of the reader's.
    await other.evaluate(script);
    const manicule = await opened;
    assert.ok(manicule, 'Manicule opens.');
    const dialog = await words(manicule, 'dialog', 'Bring this in?');
    assert.match(dialog, /From 127\.0\.0\.1/);
    assert.match(dialog, /The Lamps of Ostrava Street/);
    assert.match((await title(manicule)) ?? '', /Lisbon and Rabat/, 'Nothing was kept yet.');
    await press(manicule, 'button', 'Read it here');
    await said(manicule, 'Article opened');
    assert.equal(await title(manicule), 'The Lamps of Ostrava Street');
    await manicule.waitForFunction(() =>
      document.querySelector('#about')?.textContent?.includes('The Moravian Gazette'),
    );
    assert.ok(!manicule.url().includes('shared'), manicule.url());
    await context.close();
  });

  test('what is sent by a stranger, or without the number, is not taken', async () => {
    const { page, context } = await freshPage(session);
    await page.goto(new URL('bring.html#0123456789abcdef0123', url).href);
    await page.waitForFunction(() =>
      document.querySelector('#receiving')?.textContent?.includes('did not let itself'),
    );
    const other = await context.newPage();
    await other.goto(site);
    const opened = new Promise((/** @type {(page: Page | null) => void} */ resolve) =>
      other.once('popup', resolve),
    );
    await other.evaluate((address) => {
      const target = open(address);
      const send = () =>
        target?.postMessage({ manicule: 'another number', html: '<p>Forged', url: 'x', title: 'x' }, '*');
      setInterval(send, 200);
    }, new URL('bring.html#0123456789abcdef0123', url).href);
    const manicule = await opened;
    assert.ok(manicule, 'A window opens.');
    await manicule.waitForFunction(() =>
      document.querySelector('#receiving')?.textContent?.includes('did not let itself'),
    );
    assert.match(manicule.url(), /bring\.html/);
    await context.close();
  });

  test('a link with a text is asked about; one with an address is fetched only when the reader says so', async () => {
    const { page, context, problems } = await freshPage(session);
    const text = 'Harbour opens\n\nThe harbour of Lisbon opened on Monday.';
    await page.goto(`${url}?text=${encodeURIComponent(text)}`);
    assert.match(await words(page, 'dialog', 'Bring this in?'), /From a link.*harbour of Lisbon/);
    await press(page, 'button', 'No');
    assert.match((await title(page)) ?? '', /Lisbon and Rabat/);
    await page.goto(`${url}#text=${encodeURIComponent(text)}`);
    await page.reload();
    await press(page, 'button', 'Read it here');
    await said(page, 'Article opened');
    assert.equal(await title(page), 'Harbour opens');
    await page.goto(`${url}?url=${encodeURIComponent('https://gazette.invalid/lamps')}`);
    const field = await byRole(page, 'textbox', 'Address of a page');
    assert.equal(
      await field.evaluate((node) => /** @type {HTMLInputElement} */ (node).value),
      'https://gazette.invalid/lamps',
    );
    const asked = () => problems.filter((it) => it.startsWith('request to'));
    assert.deepEqual(asked(), [], 'Nothing was asked of another machine.');
    await press(page, 'button', 'Fetch');
    await page.waitForFunction(() =>
      document.querySelector('#fetched')?.textContent?.includes('Two ways always work'),
    );
    assert.equal(await inFirst(page, '#fetched', (node) => node.textContent?.includes('bookmarklet')), true);
    assert.ok(
      asked().some((it) => it.includes('https://gazette.invalid/lamps')),
      problems.join('\n'),
    );
    await context.close();
  });
});
