/**
 * What a reader feels, by length of the article, in Chromium: `node benches/browser.mjs ADDRESS [LENGTH…]`
 * (lengths such as `1K 100K 1M 10M`), with the browser's program in `MANICULE_BROWSER_PATH`. Opens made-up prose
 * as a reader does, waits until it is read, then scrolls, marks, writes a note, opens a card and looks something
 * up as one types; latencies are those of the Event Timing API, but the search's, which are from the key to the end
 * of the frame that shows its count and its hits; the longest task is what the Long Tasks API reports after the
 * article was opened. Prints one JSON object, and a table on the error stream.
 */

import { open, present, settle } from './browser/article.mjs';
import { interactions } from './browser/hands.mjs';
import { searching } from './browser/search.mjs';
import { chromium } from './chromium.mjs';
import { prose } from './prose.mjs';

/** @typedef {import("puppeteer-core").Page} Page */

const UNITS = /** @type {Record<string, number>} */ ({ K: 1000, M: 1_000_000 });
const [address, ...given] = process.argv.slice(2);
if (!address) throw new Error('Usage: node benches/browser.mjs ADDRESS [LENGTH…]');
const lengths = given.length > 0 ? given : ['1K', '100K', '1M', '10M'];

/** @param {string} length */
function characters(length) {
  const unit = UNITS[length.slice(-1)];
  return unit ? Number(length.slice(0, -1)) * unit : Number(length);
}

const browser = await chromium({ protocolTimeout: 600_000 });

/**
 * @param {string} length
 * @returns {Promise<Record<string, number | string>>}
 */
async function measured(length) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(String(address));
  await settle(page);
  await page.evaluate(present);
  const opening = await open(page, prose(characters(length)));
  const hands = await interactions(page);
  const search = await searching(page);
  await context.close();
  return { length, ...opening, ...hands, ...search };
}

try {
  const rows = [];
  for (const length of lengths) {
    const row = await measured(length);
    rows.push(row);
    console.error(
      Object.entries(row)
        .map(([name, value]) => `${name} ${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`)
        .join('  '),
    );
  }
  console.log(JSON.stringify({ rows }));
} finally {
  await browser.close();
}
