/**
 * Annotations in the app and in Recogito's text annotator, in one Chromium: `node benches/recogito.mjs RUNS LENGTH
 * COUNTS OURS PEER…`, counts such as `1000,10000`, with the browser's program in `MANICULE_BROWSER_PATH`. Every run
 * visits each address in turn, each time in a profile of its own: shows the same made-up prose in the same type,
 * loads the same file of annotations, turns the wheel, and marks some words with the mouse. Prints one JSON object:
 * for each count and address the milliseconds of every run.
 */
import * as ours from './beside/manicule.mjs';
import { highlights } from './beside/notes.mjs';
import * as theirs from './beside/recogito.mjs';
import { scrolling } from './browser/hands.mjs';
import { painting } from './browser/painted.mjs';
import { chromium } from './chromium.mjs';
import { prose } from './prose.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const MARKS = 5;
/** Longer than what a peer takes for a click. */
const DRAG = 400;
const [runs, length, counts, ...addresses] = process.argv.slice(2);
if (addresses.length === 0) throw new Error('Usage: node benches/recogito.mjs RUNS LENGTH COUNTS OURS PEER…');
const text = prose(Number(length));
const browser = await chromium({ protocolTimeout: 600_000 });
const pause = (/** @type {number} */ time) => new Promise((done) => setTimeout(done, time));

/** Two places on the first line of a paragraph in view. @param {Page} page @param {number} number */
function words(page, number) {
  return page.evaluate((at) => {
    const all = [...document.querySelectorAll('#article p')].filter((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return top > 80 && bottom < innerHeight - 150 && (block.textContent ?? '').length > 100;
    });
    const block = all[at % all.length];
    if (!block) throw new Error('There is nothing in view to mark.');
    const range = document.createRange();
    range.selectNodeContents(block);
    const { left, top, height } = /** @type {DOMRect} */ (range.getClientRects()[0]);
    return { left: left + 1, right: left + 150 + 10 * at, y: top + height / 2 };
  }, number);
}

/**
 * Marks some words with the mouse; milliseconds from the last time that the button is let go until the mark is
 * painted.
 * @param {Page} page
 * @param {typeof ours | typeof theirs} side
 * @param {number} number
 */
async function mark(page, side, number) {
  const { left, right, y } = await words(page, number);
  await page.mouse.move(left, y);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, y, { steps: 4 });
  await pause(DRAG);
  await page.mouse.move(right, y, { steps: 4 });
  await pause(100);
  await side.press(page);
  const before = await page.evaluate(side.made);
  await page.evaluate((count) => {
    const { made, untilPainted } = /** @type {any} */ (globalThis);
    const marked = new Promise((done) => {
      addEventListener(
        'pointerup',
        async ({ timeStamp }) => done((await untilPainted(() => made() > count)) - timeStamp),
        { capture: true, once: true },
      );
    });
    Object.assign(globalThis, { marked });
  }, before);
  await page.mouse.up();
  const time = await page.evaluate(() => /** @type {any} */ (globalThis).marked);
  await pause(300);
  return time;
}

/** @param {number[]} values */
const middle = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

/**
 * One visit: loading, scrolling, marking.
 * @param {string} address
 * @param {typeof ours | typeof theirs} side
 * @param {string} json
 * @param {number} count
 */
async function visit(address, side, json, count) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address);
  look = await side.begin(page, text, look);
  await page.evaluate(painting);
  await pause(500);
  const load = await side.load(page, json, count);
  await pause(500);
  const { frame, frame95 } = await scrolling(page);
  await pause(500);
  // What is asked in the page again and again: by name.
  await page.evaluate(`globalThis.made = ${side.made}`);
  const times = [];
  for (let number = 0; number < MARKS; number += 1) times.push(await mark(page, side, number));
  await context.close();
  return { load, frame: frame ?? NaN, frame95: frame95 ?? NaN, make: middle(times) };
}

/** How the app sets the article, which it is asked first. @type {Record<string, string>} */
let look = {};
try {
  const rows = [];
  for (const count of String(counts).split(',').map(Number)) {
    const json = JSON.stringify(highlights(text, count));
    /** @type {Record<string, number[]>[]} */
    const sides = addresses.map(() => ({ load: [], frame: [], frame95: [], make: [] }));
    for (let run = 0; run < Number(runs); run += 1) {
      for (const [index, address] of addresses.entries()) {
        const figures = await visit(address, index === 0 ? ours : theirs, json, count);
        console.error(count, address, JSON.stringify(figures));
        for (const [name, value] of Object.entries(figures)) sides[index]?.[name]?.push(value);
      }
    }
    rows.push({ count, sides });
  }
  console.log(JSON.stringify({ rows }));
} finally {
  await browser.close();
}
