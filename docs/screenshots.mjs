/**
 * Pictures of every main screen from the running app: `cargo xtask serve`, then `node docs/screenshots.mjs [FOLDER]`.
 * Without a folder they go to `target/screenshots`, to be looked at: each at 1440, 1024 and 390 px, light and dark.
 * The README's own picture is made by `docs/screenshot.mjs`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { freshPage, launch, press, saved, selectText } from '../tests/e2e/support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const folder = process.argv[2] ?? fileURLToPath(new URL('../target/screenshots', import.meta.url));
await mkdir(folder, { recursive: true });

/** @param {Page} page @param {string} selector */
const click = (page, selector) => page.$eval(selector, (node) => /** @type {HTMLElement} */ (node).click());

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const SCREENS = {
  read: async () => undefined,
  card: async (page) => {
    const name = await page.waitForSelector('#article p:nth-of-type(4) .mention[data-label=PERSON]');
    await name?.click();
    await page.waitForSelector('[role=dialog]');
  },
  timeline: (page) => click(page, '[data-view=timeline]'),
  network: (page) => click(page, '[data-view=network]'),
  map: (page) => click(page, '[data-view=map]'),
  quotes: (page) => click(page, '[data-view=quotes]'),
  articles: (page) => click(page, '#library-button'),
  open: (page) => click(page, '#open-button'),
  export: (page) => click(page, '#export-button'),
  settings: (page) => click(page, '#settings-button'),
  everything: async (page) => {
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
  },
  keys: (page) => page.keyboard.press('?'),
};

/** What moves has come to rest, and what is loaded when it is opened is there. @param {Page} page */
async function settled(page) {
  await page.waitForNetworkIdle({ idleTime: 300 });
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
}

const session = await launch();
for (const dark of [false, true]) {
  for (const width of [1440, 1024, 390]) {
    const height = width === 390 ? 844 : 900;
    for (const [name, go] of Object.entries(SCREENS)) {
      const { page, context } = await freshPage(session, { width, height, dark });
      if (name === 'read' && width === 1440) {
        await selectText(page, 'called the first of its kind');
        await press(page, 'button', 'Note');
        await page.keyboard.type('*Whose* claim? The cables under the strait are older.');
        await press(page, 'button', 'Done with “called the first of its kind”');
        await saved(page);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await go(page);
      await settled(page);
      const path = join(folder, `${name}-${width}-${dark ? 'dark' : 'light'}.png`);
      await page.screenshot({ path: /** @type {`${string}.png`} */ (path) });
      console.log(path);
      await context.close();
    }
  }
}
await session.close();
