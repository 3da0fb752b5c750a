/** What goes wrong is said in the reader's language, also what only the core knows and what is said before the words are there. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import { FluentResource } from '@fluent/bundle';

import { browserName, entitiesVisible, inAll, inFirst, said, sharedBrowser, url } from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

/** The longest piece of each message of a part that is not put in. @param {string} part @param {string} language */
async function pieces(part, language) {
  const path = new URL(`../../www/words/${part}/${language}.js`, import.meta.url);
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { id, value } of new FluentResource((await import(path.href)).default).body) {
    const parts = (Array.isArray(value) ? value : [value]).filter((it) => typeof it === 'string');
    found.set(id, parts.sort((one, other) => other.length - one.length)[0]?.trim() ?? '');
  }
  return (/** @type {string} */ id) => {
    const piece = found.get(id);
    assert.ok(piece, id);
    return piece;
  };
}

/** A page in a language that was chosen on an earlier visit. @param {string} language */
async function pageIn(language) {
  const context = await session.profile();
  const page = await context.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(url);
  await entitiesVisible(page);
  await page.evaluate((value) => localStorage.setItem('manicule/setting/language', value), language);
  await page.reload();
  await entitiesVisible(page);
  assert.equal(await inFirst(page, 'html', (node) => node.lang), language);
  return { page, context };
}

/** Chooses a file to import. @param {Page} page @param {string} name @param {string | Buffer} content */
async function give(page, name, content) {
  const path = join(session.downloads, '..', `${process.pid}-${name}`);
  await writeFile(path, content);
  await inFirst(page, '#export-button', (node) => /** @type {HTMLElement} */ (node).click());
  const input = await page.waitForSelector('.exchange input[type=file]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(path);
}

/** Reloads with a record in the store spoilt. @param {Page} page @param {(key: string, raw: string) => string} spoil */
async function spoilt(page, spoil) {
  const all = await page.evaluate(() => Object.entries(localStorage));
  const changed = all.map(([key, raw]) => [key, spoil(key, raw)]);
  await page.evaluate((entries) => {
    for (const [key, raw] of entries) localStorage.setItem(String(key), String(raw));
  }, changed);
  await page.reload();
  await entitiesVisible(page);
}

describe(`what goes wrong, in other languages, in ${browserName}`, () => {
  for (const language of ['fr', 'ar']) {
    test(`in ${language} a record that is set aside and a library of a newer version are told of`, async () => {
      const { page, context } = await pageIn(language);
      const own = await pieces('core', language);
      await page.evaluate(() => localStorage.setItem('manicule/article/broken', '{"version":2}'));
      await page.reload();
      await entitiesVisible(page);
      await said(page, own('core-no-seal'));
      await said(page, own('core-set-aside').replace(/^[»\s.]*/u, ''));
      await spoilt(page, (key, raw) => (key === 'manicule/schema' ? raw.replace(/\d+/, '999') : raw));
      await said(page, own('core-newer-library'));
      await context.close();
    });

    test(`in ${language} what is not taken of a file, and why a file is not, is told`, async () => {
      const { page, context } = await pageIn(language);
      const own = await pieces('core', language);
      await give(page, 'rows.csv', 'Highlight,Note,Tags\nthree months later,why?,\n,x,\n');
      await page.waitForSelector('.refusals li');
      const [line] = await inAll(page, '.refusals li', (nodes) => nodes.map((node) => node.textContent));
      assert.ok(line?.includes(own('core-line-unreadable')), line ?? '');
      await page.keyboard.press('Escape');
      const wrong = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:a:1', type: 'Annotation' };
      await give(page, 'wrong.json', JSON.stringify([{ ...wrong, target: 7 }]));
      await page.waitForSelector('.refusals li');
      const [reason] = await inAll(page, '.refusals li', (nodes) => nodes.map((node) => node.textContent));
      for (const id of ['core-invalid', 'core-address-or-object', 'core-the-number'])
        assert.ok(reason?.includes(own(id)), `${id}: ${reason}`);
      await page.keyboard.press('Escape');
      await give(page, 'latin.json', Buffer.from('[\n"caf\u00e9"]', 'latin1'));
      await said(page, own('core-not-utf-8'));
      await context.close();
    });

    test(`in ${language} the page that a bookmarklet opens says what became of it`, async () => {
      const { page, context } = await pageIn(language);
      const own = await pieces('receive', language);
      await page.goto(new URL('bring.html', url).href);
      await page.waitForFunction(
        (words) => document.querySelector('#receiving')?.textContent === words,
        {},
        own('receiving-alone'),
      );
      const shown = await page.evaluate(() => ({
        direction: getComputedStyle(document.body).direction,
        open: document.querySelector('a')?.textContent,
      }));
      assert.deepEqual(shown, {
        direction: language === 'ar' ? 'rtl' : 'ltr',
        open: own('receiving-open'),
      });
      await context.close();
    });
  }

  test('where the scripts do not come, that is said in the reader’s language', async () => {
    /** @type {string[]} */
    const all = [];
    for (const language of ['en', 'fr', 'ar']) {
      const context = await session.profile();
      const page = await context.newPage();
      await page.evaluateOnNewDocument((value) => {
        if (location.protocol.startsWith('http')) localStorage.setItem('manicule/setting/language', value);
      }, language);
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        void (/main\.js$/.test(request.url()) ? request.abort() : request.continue());
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => /\.$/.test(document.querySelector('#saved')?.textContent ?? ''));
      all.push((await inFirst(page, '#saved', (node) => node.textContent)) ?? '');
      await context.close();
    }
    const [english, french, arabic] = all;
    assert.match(english ?? '', /nothing is saved\. Reload the page/);
    assert.match(french ?? '', /Rechargez la page/);
    assert.match(arabic ?? '', /أعد تحميل الصفحة/);
  });
});
