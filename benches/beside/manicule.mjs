/** Our side of `benches/recogito.mjs`: what a reader does in the app. */

import { open, present, settle } from '../browser/article.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** Opens a text and waits until all of it is read; how it is set. @param {Page} page @param {string} text */
export async function begin(page, text) {
  await settle(page);
  await page.evaluate(present);
  await open(page, text);
  return page.$eval('#article', (article) => {
    const { fontFamily, fontSize, lineHeight } = getComputedStyle(article);
    return { fontFamily, fontSize, lineHeight, width: `${article.clientWidth}px` };
  });
}

/**
 * Chooses a file of annotations in the dialog and says yes to what it comes to, as soon as it asks; milliseconds
 * from the file until marks in view are painted. By then they are stored.
 * @param {Page} page
 * @param {string} json
 * @param {number} count
 */
export async function load(page, json, count) {
  await page.click('#export-button');
  const input = '.exchange input[type=file]';
  await page.waitForSelector(input);
  const time = await page.evaluate(
    async (content, selector) => {
      const { untilPainted } = /** @type {any} */ (globalThis);
      const chooser = /** @type {HTMLInputElement} */ (document.querySelector(selector));
      const files = new DataTransfer();
      files.items.add(new File([content], 'annotations.json', { type: 'application/json' }));
      chooser.files = files.files;
      const asked = () =>
        /** @type {HTMLButtonElement | null} */ (
          document.querySelector('.exchange[aria-describedby="import-sum"] .button.strong:not(:disabled)')
        );
      const consent = new MutationObserver(() => {
        const go = asked();
        if (!go) return;
        consent.disconnect();
        go.click();
      });
      consent.observe(document.body, { childList: true, subtree: true });
      const started = performance.now();
      chooser.dispatchEvent(new Event('change'));
      return (await untilPainted(() => CSS.highlights.get('manicule-green')?.size)) - started;
    },
    json,
    input,
  );
  const words = `Imported: ${count.toLocaleString('en')} added`;
  await page.waitForFunction((said) => document.body.innerText.includes(said), {}, words);
  return time;
}

/**
 * Lets go of the mouse, waits for the toolbar of what is selected, and is about to press its yellow, which makes the
 * highlight.
 * @param {Page} page
 */
export async function press(page) {
  await page.mouse.up();
  const swatch = await page.waitForSelector('.toolbar .swatch.yellow');
  const box = await swatch?.boundingBox();
  if (!box) throw new Error('There is no toolbar.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
}

/** Runs in the page: how many marks of the reader's own are painted. */
export const made = () => CSS.highlights.get('manicule-yellow')?.size ?? 0;
