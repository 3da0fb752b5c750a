/** The published page without a network, and through a change of its version. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { host } from './published.mjs';
import {
  browserName,
  byRole,
  entitiesVisible,
  inFirst,
  margin,
  openText,
  press,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').BrowserContext} Context */
/** @typedef {Awaited<ReturnType<typeof host>>} Host */

const session = await sharedBrowser();

/** @param {Context} context @param {Host} site */
async function open(context, site) {
  const page = await context.newPage();
  await page.bringToFront();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(site.url);
  await entitiesVisible(page);
  return page;
}

/** Waits until the device has every file of the version. @param {Page} page @param {Host} site */
async function onDevice(page, site) {
  const { version, first, later } = await site.told();
  await page.waitForFunction(
    async (name, count) => {
      if (!(await caches.has(name)) || !navigator.serviceWorker.controller) return false;
      return (await (await caches.open(name)).keys()).length === count;
    },
    { polling: 200, timeout: 60_000 },
    `manicule-version-${version}`,
    first.length + later.length,
  );
}

/** Has the browser look for another version now, not when it comes to it. @param {Page} page */
async function look(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
}

/** The version that a page was loaded in. @param {Page} page */
async function versionOf(page) {
  return inFirst(page, 'meta[name="manicule-version"]', (meta) => meta.getAttribute('content'));
}

/** @param {Page} page */
async function newsSaid(page) {
  await page.waitForFunction(() => document.querySelector('#news')?.textContent?.includes('is ready'));
}

/** Writes a note with a list in it, which asks for a part of the page that is loaded when it is wanted. @param {Page} page @param {string} quote */
async function note(page, quote) {
  await selectText(page, quote);
  await press(page, 'button', 'Note');
  const box = await byRole(page, 'textbox', `Note on “${quote}”`);
  await box.click();
  await page.keyboard.type('Is this *so*?');
  await press(page, 'button', `Done with “${quote}”`);
  await saved(page);
  await page.waitForFunction(() => document.querySelector('aside li.note em')?.textContent === 'so');
}

describe(`without a network in ${browserName}`, () => {
  test('after one visit everything works', async () => {
    const site = await host();
    const context = await session.profile();
    const first = await open(context, site);
    await onDevice(first, site);
    await first.close();
    await site.stop();

    const page = await open(context, site);
    await note(page, 'called the first of its kind');
    await page.reload();
    await entitiesVisible(page);
    // What reads Markdown comes with the first note.
    await page.waitForSelector('aside li.note em');
    assert.deepEqual(await margin(page), [{ quote: '“called the first of its kind”', note: 'Is this so?' }]);
    await openText(page, 'Anna Berg met Paul Roth in Vienna on 3 May 2021. They signed nothing.');
    await page.waitForFunction(() => document.querySelectorAll('#article .mention').length >= 3);
    // A long text is read in a worker, by a part of the core of its own.
    await page.evaluate(() => {
      const made = { workers: 0, died: 0 };
      Object.assign(globalThis, { made });
      globalThis.Worker = new Proxy(Worker, {
        construct(target, given) {
          const worker = Reflect.construct(target, given);
          made.workers += 1;
          worker.addEventListener('error', () => (made.died += 1));
          return worker;
        },
      });
    });
    const sentence = 'Anna Berg met Paul Roth in Vienna on 3 May 2021. They signed nothing.';
    await openText(page, ['Meetings', ...Array.from({ length: 400 }, () => sentence)].join('\n\n'));
    await page.waitForFunction(() =>
      /^1,[56]\d\d mentions/.test(document.querySelector('#found')?.textContent ?? ''),
    );
    const made = await page.evaluate(() => /** @type {any} */ (globalThis).made);
    assert.deepEqual(made, { workers: 1, died: 0 });
    // Every part that is loaded later is there.
    const parts = (await site.told()).later.map(([path]) => path).filter((path) => path.endsWith('.js'));
    assert.ok(parts.length > 0);
    const states = await page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
      parts,
    );
    assert.deepEqual(new Set(states), new Set([200]));
    await context.close();
    await site.close();
  });

  test('a new version is offered, and no page has files of two', async () => {
    const site = await host();
    const context = await session.profile();
    const [page, other] = [await open(context, site), await open(context, site)];
    await onDevice(page, site);
    const before = (await site.told()).version;

    await site.publish();
    const { version } = await site.told();
    assert.notEqual(version, before);
    await page.bringToFront();
    await page.reload();
    await entitiesVisible(page);
    assert.equal(await versionOf(page), before, 'A page keeps its version until the reader says so.');
    await look(page);
    await newsSaid(page);
    await Promise.all([page.waitForNavigation(), press(page, 'button', 'Reload')]);
    await entitiesVisible(page);
    assert.equal(await versionOf(page), version);

    await other.bringToFront();
    await newsSaid(other);
    assert.equal(await versionOf(other), before);
    // The host has nothing of this page's version any more.
    await note(other, 'three months later than planned');
    await page.bringToFront();
    await onDevice(page, site);
    const names = () => page.evaluate(() => caches.keys());
    assert.ok((await names()).includes(`manicule-version-${before}`), 'What an open page is of is kept.');

    await other.close();
    await page.reload();
    await entitiesVisible(page);
    await page.waitForFunction(
      async (old) => !(await caches.has(old)),
      { polling: 200, timeout: 60_000 },
      `manicule-version-${before}`,
    );
    assert.deepEqual(await names(), [`manicule-version-${version}`]);
    await context.close();
    await site.close();
  });

  test('a version that came damaged is not taken', async () => {
    const site = await host();
    const context = await session.profile();
    const page = await open(context, site);
    await onDevice(page, site);
    const { version } = await site.told();
    await site.publish();
    const { first } = await site.told();
    const script = first.find(([path]) => path.endsWith('/main.js'))?.[0] ?? '';
    await site.write(script, `${await site.read(script)} // cut off`);
    await look(page);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration && !registration.installing;
    });
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return { waits: registration?.waiting !== null, works: registration?.active?.state };
    });
    assert.deepEqual(state, { waits: false, works: 'activated' });
    await site.stop();
    await page.reload();
    await entitiesVisible(page);
    assert.equal(await versionOf(page), version);
    await context.close();
    await site.close();
  });

  test('where a page is being worked on the published one goes', async () => {
    const site = await host();
    const context = await session.profile();
    const page = await open(context, site);
    await onDevice(page, site);
    await site.write(
      'service-worker.js',
      await readFile(new URL('../../www/service-worker.js', import.meta.url), 'utf8'),
    );
    await look(page);
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0, {
      polling: 200,
    });
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
    await context.close();
    await site.close();
  });

  test('what another program shares is kept for the page', async () => {
    const site = await host();
    const context = await session.profile();
    const page = await open(context, site);
    await onDevice(page, site);
    const shared = await page.evaluate(async () => {
      const form = new FormData();
      form.set('title', 'A thing to read');
      form.set('url', 'https://example.org/a');
      form.append('files', new File(['Some text.'], 'a.txt', { type: 'text/plain' }));
      await fetch('share', { method: 'POST', body: form });
      const held = await (await caches.open('manicule-shared')).match('shared');
      const got = await held?.formData();
      const file = /** @type {File} */ (got?.get('files'));
      return [got?.get('title'), await file.text()];
    });
    assert.deepEqual(shared, ['A thing to read', 'Some text.']);

    // A program sends a form; the page is opened to take it.
    await page.goto('about:blank');
    await page.setContent(
      `<form method="post" enctype="multipart/form-data" action="${site.url}share">
        <input name="title" value="Another" />
        <input name="text" value="The harbour of Lisbon opened on Monday." /><button>Share</button></form>`,
    );
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    await entitiesVisible(page);
    await byRole(page, 'dialog', 'Bring this in?');
    await press(page, 'button', 'Read it here');
    await page.waitForFunction(() =>
      document.querySelector('#article')?.textContent?.includes('The harbour of'),
    );
    assert.equal(new URL(page.url()).search, '', 'Loaded again, the page does not ask again.');
    await context.close();
    await site.close();
  });
});
