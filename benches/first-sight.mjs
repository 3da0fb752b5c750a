/**
 * How long it takes until the sample's text and its entities are on the screen, in Chromium:
 * `node benches/first-sight.mjs RUNS ADDRESS…`, with the browser's program in `MANICULE_BROWSER_PATH`. Every
 * run visits each page twice, in a profile of its own: with nothing cached, and again with what the first
 * visit left. Prints one JSON object: for each page the milliseconds from navigation to the first paint of
 * content, to the first names with lines, and to the page's own mark `manicule:entities-visible`, when its core has
 * found them itself. A page that is published with the lines has them with its first paint, unless it keeps its
 * article out of sight for a reader who comes back.
 */
import { chromium } from './chromium.mjs';

const MARK = 'manicule:entities-visible';
const PAINT = 'first-contentful-paint';
const [runs, ...addresses] = process.argv.slice(2);
const browser = await chromium();

/**
 * One visit: when the first content was painted, when the first lines were, when the page's own entities were.
 * @param {import("puppeteer-core").BrowserContext} context
 * @param {string} address
 */
async function visit(context, address) {
  const page = await context.newPage();
  const answer = await page.goto(address);
  const hasLines = /<span class="mention /.test((await answer?.text()) ?? '');
  const reached = (/** @type {string} */ name) => performance.getEntriesByName(name).length > 0;
  for (const name of [PAINT, MARK]) await page.waitForFunction(reached, {}, name);
  const [text = NaN, own = NaN] = await page.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    [PAINT, MARK],
  );
  const isHidden = await page.evaluate(() => document.documentElement.classList.contains('away'));
  await page.close();
  return [text, hasLines && !isHidden ? text : own, own];
}

/** @param {string} address */
async function visits(address) {
  const context = await browser.createBrowserContext();
  const [cold, warm] = [await visit(context, address), await visit(context, address)];
  await context.close();
  return [...cold, ...warm];
}

try {
  const names = ['coldText', 'coldLines', 'cold', 'warmText', 'warmLines', 'warm'];
  const pages = addresses.map(() =>
    Object.fromEntries(names.map((name) => [name, /** @type {number[]} */ ([])])),
  );
  // The browser itself starts up on the first page.
  for (const address of addresses) await visits(address);
  for (let run = 0; run < Number(runs); run += 1) {
    for (const [index, address] of addresses.entries()) {
      const times = await visits(address);
      for (const [at, name] of names.entries()) pages[index]?.[name]?.push(times[at] ?? NaN);
    }
  }
  console.log(JSON.stringify({ pages }));
} finally {
  await browser.close();
}
