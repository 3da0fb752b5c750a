/**
 * A book is read by a module that is made for it: the same core, compiled for speed and with vectors.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { freshPage, sharedBrowser } from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const PLACES = ['Lisbon', 'Vienna', 'Cairo', 'Oslo', 'Madrid', 'Dublin', 'Warsaw'];

const TEXT = Array.from({ length: 240 }, (_, at) => {
  const place = PLACES[at % PLACES.length];
  return (
    `${at + 1}. President Yoon Suk Yeol paid $${at + 3} million on 3 March 2015 for the harbour of ${place}. ` +
    `“It is late,” said Ana Prado of the Bank of Korea, who lives in ${place}.`
  );
}).join('\n\n');

/**
 * What a worker of the published page makes of a text, as it crosses. For a book it is given no module of the page, so
 * that nothing else than the one for books can read it.
 * @param {Page} page on which no long text was opened
 * @param {string} text
 * @param {boolean} book
 */
function readApart(page, text, book) {
  return page.evaluate(
    async (plain, asBook) => {
      const link = (/** @type {string} */ ending) =>
        /** @type {HTMLLinkElement} */ (document.querySelector(`link[rel="preload"][href$="${ending}"]`))
          .href;
      const core = link('_bg.wasm');
      const bytes = async (/** @type {string} */ address) => (await fetch(address)).arrayBuffer();
      const module = await WebAssembly.compile(await bytes(core));
      const later = await WebAssembly.compile(await bytes(new URL('manicule_later.wasm', core).href));
      const model = new Uint8Array(await bytes(link('.model')));
      const address = new URL('../view/worker.js', core).href;
      // In the browser's cache by then: the worker does not wait long for what it has to fetch.
      if (asBook)
        await Promise.all(['reader_bg.wasm', 'reader.js'].map((it) => bytes(new URL(it, core).href)));
      const types = /** @type {any} */ (globalThis).trustedTypes;
      const global = /** @type {any} */ (globalThis);
      // The page has used its own policy for scripts by now; this one it has for notes.
      global.scripts ??= types?.createPolicy('dompurify', {
        createScriptURL: (/** @type {string} */ it) => it,
      });
      const worker = new Worker(global.scripts?.createScriptURL(address) ?? address, { type: 'module' });
      const ask = JSON.stringify({ version: 1, date: null, made: [], taught: [] });
      const orders = [
        asBook ? { kind: 'start', book: true } : { kind: 'start', module, later, book: false },
        { kind: 'model', model },
        { kind: 'bring', of: 1, plain },
        { kind: 'want', wish: { ask, version: 1, start: 0, end: 100, again: true } },
      ];
      const packed = await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => {
          if (data.kind === 'whole') resolve(data.packed);
          else if (data.kind === 'failed') reject(new Error(data.message));
        };
        worker.onerror = (event) => reject(new Error(event.message));
        for (const order of orders) worker.postMessage(order);
      });
      worker.terminate();
      return [...packed];
    },
    text,
    book,
  );
}

suite('books', () => {
  test('a book is read by a module that was made for it, which finds the same', async () => {
    const { page, context, problems } = await freshPage(session);
    /** @type {(string | undefined)[]} */
    const fetched = [];
    page.on('request', (request) => fetched.push(request.url().split('/').pop()));
    const short = await readApart(page, TEXT, false);
    assert.ok(short.length > 10_000 && !fetched.includes('reader_bg.wasm'), fetched.join(' '));
    assert.deepEqual(await readApart(page, TEXT, true), short);
    assert.ok(fetched.includes('reader_bg.wasm') && fetched.includes('reader.js'), fetched.join(' '));
    assert.deepEqual(problems, []);
    await context.close();
  });
});
