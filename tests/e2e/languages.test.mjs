/** Nothing in English is left on the screens of a reader of another language, but what the article itself says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { FluentResource } from '@fluent/bundle';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  drop,
  entitiesVisible,
  freshPage,
  inFirst,
  openText,
  press,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ where: string, text: string }} Said */

const session = await sharedBrowser();
const AREAS = ['', 'bring/', 'core/', 'keep/', 'see/', 'work/'];

/** The messages of a language, as they were parsed. @param {string} language @returns {Promise<Map<string, any>>} */
async function catalogue(language) {
  const all = new Map();
  for (const area of AREAS) {
    const path = new URL(`../../www/words/${area}${language}.js`, import.meta.url);
    for (const { id, value } of new FluentResource((await import(path.href)).default).body)
      all.set(id, value);
  }
  return all;
}

/** What a message can come to, as the source of an expression; anything stands for what is put in. @param {any} value @param {Map<string, any>} all @returns {string} */
function shape(value, all) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (Array.isArray(value)) return value.map((part) => shape(part, all)).join('');
  if (value.type === 'select')
    return `(?:${value.variants.map((/** @type {any} */ it) => shape(it.value, all)).join('|')})`;
  if (value.type === 'mesg') return shape(all.get(value.name), all);
  return value.type === 'str' ? shape(value.value, all) : '.+';
}

/** Letters that a message has of its own. @param {string} source */
const letters = (source) => source.replace(/\\.|[^\p{L}]/gu, '').length;

/**
 * What is English of English messages, and not of the language's own.
 * @param {string} language
 */
async function englishOnly(language) {
  const [english, own] = [await catalogue('en'), await catalogue(language)];
  const shapes = (/** @type {Map<string, any>} */ all) =>
    [...all.values()]
      .map((value) => shape(value, all))
      // Of two words with anything between them the article may have both.
      .filter((source) => letters(source) >= (source.includes('.+') ? 6 : 1))
      .map((source) => new RegExp(`^${source}$`, 'su'));
  const [others, owns] = [shapes(english), shapes(own)];
  return (/** @type {string} */ text) =>
    others.some((it) => it.test(text)) && !owns.some((it) => it.test(text));
}

/** Every text and name that the page shows beside the article. @param {Page} page @returns {Promise<Said[]>} */
async function said(page) {
  return page.evaluate(() => {
    /** @type {Said[]} */
    const all = [];
    const add = (/** @type {Element} */ element, /** @type {string | null} */ text) => {
      const plain = (text ?? '')
        .replace(/[\u2066-\u2069\u200E\u200F]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      const kind = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      if (/\p{L}/u.test(plain)) all.push({ where: kind, text: plain });
    };
    for (const element of document.querySelectorAll('body, body *')) {
      const isOption = element instanceof HTMLOptionElement;
      if (!isOption && !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription'])
        add(element, element.getAttribute(name));
      if (element.closest('#article') && element.id !== 'article') continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) add(element, node.nodeValue);
    }
    return all;
  });
}

/** @param {Page} page @param {string} selector */
const click = (page, selector) =>
  inFirst(page, selector, (node) => /** @type {HTMLElement} */ (node).click());

/** @param {Page} page @param {string} selector */
async function closed(page, selector) {
  await page.keyboard.press('Escape');
  await page.waitForFunction((it) => document.querySelector(it) === null, {}, selector);
}

/** The screens, each with how it is come to. @type {[name: string, go: (page: Page) => Promise<unknown>][]} */
const SCREENS = [
  ['the text', async () => undefined],
  ['the timeline', async (page) => (await click(page, '[data-view=timeline]'), page.waitForSelector('.bar'))],
  ['a date', async (page) => (await click(page, '.chips button'), page.waitForSelector('.detail .passage'))],
  ['the network', async (page) => (await click(page, '[data-view=network]'), page.waitForSelector('.dot'))],
  ['the map', async (page) => (await click(page, '[data-view=map]'), page.waitForSelector('.spot'))],
  [
    'the map as a table',
    async (page) => (await click(page, '.view-switch button:last-child'), page.waitForSelector('.see-table')),
  ],
  [
    'the quotes',
    async (page) => (await click(page, '[data-view=quotes]'), page.waitForSelector('.quotation')),
  ],
  [
    'the library',
    async (page) => {
      await click(page, '[data-view=read]');
      await click(page, '#library-button');
      await page.waitForFunction(() => document.querySelector('.shelf section:last-child p')?.textContent);
    },
  ],
  [
    'what takes an article',
    async (page) => {
      await closed(page, '.shelf');
      await click(page, '#open-button');
      await page.waitForSelector('.bookmarklet');
    },
  ],
  [
    'the palette',
    async (page) => {
      await closed(page, '.bookmarklet');
      await page.keyboard.down('Control');
      await page.keyboard.press('k');
      await page.keyboard.up('Control');
      await page.waitForSelector('dialog.everything[open] [role=option]');
    },
  ],
  [
    'the map of keys',
    async (page) => {
      await closed(page, 'dialog.everything[open]');
      await click(page, '#keys-button');
      await page.waitForSelector('dialog.keys[open] kbd');
    },
  ],
  [
    'the card of an entity',
    async (page) => {
      await closed(page, 'dialog.keys[open]');
      await (await page.waitForSelector('#article [data-kind=paragraph] .mention'))?.click();
      await page.waitForSelector('.card .card-actions');
    },
  ],
  [
    'the note’s editor',
    async (page) => {
      await click(page, '.card .card-actions > button:nth-of-type(3)');
      await page.waitForSelector('.note-form textarea');
      await page.waitForSelector('.note-extras select');
      await page.keyboard.type('@Li');
      await page.waitForSelector('.completion:not([hidden]) [role=option]');
    },
  ],
  [
    'the history',
    async (page) => {
      // The first ends the completion, the second the note.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.note-form', { hidden: true });
      await click(page, '.notes-head .pair button:last-child');
      await page.waitForSelector('dialog.palette[open] li button');
    },
  ],
  [
    'what was undone',
    async (page) => {
      await closed(page, 'dialog.palette[open]');
      const before = await inFirst(page, '#said', (node) => node.textContent);
      await page.keyboard.press('z');
      await page.waitForFunction(
        (was) => ![was, ''].includes(document.querySelector('#said')?.textContent ?? ''),
        {},
        before,
      );
    },
  ],
  [
    'what goes out',
    async (page) => {
      await click(page, '#export-button');
      await page.waitForSelector('.exchange option');
    },
  ],
];

/** A page in a language, chosen as a reader does. @param {string} language */
async function pageIn(language) {
  const { page, context, problems } = await freshPage(session);
  await press(page, 'button', 'Settings');
  const select = await byRole(page, 'combobox', 'Language');
  await Promise.all([page.waitForNavigation(), select.select(language)]);
  await entitiesVisible(page);
  return { page, context, problems };
}

/** The article's own text. @param {Page} page */
const article = (page) =>
  inFirst(page, '#article', (node) => (node.textContent ?? '').replace(/\s+/g, ' ').toLowerCase());

/** Whether the article says it. @param {string} text of the article @param {string} words */
function isOfArticle(text, words) {
  const plain = words.toLowerCase().replace(/^[“«…\s]+|[”»…\s]+$/gu, '');
  return plain === '' || text.includes(plain);
}

describe(`other languages in ${browserName}`, () => {
  test('what is looked for would be found: in English every screen has English', async () => {
    const { page, context } = await freshPage(session);
    const [isEnglish, text] = [await englishOnly('ar'), await article(page)];
    for (const [name, go] of SCREENS) {
      await go(page);
      const found = (await said(page)).filter((it) => !isOfArticle(text, it.text) && isEnglish(it.text));
      assert.ok(found.length >= 20, `${name} has ${found.length}`);
    }
    await context.close();
  });

  for (const language of ['fr', 'ar']) {
    test(`in ${language} no screen has words that are English alone`, async () => {
      const { page, context, problems } = await pageIn(language);
      const [isEnglish, text] = [await englishOnly(language), await article(page)];
      for (const [name, go] of SCREENS) {
        await go(page);
        const found = (await said(page)).filter((it) => !isOfArticle(text, it.text) && isEnglish(it.text));
        assert.deepEqual(found, [], name);
      }
      await check(page, `the editor in ${language}`);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  test('in Arabic every word in Latin letters is the article’s, a name or a key’s', async () => {
    const { page, context } = await pageIn('ar');
    // A word that was cut short is the beginning of another.
    const words = (/** @type {string} */ text) =>
      text
        .replace(/\p{L}+…/gu, '')
        .toLowerCase()
        .match(/\p{Script=Latin}{3,}/gu) ?? [];
    const own = await catalogue('ar');
    const known = new Set([
      ...words(await article(page)),
      ...words([...own.values()].map((value) => shape(value, own)).join(' ')),
      // What languages, pictures and formats are called everywhere, how a day is written, and what this test types.
      ...['english', 'français', 'svg', 'png', 'yyyy', 'https'],
      ...['conll', 'bio', 'plus', 'standoff', 'jsonl', 'spacy'],
    ]);
    for (const [name, go] of SCREENS) {
      await go(page);
      const strange = (await said(page)).filter(({ text }) => words(text).some((word) => !known.has(word)));
      assert.deepEqual(strange, [], name);
    }
    await context.close();
  });

  test('an article is marked with its language, or with none where that is not known', async () => {
    const { page, context } = await freshPage(session);
    const language = () => inFirst(page, '#article', (node) => node.getAttribute('lang'));
    assert.equal(await language(), 'en');
    await openText(page, 'ميناء لشبونة\n\nوقّعت البرتغال والمغرب اتفاقًا في لشبونة يوم الخميس.');
    assert.equal(await language(), 'und');
    await check(page, 'a text of no known language');
    const html =
      '<html lang="pt-BR"><title>O porto</title><body><h1>O porto</h1><p>O porto de Lisboa abriu em 2024.</p>';
    await drop(page, 'porto.html', 'text/html', html);
    await page.waitForFunction(() => document.querySelector('#article h1')?.textContent === 'O porto');
    assert.equal(await language(), 'pt-BR');
    await context.close();
  });
});
