/** The peer's side of `benches/recogito.mjs`: what `xtask/peers/recogito.mjs` lets one do. */

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Shows a text as ours is set.
 * @param {Page} page
 * @param {string} text
 * @param {Record<string, string>} look
 */
export async function begin(page, text, look) {
  await page.waitForFunction(() => 'peer' in globalThis);
  await page.evaluate((given, style) => /** @type {any} */ (globalThis).peer.open(given, style), text, look);
  return look;
}

/**
 * Hands it a file of annotations; milliseconds from the file until those in view are painted.
 * @param {Page} page
 * @param {string} json
 * @param {number} count
 */
export async function load(page, json, count) {
  const [time, held] = await page.evaluate(async (content) => {
    const { peer, untilPainted } = /** @type {any} */ (globalThis);
    const file = new File([content], 'annotations.json', { type: 'application/json' });
    const started = performance.now();
    const loaded = peer.load(file);
    const painted = await untilPainted(() => peer.painted() > 0);
    await loaded;
    return /** @type {[number, number]} */ ([painted - started, peer.count()]);
  }, json);
  if (held !== count) throw new Error(`It took ${held} of ${count} annotations.`);
  return time;
}

/** There is nothing else to press: letting go of the mouse makes the highlight. */
export async function press() {}

/** Runs in the page: how many annotations are painted that were not in the file. */
export const made = () => /** @type {any} */ (globalThis).peer.made();
