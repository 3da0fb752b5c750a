/** The dates of an article on an axis, and the way between them and the text. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { when } from '../../www/see/when.js';
import {
  browserName,
  byRole,
  freshPage,
  has,
  inAll,
  inFirst,
  openText,
  press,
  savedPicture,
  sharedBrowser,
  written,
} from './support.mjs';

const session = await sharedBrowser();

const story = `Harbour opens

March 14, 2024

The harbour of Lisbon opened on March 14, 2024. Work began in October 2022 and took four hours a day. It was planned from 1990 to 1995, and in the 1980s nobody thought of it.`;

/** The day a time is of, as ISO has it. @param {number} time */
const iso = (time) => new Date(time).toISOString().slice(0, 10);

describe('what a value means on the axis', () => {
  for (const [value, from, to, kind] of /** @type {[string, string, string, string][]} */ ([
    ['2024-03-14', '2024-03-14', '2024-03-15', 'day'],
    ['2024-03-14T18:30', '2024-03-14', '2024-03-14', 'day'],
    ['2024-03', '2024-03-01', '2024-04-01', 'somewhere'],
    ['2024', '2024-01-01', '2025-01-01', 'somewhere'],
    ['198X', '1980-01-01', '1990-01-01', 'somewhere'],
    ['18XX', '1800-01-01', '1900-01-01', 'somewhere'],
    ['0842', '0842-01-01', '0843-01-01', 'somewhere'],
    ['2012-Q3', '2012-07-01', '2012-10-01', 'somewhere'],
    ['1989-H1', '1989-01-01', '1989-07-01', 'somewhere'],
    ['2013-W12', '2013-03-18', '2013-03-25', 'somewhere'],
    ['2013-W12-WE', '2013-03-23', '2013-03-25', 'somewhere'],
    ['2008-SU', '2008-06-01', '2008-09-01', 'somewhere'],
    ['1990/1995', '1990-01-01', '1996-01-01', 'span'],
    ['2024-05-03/2024-06-07', '2024-05-03', '2024-06-08', 'span'],
  ])) {
    test(value, () => {
      const found = when(value);
      assert.deepEqual(found && [iso(found.from), iso(found.to), found.kind], [from, to, kind]);
    });
  }
  for (const [value, qualifier, from, to, kind] of /** @type {string[][]} */ ([
    ['2024-04', 'START', '2024-04-01', '2024-04-11', 'somewhere'],
    ['2024-04', 'MID', '2024-04-11', '2024-04-21', 'somewhere'],
    ['2024', 'END', '2024-09-01', '2025-01-01', 'somewhere'],
    ['199X', 'START', '1990-01-01', '1993-05-02', 'somewhere'],
    ['2024-03-14', 'APPROX', '2024-03-14', '2024-03-15', 'somewhere'],
    ['2024-03-14', 'START', '2024-03-14', '2024-03-15', 'day'],
    ['1990/1995', 'LESS_THAN', '1990-01-01', '1996-01-01', 'span'],
  ])) {
    test(`${value}, ${qualifier}`, () => {
      const found = when(value ?? '', qualifier);
      assert.deepEqual(found && [iso(found.from), iso(found.to), found.kind], [from, to, kind]);
    });
  }
  test('what has no place in time has none', () => {
    for (const value of [
      'P3D',
      'T15',
      'XXXX-09-26',
      'XXXX',
      'XX89',
      'PAST_REF',
      'R/P1D',
      'XXXX-05-03/XXXX-06-07',
      '',
    ])
      assert.equal(when(value), undefined, value);
  });
});

describe(`the timeline in ${browserName}`, () => {
  test('the text’s early and late are a part of the month, and not all of it', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour talks\n\nMarch 14, 2024\n\nThe talks of Lisbon begin early next month.');
    await press(page, 'button', 'Timeline');
    await page.waitForSelector('.picture .bar');
    const names = await inAll(page, '.picture .bar', (bars) =>
      bars.map((bar) => bar.getAttribute('aria-label')),
    );
    assert.deepEqual(names.slice(-1), [
      'early next month, some time from April 1, 2024 to April 10, 2024, 1 mention',
    ]);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('every date is there, as sure as the text is, and leads to its passage and back', async () => {
    const { page, context, problems } = await freshPage(session, { address: written });
    await openText(page, story);
    await press(page, 'button', 'Timeline');
    const names = await page
      .waitForSelector('.picture .bar')
      .then(() => inAll(page, '.picture .bar', (bars) => bars.map((bar) => bar.getAttribute('aria-label'))));
    assert.deepEqual(names, [
      'the 1980s, some time from 1980 to 1989, 1 mention',
      '1990 to 1995, 1990 to 1995, 1 mention',
      'October 2022, October 2022, 1 mention',
      'March 14, 2024, March 14, 2024, 2 mentions',
    ]);
    assert.equal(await inFirst(page, '#article', (node) => /** @type {HTMLElement} */ (node).hidden), true);
    assert.ok(await page.$('.bar.somewhere .haze'), 'a decade is a pale bar');
    assert.ok(await page.$('.undated'), 'lengths stand apart');
    // A year before our era is told as such.
    const told = await page.evaluate(
      async (path, time) => (await import(path)).inWords(time),
      new URL('see/told.js', written).href,
      when('-0399'),
    );
    assert.equal(told, '400 BC');
    await press(page, 'button', 'October 2022, October 2022, 1 mention');
    const passage = await page.waitForSelector('.detail .passage');
    assert.match((await passage?.evaluate((node) => node.textContent)) ?? '', /Work began in October 2022/);
    await passage?.click();
    assert.equal(await inFirst(page, '#article', (node) => /** @type {HTMLElement} */ (node).hidden), false);
    assert.equal(await page.$('.picture'), null);

    // From the card of a date.
    await press(page, 'button', 'the 1980s');
    await press(page, 'button', 'Show on the timeline');
    await page.waitForSelector('.bar.pointed');
    assert.match(await inFirst(page, '.detail', (node) => node.textContent ?? ''), /the 1980s/);
    await page.keyboard.press('Escape');
    assert.equal(await has(page, 'heading', 'Timeline'), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('by keyboard alone, and as a table', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await page.focus('#article');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await byRole(page, 'heading', 'Timeline');
    await inFirst(page, '.picture [tabindex="0"]', (node) => /** @type {SVGElement} */ (node).focus());
    const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('ArrowRight');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.notEqual(first, second);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.detail .passage');
    await press(page, 'button', 'Table');
    const rows = await inAll(page, '.see-table tbody tr', (all) => all.map((row) => row.textContent?.trim()));
    assert.equal(rows.length, 4);
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.waitForFunction(() => document.activeElement?.id === 'article');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the picture is saved so that it opens alone', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await press(page, 'button', 'Timeline');
    await page.waitForSelector('.picture .bar');
    const svg = await readFile(await savedPicture(session, page, 'SVG'), 'utf8');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /October 2022/);
    assert.match(svg, /fill="rgb\(/);
    assert.doesNotMatch(svg, /class=|var\(--/);
    const png = await readFile(await savedPicture(session, page, 'PNG'));
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
    const width = await inFirst(
      page,
      '.picture',
      (node) => /** @type {SVGSVGElement} */ (node).viewBox.baseVal.width,
    );
    assert.equal(png.readUInt32BE(16), Math.floor((width + 24) * 2));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('without years it says what to do, and the article’s own date gives days their place', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nThe harbour opened on Monday.');
    await press(page, 'button', 'Timeline');
    const words = await page.waitForSelector('.view .nothing');
    assert.match((await words?.evaluate((node) => node.textContent)) ?? '', /Give the article’s own date/);
    await page.type('.own-date input', '2024-03-14');
    await page.keyboard.press('Enter');
    await byRole(page, 'button', 'Monday, March 11, 2024, 1 mention');
    assert.deepEqual(problems, []);
    await context.close();
  });
});
