/** Ways in that only a site, a folder or the system can open: an address that may be read, many files at once, a file that is opened with Manicule. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  inAll,
  inFirst,
  press,
  said,
  sharedBrowser,
  url,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const files = join(dirname(fileURLToPath(import.meta.url)), 'files');

const session = await sharedBrowser({ trusting: true });
/** @type {string} */
let folder;
/** The site, where a certificate could be made for it. @type {import('node:https').Server | undefined} */
let server;
let site = '';
/** What the site was asked, by path. @type {Map<string, import('node:http').IncomingHttpHeaders>} */
const asked = new Map();

/** Makes a certificate that nobody vouches for; undefined where there is no openssl. */
async function certificate() {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2';
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  try {
    await promisify(execFile)('openssl', [...request.split(' '), '-keyout', key, '-out', cert, ...name]);
  } catch {
    return undefined;
  }
  return { key: await readFile(key), cert: await readFile(cert) };
}

/** Has the page at an address fetched. @param {Page} page @param {string} address */
async function fetchFrom(page, address) {
  await press(page, 'button', 'Paste, drop or open an article');
  const field = await byRole(page, 'textbox', 'Address of a page');
  await field.click();
  await page.keyboard.type(address);
  await press(page, 'button', 'Fetch');
}

/** @param {Page} page */
const title = (page) => inFirst(page, '#current-title', (node) => node.textContent);

/** The titles of the library, the latest first. @param {Page} page */
async function titles(page) {
  await inFirst(page, '#library-button', (node) => /** @type {HTMLElement} */ (node).click());
  await page.waitForSelector('.article-title');
  const all = await inAll(page, '.article-title', (nodes) => nodes.map((node) => node.textContent?.trim()));
  await page.keyboard.press('Escape');
  return all;
}

/** A folder with three articles, one of them in a folder of its own, and much that is none. */
async function folderOfArticles() {
  const top = join(folder, 'Reading');
  await mkdir(join(top, 'older', '.cache'), { recursive: true });
  await writeFile(
    join(top, '1 harbour.md'),
    '# Harbour opens\n\nThe harbour of **Lisbon** opened on Monday.\n',
  );
  await writeFile(
    join(top, '2 bridge.html'),
    '<!doctype html><title>Bridge closes</title><article><h1>Bridge closes</h1><p>The bridge in Porto closed on Tuesday, and nobody knows for how long. The town asked for a ferry.</p></article>',
  );
  await writeFile(join(top, 'picture.png'), Buffer.from([137, 80, 78, 71]));
  await writeFile(join(top, 'older', 'ferry.txt'), 'Ferry comes\n\nThe ferry to Vigo came on Friday.\n');
  await writeFile(join(top, 'older', '.cache', 'hidden.txt'), 'Hidden\n\nNobody meant this one.\n');
  return top;
}

/** Drops a folder of the same where no protocol has a reader's hands: what the event gives is as browsers give it. */
function dropped() {
  const file = (/** @type {string} */ name, /** @type {string} */ text) => ({
    name,
    isFile: true,
    isDirectory: false,
    file: (/** @type {(file: File) => void} */ give) => give(new File([text], name)),
  });
  const directory = (/** @type {string} */ name, /** @type {object[]} */ within) => ({
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const rest = [...within];
      // One at a time, and nothing at the end.
      return { readEntries: (/** @type {(some: object[]) => void} */ give) => give(rest.splice(0, 1)) };
    },
  });
  const reading = directory('Reading', [
    file('1 harbour.md', '# Harbour opens\n\nThe harbour of Lisbon opened on Monday.'),
    file('2 bridge.md', '# Bridge closes\n\nThe bridge in Porto closed on Tuesday.'),
    file('picture.png', 'no text'),
    directory('older', [
      file('ferry.txt', 'Ferry comes\n\nThe ferry to Vigo came on Friday.'),
      directory('.cache', [file('hidden.txt', 'Hidden\n\nNobody meant this one.')]),
    ]),
  ]);
  const beside = new File(['Beside\n\nThis one lay beside the folder in Porto.'], 'beside.txt');
  const event = new DragEvent('drop', { bubbles: true, cancelable: true });
  const data = {
    types: ['Files'],
    items: [reading, file('beside.txt', '')].map((entry) => ({ webkitGetAsEntry: () => entry })),
    // A folder is among the files, too, as one that cannot be read.
    files: [new File([], 'Reading'), beside],
    getData: () => '',
  };
  Object.defineProperty(event, 'dataTransfer', { value: data });
  document.querySelector('#article')?.dispatchEvent(event);
}

/** A text without marks is called as its file is. */
const FOLDER = ['Bridge closes', 'Harbour opens', 'ferry'];

describe(`ways in, in ${browserName}`, () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manicule-ways-'));
    const made = await certificate();
    if (!made) return;
    const page = await readFile(join(files, 'page.htm'));
    const notes = 'Harbour notes\n\nThe harbour of Lisbon opened on Monday after a long wait.\n';
    server = createServer(made, ({ url: path = '', headers }, answer) => {
      asked.set(path, headers);
      if (!path.startsWith('/closed')) answer.setHeader('access-control-allow-origin', '*');
      answer.setHeader('set-cookie', 'seen=before; SameSite=None; Secure');
      if (path === '/gone') answer.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not here.');
      else if (path.endsWith('.txt')) answer.writeHead(200, { 'content-type': 'text/plain' }).end(notes);
      else answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    await new Promise((resolve) => server?.listen(0, 'localhost', () => resolve(undefined)));
    const address = server.address();
    site = `https://localhost:${typeof address === 'object' ? address?.port : 0}`;
  });

  after(async () => {
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a page whose site lets others read it comes by its address, with what it says of itself', async (t) => {
    if (!server) return t.skip('There is no openssl to make a certificate with.');
    const { page, context } = await freshPage(session);
    // The reader was there, and has a cookie of the site's; it does not go along.
    const before = await context.newPage();
    await before.goto(`${site}/before`);
    await before.reload();
    assert.equal(asked.get('/before')?.cookie, 'seen=before');
    await before.close();
    await page.bringToFront();
    await fetchFrom(page, `${site}/2024/lamps`);
    await said(page, 'Article opened');
    assert.equal(await title(page), 'The Lamps of Ostrava Street');
    await page.waitForFunction(() =>
      document.querySelector('#about')?.textContent?.includes('The Moravian Gazette'),
    );
    const text = await inFirst(page, '#article', (node) => node.textContent ?? '');
    assert.match(text, /For eleven years nobody/);
    assert.doesNotMatch(text, /Accept all|Share on Facebook/);
    // The page names its own address; where it does not, the one that was asked stays.
    const source = await inFirst(page, '#about a', (node) => /** @type {HTMLAnchorElement} */ (node).href);
    assert.equal(source, 'https://gazette.example/2024/11/lamps-of-ostrava-street');
    await fetchFrom(page, `${site}/notes.txt`);
    await page.waitForFunction(() => document.querySelector('#current-title')?.textContent === 'notes');
    // The line over the article comes a moment after its text.
    await page.waitForFunction(
      (own) => /** @type {HTMLAnchorElement | null} */ (document.querySelector('#about a'))?.href === own,
      {},
      `${site}/notes.txt`,
    );
    for (const path of ['/2024/lamps', '/notes.txt']) {
      assert.ok(asked.has(path));
      assert.equal(asked.get(path)?.cookie, undefined, path);
      assert.equal(asked.get(path)?.referer, undefined, path);
    }
    return context.close();
  });

  test('a site that does not let others read it, and an address with nothing, are told apart', async (t) => {
    if (!server) return t.skip('There is no openssl to make a certificate with.');
    const { page, context } = await freshPage(session);
    await fetchFrom(page, `${site}/closed`);
    await page.waitForFunction(() =>
      document.querySelector('#fetched')?.textContent?.includes('does not let other pages read it'),
    );
    await page.keyboard.press('Escape');
    await fetchFrom(page, `${site}/gone`);
    await page.waitForFunction(() =>
      document.querySelector('#fetched')?.textContent?.includes('The site answered 404'),
    );
    assert.match((await title(page)) ?? '', /Lisbon and Rabat/);
    return context.close();
  });

  test('a folder that is chosen gives every article in it', async (t) => {
    if (browserName === 'firefox') return t.skip('Firefox gives no folder by its protocol.');
    const top = await folderOfArticles();
    const { page, context, problems } = await freshPage(session);
    await press(page, 'button', 'Paste, drop or open an article');
    await byRole(page, 'button', 'Choose a folder…');
    const input = await page.$('input[type=file][aria-label="Article file"]');
    assert.ok(input);
    // The button does this, and has the browser show its chooser, in which a scenario has no hands.
    const chooser = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input);
    await chooser.evaluate((node) => void (node.webkitdirectory = true));
    await chooser.uploadFile(top);
    await said(page, '3 articles opened');
    assert.deepEqual((await titles(page)).slice(0, 3).sort(), FOLDER);
    assert.deepEqual(problems, []);
    return context.close();
  });

  test('a folder that is dropped gives every article in it, and a file beside it', async () => {
    const top = await folderOfArticles();
    const beside = join(folder, 'beside.txt');
    await writeFile(beside, 'Beside\n\nThis one lay beside the folder in Porto.\n');
    const { page, context, problems } = await freshPage(session);
    if (browserName === 'firefox') await page.evaluate(dropped);
    else {
      const pointer = await page.createCDPSession();
      const data = { items: [], files: [top, beside], dragOperationsMask: 1 };
      for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop']))
        await pointer.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    await said(page, '4 articles opened');
    assert.deepEqual((await titles(page)).slice(0, 4).sort(), [...FOLDER, 'beside'].sort());
    assert.deepEqual(problems, []);
    return context.close();
  });

  test('files that the system opens with Manicule are articles like others', async () => {
    const context = await session.profile();
    const page = await context.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    // As a browser gives them to what is installed: to whoever asks, once it asks.
    await page.evaluateOnNewDocument(() => {
      const handle = (/** @type {string} */ name, /** @type {string} */ text) => ({
        kind: 'file',
        name,
        getFile: async () => new File([text], name),
      });
      const launched = { files: [handle('harbour.md', '# Harbour opens\n\nThe harbour of Lisbon opened.')] };
      if (location.hash === '#two')
        launched.files.push(handle('ferry.txt', 'Ferry comes\n\nThe ferry to Vigo came on Friday.'));
      const none = location.hash === '#none';
      Object.defineProperty(window, 'launchQueue', {
        value: {
          setConsumer: (/** @type {(given: object) => void} */ consume) =>
            consume(none ? { files: [], targetURL: location.href } : launched),
        },
      });
    });
    await page.goto(`${url}#none`);
    await entitiesVisible(page);
    assert.match((await title(page)) ?? '', /Lisbon and Rabat/);
    await page.goto('about:blank');
    await page.goto(url);
    await said(page, 'Article opened');
    assert.equal(await title(page), 'Harbour opens');
    await page.goto('about:blank');
    await page.goto(`${url}#two`);
    await said(page, '2 articles opened');
    assert.deepEqual((await titles(page)).slice(0, 2).sort(), ['Harbour opens', 'ferry']);
    await context.close();
  });
});
