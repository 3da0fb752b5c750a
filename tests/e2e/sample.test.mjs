/** The sample in the published page: its names have their lines before there is a core, and keep them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { host } from './published.mjs';
import { browserName, entitiesVisible, inAll, saved, selectText, sharedBrowser } from './support.mjs';

const session = await sharedBrowser();
/** A line as the page was published with it: its classes, its type, its words. */
const LINE = /<span class="(mention [^"]*)" data-label="(\w+)">([^<]*)<\/span>/g;

describe(`the sample as it is published, in ${browserName}`, () => {
  test('it has the lines of what the core finds in it', async () => {
    const site = await host();
    const context = await session.profile();
    const page = await context.newPage();
    await page.goto(site.url);
    await entitiesVisible(page);
    const found = await inAll(page, '#article .mention', (all) =>
      all.map((node) => [node.className, node.getAttribute('data-label'), node.textContent]),
    );
    const published = [...(await site.read('index.html')).matchAll(LINE)].map((line) => line.slice(1));
    assert.ok(published.length > 50, `${published.length} lines`);
    assert.deepEqual(published, found);
    assert.equal(await inAll(page, '#article .mention[role=button]', (all) => all.length), found.length);
    await context.close();
    await site.close();
  });

  test('they stay while the model is on its way', async () => {
    const site = await host();
    const context = await session.profile();
    const page = await context.newPage();
    await page.evaluateOnNewDocument(() => {
      const plain = globalThis.fetch;
      globalThis.fetch = async (what, how) => {
        if (String(what).endsWith('.model')) await new Promise((resolve) => setTimeout(resolve, 1000));
        return plain(what, how);
      };
      /** @type {number[]} */
      const people = [];
      Object.assign(globalThis, { people });
      const count = () => {
        people.push(document.querySelectorAll('#article .mention[data-label="PERSON"]').length);
        requestAnimationFrame(count);
      };
      addEventListener('DOMContentLoaded', count);
    });
    await page.goto(site.url);
    await entitiesVisible(page);
    const people = await page.evaluate(() => /** @type {any} */ (globalThis).people);
    assert.ok(people.length > 5, 'frames were looked at');
    assert.deepEqual([...new Set(people)], [people.at(-1)]);
    await context.close();
    await site.close();
  });

  test('who comes back to it sees it at once, and who wrote something what they left', async () => {
    const site = await host();
    const context = await session.profile();
    const page = await context.newPage();
    // What is in sight before there is a core, and how many of the page's lines.
    await page.evaluateOnNewDocument(() =>
      addEventListener('DOMContentLoaded', () => {
        const article = document.querySelector('#article') ?? document.body;
        const lines = article.querySelectorAll('.mention:not([role])').length;
        Object.assign(globalThis, { first: { lines, sight: getComputedStyle(article).visibility } });
      }),
    );
    const first = async () => {
      await page.goto(site.url);
      await entitiesVisible(page);
      return page.evaluate(() => /** @type {any} */ (globalThis).first);
    };
    const published = await first();
    assert.equal(published.sight, 'visible');
    assert.ok(published.lines > 50, `${published.lines} lines`);
    assert.deepEqual(await first(), published);
    await selectText(page, 'power cable');
    await page.keyboard.press('h');
    await saved(page);
    assert.equal((await first()).sight, 'hidden');
    await context.close();
    await site.close();
  });
});
