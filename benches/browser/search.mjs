/** Searching as one types: how soon after each letter the count and the hits in view are painted. */

import { painting } from './painted.mjs';

/** @typedef {import("puppeteer-core").Page} Page */

/** Types of the title's last word before its comma, so that there is something to find, at most so many letters. */
const LETTERS = 6;

/** Runs in the page: waits for the next letter in the box, then for what comes of it. */
function nextLetter() {
  const { untilPainted } = /** @type {any} */ (globalThis);
  const input = /** @type {HTMLInputElement} */ (document.getElementById('find-input'));
  const count = document.querySelector('.find-count');
  const before = input.value;
  const plain = (/** @type {string} */ text) => text.normalize('NFKD').toLowerCase();
  const answered = () => {
    const [now] = CSS.highlights.get('manicule-hit-now') ?? [];
    const current = now && plain(String(now)) === plain(input.value);
    return input.value !== before && Boolean(current) && (count?.textContent ?? '') !== '';
  };
  const searched = new Promise((done) => {
    input.addEventListener(
      'keydown',
      async ({ timeStamp }) => done((await untilPainted(answered)) - timeStamp),
      { capture: true, once: true },
    );
  });
  Object.assign(globalThis, { searched });
}

/** @param {Page} page */
export async function searching(page) {
  await page.evaluate(painting);
  const title = await page.$eval('#article [data-kind]', (node) => node.textContent ?? '');
  const word = (title.split(',')[0] ?? '').split(' ').at(-1) ?? '';
  await page.evaluate(() => scrollTo(0, 0));
  await page.focus('#article');
  await page.keyboard.press('/');
  await page.waitForFunction(
    () => document.activeElement?.id === 'find-input' && document.querySelector('.find.ready'),
  );
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    for (const letter of word.toLowerCase().slice(0, LETTERS)) {
      await page.evaluate(nextLetter);
      await page.keyboard.type(letter);
      times.push(await page.evaluate(() => /** @type {any} */ (globalThis).searched));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    }
    await page.$eval('#find-input', (input) => /** @type {HTMLInputElement} */ (input).select());
    await page.keyboard.press('Backspace');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  }
  await page.keyboard.press('Escape');
  const sorted = times.sort((one, other) => one - other);
  return { search: sorted[Math.floor(sorted.length / 2)] ?? NaN, searchMost: sorted.at(-1) ?? NaN };
}
