/**
 * What every browser scenario needs: a real browser, a fresh profile, and a reader's hands.
 *
 * The address of the app comes in `MANICULE_URL`, that of the page as it is written, for what reaches into its modules,
 * in `MANICULE_WRITTEN` where the two differ, the browser in `MANICULE_BROWSER` (`chromium` or `firefox`) and its program
 * in `MANICULE_BROWSER_PATH`; `cargo xtask test` sets all of them. Elements are found by role and accessible name alone,
 * as a screen reader would find them.
 */
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

import puppeteer from 'puppeteer-core';

import { inAll } from './inpage.mjs';
import { Profiles } from './profiles.mjs';
import { awaitByRole, findByRole } from './roles.mjs';

export { inAll, inFirst } from './inpage.mjs';
export { selectText } from './selection.mjs';

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").ElementHandle<Element>} Handle */
/** @typedef {import('./profiles.mjs').Profile} Profile */

export const url = process.env.MANICULE_URL ?? 'http://127.0.0.1:8080/';
export const written = process.env.MANICULE_WRITTEN ?? url;
export const browserName = process.env.MANICULE_BROWSER === 'firefox' ? 'firefox' : 'chromium';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const usual = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' };
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A browser and the folder its downloads go to; `close` removes both, `forget` the folder alone, where the
 * browser was killed.
 * @param {{ userDataDir?: string, isPrivate?: boolean, trusting?: boolean, apart?: boolean }} [options] `trusting`:
 *   sites whose certificate nobody vouches for are read, too; `apart`: each tab runs in a process of its own, as it
 *   does for readers, where it is about what several tabs do at once
 */
export async function launch({ userDataDir, isPrivate = false, trusting = false, apart = false } = {}) {
  const downloads = await mkdtemp(join(tmpdir(), 'manicule-downloads-'));
  /** @type {import("puppeteer-core").DownloadBehavior} */
  const downloadBehavior = { policy: 'allow', downloadPath: downloads };
  const asked = [...(isPrivate ? ['--incognito'] : []), ...(apart ? [] : ['--process-per-site'])];
  const browser = await puppeteer.launch({
    browser: browserName === 'firefox' ? 'firefox' : 'chrome',
    executablePath: process.env.MANICULE_BROWSER_PATH ?? usual[browserName],
    headless: true,
    acceptInsecureCerts: trusting,
    args: browserName === 'chromium' ? [...chromiumFlags, ...asked] : [],
    downloadBehavior,
    ...(userDataDir === undefined ? {} : { userDataDir }),
    extraPrefsFirefox: {
      'browser.privatebrowsing.autostart': isPrivate,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json,application/ld+json',
      'browser.download.alwaysOpenPanel': false,
    },
  });
  const forget = () => rm(downloads, { recursive: true, force: true });
  const close = async () => {
    await browser.close();
    await forget();
  };
  const profile = () => browser.createBrowserContext({ downloadBehavior });
  const profiles = new Profiles(profile, url);
  /** @returns {Promise<Profile>} */
  const empty = () => (browserName === 'chromium' && !apart ? profiles.take() : profile());
  return { browser, downloads, profile, empty, close, forget };
}

/** What runs, by what was asked of it. @type {Map<string, ReturnType<typeof launch>>} */
const running = new Map();

/**
 * A browser for all scenarios of a process, with which every file that asks for the same shares it: to start one and
 * to have it compile the page for the first time takes as long as several scenarios. It ends after the last of them.
 * @param {Parameters<typeof launch>[0]} [options]
 */
export function sharedBrowser(options = {}) {
  if (running.size === 0)
    after(() => Promise.all([...running.values()].map(async (session) => (await session).close())));
  const asked = JSON.stringify(options);
  const there = running.get(asked) ?? launch(options);
  running.set(asked, there);
  return there;
}

/**
 * A page of the app in a profile of its own, at desktop size unless told otherwise. Everything the page
 * reports as an error, and every request that leaves the app's own origin, is gathered in `problems`.
 * @param {Awaited<ReturnType<typeof launch>>} session
 * @param {{ width?: number, height?: number, dark?: boolean, context?: Profile, address?: string }} [options]
 */
export async function freshPage(session, options = {}) {
  const context = options.context ?? (await session.empty());
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(`error: ${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const target = request.url();
    const local = target.startsWith(new URL(url).origin) || /^(data|blob|about):/.test(target);
    if (!local) problems.push(`request to ${target}`);
  });
  await page.setViewport({ width: options.width ?? 1440, height: options.height ?? 900 });
  const isTold = options.dark && browserName === 'chromium';
  if (isTold) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.goto(options.address ?? url);
  await entitiesVisible(page);
  // Firefox has no way to be told a preference, so there the reader chooses.
  if (options.dark && !isTold) await choose(page, 'Theme', 'dark');
  return { page, context, problems };
}

/**
 * Chooses a value of a setting.
 * @param {Page} page
 * @param {string} name of the setting
 * @param {string} value
 */
export async function choose(page, name, value) {
  await press(page, 'button', 'Settings');
  const select = await byRole(page, 'combobox', name);
  await select.select(value);
  await page.keyboard.press('Escape');
}

/** Waits until the open article's entities stand under its words. @param {Page} page */
export async function entitiesVisible(page) {
  const shown = () => performance.getEntriesByName('manicule:entities-visible').length > 0;
  await page.waitForFunction(shown).catch(async (cause) => {
    const state = await page.evaluate(() => {
      const text = (/** @type {string} */ id) => document.getElementById(id)?.textContent?.trim();
      const { hidden } = document;
      return { hidden, saved: text('saved'), said: text('said'), found: text('found') };
    });
    throw new Error(`The page does not come to its entities: ${JSON.stringify(state)}`, { cause });
  });
}

/**
 * The first element with this role and accessible name.
 * @param {Page} page
 * @param {string} role
 * @param {string} [name]
 * @returns {Promise<Handle>}
 */
export function byRole(page, role, name) {
  return awaitByRole(page, role, name);
}

/**
 * Whether an element of this role and name is there now.
 * @param {Page} page
 * @param {string} role
 * @param {string} name
 */
export async function has(page, role, name) {
  return (await findByRole(page, role, name)) !== null;
}

/** @param {Page} page @param {string} role @param {string} name */
export async function press(page, role, name) {
  const element = await byRole(page, role, name);
  await element.evaluate(async (node) => {
    node.scrollIntoView({ block: 'nearest' });
    // What glides to make room is pressed where it comes to rest. A page in the background has no frames.
    await new Promise((done) => {
      requestAnimationFrame(done);
      setTimeout(done, 100);
    });
    const moving = document.getAnimations().filter(({ effect }) => {
      const { target } = /** @type {KeyframeEffect} */ (effect);
      return target?.contains(node) && effect?.getComputedTiming().endTime !== Infinity;
    });
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
  await element.click();
}

/**
 * Pastes into whatever has the focus, as the browser does after Ctrl+V.
 * @param {Page} page
 * @param {{ text?: string, html?: string }} flavours
 */
export async function paste(page, flavours) {
  await page.evaluate(({ text, html }) => {
    const data = new DataTransfer();
    if (text !== undefined) data.setData('text/plain', text);
    if (html !== undefined) data.setData('text/html', html);
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    // Firefox takes no data in the constructor.
    Object.defineProperty(event, 'clipboardData', { value: data });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, flavours);
}

/**
 * The file that `act` makes the browser save, moved aside so that the next of its name is told apart.
 * @param {string} folder
 * @param {() => Promise<void>} act
 */
export async function downloaded(folder, act) {
  await act();
  // Firefox writes under another name first, which is gone in the next moment.
  let before = '';
  for (let waited = 0; waited < 10_000; waited += 100) {
    const name = (await readdir(folder)).find((file) => /\.json$/.test(file) && !/^taken-/.test(file)) ?? '';
    const text = name === '' ? '' : await readFile(join(folder, name), 'utf8').catch(() => '');
    if (text.length > 0 && name === before) {
      const path = join(folder, `taken-${Date.now()}.json`);
      await rename(join(folder, name), path);
      return { name, path, text };
    }
    before = text.length > 0 ? name : '';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Nothing was downloaded within ten seconds.');
}

/**
 * The path of the picture that the view on the page is saved as.
 * @param {Awaited<ReturnType<typeof launch>>} session
 * @param {Page} page
 * @param {'SVG' | 'PNG'} format
 */
export async function savedPicture(session, page, format) {
  const suffix = `.${format.toLowerCase()}`;
  await press(page, 'button', `Save the picture as ${format}`);
  await said(page, `Saved as ${format}`);
  for (let waited = 0; waited < 10_000; waited += 100) {
    const name = (await readdir(session.downloads)).find(
      (file) => file.endsWith(suffix) && !/^taken-/.test(file),
    );
    const bytes = name === undefined ? 0 : (await readFile(join(session.downloads, name))).length;
    if (name !== undefined && bytes > 0) {
      const path = join(session.downloads, `taken-${Date.now()}${suffix}`);
      await rename(join(session.downloads, name), path);
      return path;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No picture was saved within ten seconds.');
}

/** Drops a file on the article. @param {Page} page @param {string} name @param {string} type @param {string} text */
export async function drop(page, name, type, text) {
  const article = await byRole(page, 'article', 'Article');
  await article.evaluate(
    (node, file) => {
      const data = new DataTransfer();
      data.items.add(new File([file.text], file.name, { type: file.type }));
      for (const event of ['dragover', 'drop'])
        node.dispatchEvent(new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { name, type, text },
  );
}

/**
 * A file of the shared material that stands beside the repository on some machines; undefined elsewhere.
 * @param {string} path
 */
export async function shared(path) {
  return readFile(join(root, '..', 'shared', path), 'utf8').catch(() => undefined);
}

/**
 * Opens a plain text as an article by the dialog, as a reader does who has it in the clipboard.
 * @param {Page} page
 * @param {string} text
 */
export async function openText(page, text) {
  await press(page, 'button', 'Paste, drop or open an article');
  const box = await byRole(page, 'textbox', 'Text of the article');
  await box.evaluate((node, value) => {
    const area = /** @type {HTMLTextAreaElement} */ (node);
    area.value = value;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await press(page, 'button', 'Open text');
  await said(page, 'Article opened');
}

/**
 * Waits until the status line says this.
 * @param {Page} page
 * @param {string} words
 */
export async function said(page, words) {
  await page.waitForFunction(
    (wanted) => document.querySelector('#said')?.textContent?.includes(wanted),
    {},
    words,
  );
}

/**
 * Waits until everything is said to be saved.
 * @param {Page} page
 */
export async function saved(page) {
  await page.waitForFunction(
    () => document.querySelector('#saved')?.textContent?.trim() === 'Saved on this device',
  );
}

/**
 * Waits until the database has a copy of every note that localStorage has, as it is there.
 * @param {Page} page
 */
export async function settled(page) {
  await page.waitForFunction(async () => {
    const notes = Object.entries(localStorage).filter(([key]) => key.startsWith('manicule/note/'));
    const database = await new Promise((done) => {
      const opening = indexedDB.open('manicule', 2);
      opening.onsuccess = () => done(opening.result);
    });
    const copies = await new Promise((done) => {
      const asking = database.transaction('copies').objectStore('copies').getAll();
      asking.onsuccess = () => done(asking.result);
    });
    database.close();
    return notes.every(([, raw]) => copies.some((/** @type {string} */ copy) => copy.endsWith(raw)));
  });
}

/** The words of an element, white space folded. @param {Page} page @param {string} role @param {string} name */
export async function words(page, role, name) {
  const element = await byRole(page, role, name);
  return element.evaluate((node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/**
 * What stands in the margin: a line a note, its text and tags as the reader sees them.
 * @param {Page} page
 */
export async function margin(page) {
  return inAll(page, 'aside li.note', (items) =>
    items.map((item) => ({
      quote: item.querySelector('button')?.textContent?.trim() ?? '',
      note: item.querySelector('.note-body')?.textContent?.trim() ?? '',
    })),
  );
}

/**
 * The words that are painted with a marker of this colour.
 * @param {Page} page
 * @param {string} colour
 */
export async function painted(page, colour) {
  return page.evaluate((name) => {
    const text = (/** @type {AbstractRange} */ { startContainer, startOffset, endContainer, endOffset }) => {
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return live.toString();
    };
    return [...(CSS.highlights.get(`manicule-${name}`) ?? [])].map(text);
  }, colour);
}

/**
 * The mentions that the page shows, as text and type, in order.
 * @param {Page} page
 */
export async function mentions(page) {
  return inAll(page, '#article .mention', (all) =>
    all.map((node) => [node.textContent ?? '', /** @type {HTMLElement} */ (node).dataset['label'] ?? '']),
  );
}

/**
 * Puts a long text in at the caret at once, as an input method does.
 * @param {Page} page
 * @param {string} text
 */
export async function insert(page, text) {
  await page.evaluate((words) => document.execCommand('insertText', false, words), text);
}
