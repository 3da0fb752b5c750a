/** The page at 200 % and 400 %, mirrored, in forced colours and without motion; texts of many scripts. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  inAll,
  inFirst,
  openText,
  painted,
  press,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const MIXED = [
  'A text of many scripts',
  'הארץ היא עיתון ישראלי היוצא לאור בתל אביב, and its editor said “no” in 2019.',
  'وقّعت البرتغال والمغرب اتفاقًا في لشبونة يوم الخميس (14 مارس 2024) مع EIB.',
  '東京都は日本の首都であり、二〇二一年にオリンピックを開催した。人口は約千四百万人である。',
  'A family 👨‍👩‍👧‍👦 and a flag 🇵🇹 stand beside Lisbon.',
  `A long word: ${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3)}.`,
  `An address: https://example.org/${'a'.repeat(200)}`,
].join('\n\n');

/** What reaches beyond the window's width, and so has the whole page scroll sideways. @param {Page} page */
async function overflow(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((node) => {
        const { left, right } = node.getBoundingClientRect();
        return right > clientWidth + 1 || left < -1;
      })
      .map((node) => `${node.tagName.toLowerCase()}#${node.id}.${node.getAttribute('class')}`);
  });
}

/** What can be pressed and is smaller than 24 by 24 points, or stands in a line of text. @param {Page} page */
async function small(page) {
  return inAll(page, 'button, select, input, summary, [role=button]', (all) =>
    all
      .filter((node) => {
        const { width, height } = node.getBoundingClientRect();
        const seen = node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
        const hidden = node.closest('.visually-hidden, .mention, .strip, p, .line, .said');
        return seen && !hidden && width > 1 && (width < 23.9 || height < 23.9);
      })
      // A box is pressed by its whole label.
      .filter((node) => !(node instanceof HTMLInputElement && (node.labels?.[0]?.offsetHeight ?? 0) >= 23.9))
      .map((node) => `${node.outerHTML.slice(0, 120)} ${JSON.stringify(node.getBoundingClientRect())}`),
  );
}

/** Every dialog that the bars open, one after the other. @param {Page} page @param {() => Promise<void>} look */
async function eachDialog(page, look) {
  for (const id of ['library-button', 'open-button', 'export-button', 'settings-button']) {
    await inFirst(page, `#${id}`, (node) => /** @type {HTMLElement} */ (node).click());
    await page.waitForSelector('[role=dialog]');
    await look();
    await page.keyboard.press('Escape');
  }
}

describe(`the page in other shapes in ${browserName}`, () => {
  for (const [zoom, width, height] of /** @type {[string, number, number][]} */ ([
    ['200 %', 640, 450],
    ['400 %', 320, 225],
  ])) {
    test(`at ${zoom} nothing scrolls sideways, and what is pressed is large enough`, async () => {
      const { page, context } = await freshPage(session, { width, height });
      assert.deepEqual(await overflow(page), [], 'the sample');
      assert.deepEqual(await small(page), [], 'the sample');
      await eachDialog(page, async () => {
        assert.deepEqual(await overflow(page), []);
        assert.deepEqual(await small(page), []);
      });
      await openText(page, MIXED);
      assert.deepEqual(await overflow(page), [], 'a text of many scripts');
      for (const id of ['side-button', 'notes-button']) {
        await inFirst(page, `#${id}`, (node) => /** @type {HTMLElement} */ (node).click());
        assert.deepEqual(await overflow(page), [], id);
        assert.deepEqual(await small(page), [], id);
      }
      await context.close();
    });
  }

  test('every block runs in its own direction, whatever the page’s is', async () => {
    const { page, context } = await freshPage(session, { width: 1024 });
    await openText(page, MIXED);
    const directions = await inAll(page, '#article [data-kind]', (all) =>
      all.map((node) => getComputedStyle(node).direction),
    );
    assert.deepEqual(directions.slice(0, 5), ['ltr', 'rtl', 'rtl', 'ltr', 'ltr']);
    // Marks stand on the words that were selected, whichever way they run.
    await selectText(page, 'オリンピック');
    await press(page, 'button', 'Highlight green');
    await saved(page);
    await context.close();
  });

  test('a long paragraph is short nodes of text, and a mark that goes over the end of one is one', async () => {
    const { page, context, problems } = await freshPage(session);
    const long = 'the boy wrote a long letter and then walked home. '.repeat(150).trim();
    await openText(page, `A title\n\n${long}`);
    const nodes = await inFirst(page, '#article p', (block) => {
      const texts = [...block.childNodes];
      const [one, other] = texts.slice(1, 3);
      if (one && other)
        document.getSelection()?.setBaseAndExtent(one, (one.textContent?.length ?? 0) - 5, other, 6);
      return texts.map((node) => node.nodeValue ?? '');
    });
    assert.equal(nodes.join(''), long);
    assert.ok(nodes.every((text) => text.length <= 2000) && nodes.length >= 4, String(nodes.length));
    await press(page, 'button', 'Highlight green');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    const marked = `${nodes[1]?.slice(-5)}${nodes[2]?.slice(0, 6)}`.trim();
    assert.deepEqual(await painted(page, 'green'), [marked]);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('in Arabic the page is mirrored and says nothing in English where it was put into words', async () => {
    const { page, context, problems } = await freshPage(session);
    await press(page, 'button', 'Settings');
    const select = await byRole(page, 'combobox', 'Language');
    await Promise.all([page.waitForNavigation(), select.select('ar')]);
    await entitiesVisible(page);
    const shape = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      sideIsRight:
        (document.querySelector('#side')?.getBoundingClientRect().left ?? 0) >
        (document.querySelector('#main')?.getBoundingClientRect().left ?? 0),
      notesAreLeft:
        (document.querySelector('#notes')?.getBoundingClientRect().left ?? 0) <
        (document.querySelector('#main')?.getBoundingClientRect().left ?? 0),
      article: getComputedStyle(/** @type {Element} */ (document.querySelector('#article p'))).direction,
      saved: document.querySelector('#saved')?.textContent,
    }));
    assert.deepEqual(shape, {
      lang: 'ar',
      dir: 'rtl',
      sideIsRight: true,
      notesAreLeft: true,
      article: 'ltr',
      saved: 'محفوظ على هذا الجهاز',
    });
    assert.deepEqual(await overflow(page), []);
    await check(page, 'in Arabic');
    assert.deepEqual(problems, []);
    // And back.
    await press(page, 'button', 'الإعدادات');
    const again = await byRole(page, 'combobox', 'اللغة');
    await Promise.all([page.waitForNavigation(), again.select('fr')]);
    await entitiesVisible(page);
    assert.equal(await inFirst(page, '#saved', (node) => node.textContent), 'Enregistré sur cet appareil');
    await check(page, 'in French');
    await context.close();
  });

  test('what stands in the article is painted with its marks, whether or not the browser hands styles down', async () => {
    const { page, context } = await freshPage(session);
    const fills = await inAll(page, '#article p, #article .mention', (all) =>
      all.map((node) => getComputedStyle(node, '::highlight(manicule-green)').backgroundColor),
    );
    assert.ok(fills.length > 20);
    assert.deepEqual([...new Set(fills)], ['rgba(188, 233, 160, 0.8)']);
    await context.close();
  });

  test('in forced colours marks, lines and focus can be seen', async (t) => {
    if (browserName === 'firefox') return t.skip('Firefox has no way to be told of forced colours.');
    const { page, context } = await freshPage(session);
    await selectText(page, 'three months later than planned');
    await press(page, 'button', 'Highlight green');
    await saved(page);
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const seen = await page.evaluate(() => {
      const block = /** @type {Element} */ (document.querySelector('#article p:nth-of-type(4)'));
      const mark = getComputedStyle(block, '::highlight(manicule-green)');
      const mention = getComputedStyle(/** @type {Element} */ (document.querySelector('.mention')));
      const { backgroundColor } = getComputedStyle(document.body.parentElement ?? document.body);
      return {
        filled: mark.backgroundColor !== backgroundColor,
        underlined: mark.textDecorationLine,
        line: mention.textDecorationLine,
      };
    });
    assert.deepEqual(seen, { filled: true, underlined: 'underline', line: 'underline' });
    await context.close();
  });

  test('without motion nothing moves', async (t) => {
    if (browserName === 'firefox') return t.skip('Firefox has no way to be told of it.');
    const { page, context } = await freshPage(session);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await press(page, 'button', 'Export');
    await byRole(page, 'dialog', 'Export and import');
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')]
          .map((node) => getComputedStyle(node))
          .filter((style) => style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration)).length,
    );
    assert.equal(moving, 0);
    await context.close();
  });
});
