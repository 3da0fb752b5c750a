/** Who shares sentences with whom, as a picture, a table and the sentences themselves. */
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

Maria Osei met Karim Lind in Lisbon. Karim Lind wrote to Maria Osei on Monday. Ines Valadares stayed in Porto. Paul Tormin slept.`;

/** Where the dots stand. @param {Page} page */
const dots = (page) =>
  inAll(page, '.dot', (all) =>
    all.map((dot) => {
      const circle = dot.querySelector('circle');
      return [dot.getAttribute('aria-label'), circle?.getAttribute('cx'), circle?.getAttribute('cy')];
    }),
  );

/** An article in which so many persons meet. @param {number} count */
function crowd(count) {
  const given = ['Maria', 'Karim', 'Ines', 'Paul', 'Leila', 'Anders', 'Clara', 'Jonas', 'Nora', 'Felix'];
  const parts = ['Bar', 'Len', 'Tor', 'Sal', 'Vik', 'Dor', 'Han', 'Rem', 'Pol', 'Gar'];
  const ends = ['min', 'sten', 'lund', 'berg', 'wick'];
  const name = (/** @type {number} */ at) =>
    `${given[at % 10]} ${parts[Math.floor(at / 10) % 10]}${ends[Math.floor(at / 100) % 5]}`;
  const lines = Array.from(
    { length: count },
    (_, at) => `${name(at)} met ${name((at * 7 + 1) % count)} and ${name(at % 9)} in Lisbon.`,
  );
  return `The long meeting\n\n${lines.join('\n\n')}`;
}

describe(`the network in ${browserName}`, () => {
  test('those who share sentences are tied; a name tells with whom, a tie its sentences', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await press(page, 'button', 'Network');
    await page.waitForSelector('.dot');
    const names = (await dots(page)).map(([name]) => name);
    assert.ok(names.includes('Maria Osei, 2 mentions, named with 2 others'), String(names));
    assert.ok(
      !names.some((name) => name?.startsWith('Paul Tormin')),
      'who is alone in a sentence is not there',
    );
    assert.ok(!names.some((name) => name?.startsWith('Monday')), 'dates keep nobody company');
    await press(page, 'button', 'Maria Osei, 2 mentions, named with 2 others');
    assert.ok(await page.$('.picture.isolating .dot.near'), 'the others step back');
    await press(page, 'button', 'Karim Lind');
    const passages = await inAll(page, '.passage', (all) => all.map((it) => it.textContent?.trim()));
    assert.deepEqual(passages, [
      'Maria Osei met Karim Lind in Lisbon.',
      'Karim Lind wrote to Maria Osei on Monday.',
    ]);
    await page.click('.passage');
    assert.equal(await inFirst(page, '#article', (node) => /** @type {HTMLElement} */ (node).hidden), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the same article gives the same picture', async () => {
    const seen = [];
    for (let time = 0; time < 2; time += 1) {
      const { page, context } = await freshPage(session);
      await openText(page, story);
      await press(page, 'button', 'Network');
      await page.waitForSelector('.dot');
      seen.push(await dots(page));
      await context.close();
    }
    assert.deepEqual(seen[0], seen[1]);
  });

  test('a table says the same, and the picture is saved', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await press(page, 'button', 'Network');
    await page.waitForSelector('.dot');
    const svg = await readFile(await savedPicture(session, page, 'SVG'), 'utf8');
    assert.match(svg, /Karim Lind/);
    assert.doesNotMatch(svg, /stroke-width="12px"/, 'what is only there to be pressed is left out');
    await press(page, 'button', 'Table');
    const rows = await inAll(page, '.see-table tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    assert.deepEqual(rows[0], ['Maria Osei', 'Karim Lind', '2 sentences']);
    await press(page, 'button', '2 sentences with Maria Osei and Karim Lind');
    await byRole(page, 'heading', 'Maria Osei and Karim Lind');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('five hundred names: the strongest at first, as many as the reader asks for, and the rest counted', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, crowd(500));
    await press(page, 'button', 'Network');
    await page.waitForSelector('.dot');
    const first = (await dots(page)).length;
    assert.ok(first > 10 && first <= 40, String(first));
    assert.match(await inFirst(page, '.left-out', (node) => node.textContent ?? ''), /left out: \d+ names/);
    const names = await page.waitForSelector('label.choice select');
    const most = await inAll(page, 'label.choice:first-child option', (all) =>
      Math.max(...all.map((it) => Number(/** @type {HTMLOptionElement} */ (it).value))),
    );
    await names?.select(String(most));
    const all = (await dots(page)).length;
    assert.ok(all > first, `${all} of ${most}`);
    const named = await inAll(page, '.names text', (texts) =>
      texts
        .map((text) => text.getBoundingClientRect())
        .map(({ x, y, width, height }) => [x, y, width, height]),
    );
    for (const [at, [x = 0, y = 0, width = 0, height = 0]] of named.entries())
      for (const [otherX = 0, otherY = 0, otherWidth = 0, otherHeight = 0] of named.slice(at + 1)) {
        const apart =
          x >= otherX + otherWidth - 2 ||
          otherX >= x + width - 2 ||
          y >= otherY + otherHeight - 4 ||
          otherY >= y + height - 4;
        assert.ok(apart, 'no name lies on another');
      }
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('an article in which nobody meets says so', async () => {
    const { page, context } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nIt opened.');
    await press(page, 'button', 'Network');
    const words = await page.waitForSelector('.view .nothing');
    assert.match((await words?.evaluate((node) => node.textContent)) ?? '', /No two names/);
    await context.close();
  });
});
