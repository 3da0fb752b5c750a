/** The places of an article on a map of the world. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  freshPage,
  inAll,
  inFirst,
  openText,
  press,
  savedPicture,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const story = `Ministers meet

They met in Lisbon and in Tokyo. From Lisbon they flew to Nairobi, over the Strait of Gibraltar.`;

/** Where a place stands. @param {Page} page @param {string} name */
async function spot(page, name) {
  const found = await byRole(page, 'button', name);
  return found.$eval('circle', (circle) => ({
    x: Number(circle.getAttribute('cx')),
    y: Number(circle.getAttribute('cy')),
    r: Number(circle.getAttribute('r')),
  }));
}

describe(`the map in ${browserName}`, () => {
  test('places stand where they are, larger the more often, and lead to the text', async () => {
    const { page, context, problems } = await freshPage(session);
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await openText(page, story);
    const isWorld = (/** @type {string} */ address) => /world|\/map-[^/]*\.js$/.test(address);
    assert.ok(!asked.some(isWorld), 'the world is not fetched before it is asked for');
    await press(page, 'button', 'Map');
    await page.waitForSelector('.land');
    assert.ok(asked.some(isWorld));
    const [lisbon, tokyo, nairobi] = [
      await spot(page, 'Lisbon, 2 mentions'),
      await spot(page, 'Tokyo, 1 mention'),
      await spot(page, 'Nairobi, 1 mention'),
    ];
    assert.ok(lisbon.x < nairobi.x && nairobi.x < tokyo.x, 'west to east');
    assert.ok(lisbon.y < tokyo.y + 30 && tokyo.y < nairobi.y, 'north to south');
    assert.ok(lisbon.r > tokyo.r, 'larger the more often');
    await page.waitForSelector('.undated ::-p-text(Strait of Gibraltar)');
    await press(page, 'button', 'Lisbon, 2 mentions');
    const passages = await page.$$('.passage');
    assert.equal(passages.length, 2);
    await passages[1]?.click();
    assert.equal(await inFirst(page, '#article', (node) => /** @type {HTMLElement} */ (node).hidden), false);
    await press(page, 'button', 'Tokyo');
    await press(page, 'button', 'Show on the map');
    await page.waitForSelector('.spot.pointed');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('it is looked at more closely by button, by key and by pointer', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await press(page, 'button', 'Map');
    await page.waitForSelector('.land');
    const look = () => inFirst(page, '.picture > g', (group) => group.getAttribute('transform') ?? '');
    const scale = async () => Number(/scale\(([\d.]+)\)/.exec(await look())?.[1]);
    await press(page, 'button', 'World');
    assert.equal(await scale(), 1);
    await press(page, 'button', 'Closer');
    assert.equal(await scale(), 1.6);
    await inFirst(page, '.spot', (node) => /** @type {SVGElement} */ (node).focus());
    await page.keyboard.press('+');
    assert.ok((await scale()) > 2.5);
    assert.ok(await page.evaluate(() => document.activeElement?.matches('.spot')), 'the focus stays');
    const before = await look();
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    assert.notEqual(await look(), before);
    const box = await (await page.$('.picture'))?.boundingBox();
    const moved = await look();
    if (box) {
      await page.mouse.move(box.x + 8, box.y + 8);
      await page.mouse.down();
      await page.mouse.move(box.x + 80, box.y + 60, { steps: 4 });
      await page.mouse.up();
    }
    assert.notEqual(await look(), moved);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('a table says the same, and the picture is saved', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await press(page, 'button', 'Map');
    await page.waitForSelector('.land');
    const svg = await readFile(await savedPicture(session, page, 'SVG'), 'utf8');
    assert.match(svg, /Nairobi/);
    const png = await readFile(await savedPicture(session, page, 'PNG'));
    assert.ok(png.length > 5000, 'there is more on it than paper');
    await press(page, 'button', 'Table');
    const rows = await inAll(page, '.see-table tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    assert.deepEqual(rows[0], ['Lisbon', 'city in Portugal, 38.7° N 9.1° W', '2']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('an article without known places says so', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nIt opened.');
    await press(page, 'button', 'Map');
    const words = await page.waitForSelector('.view .nothing');
    assert.match((await words?.evaluate((node) => node.textContent)) ?? '', /No place of this article/);
    await context.close();
  });
});
