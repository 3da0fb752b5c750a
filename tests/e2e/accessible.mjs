/** Whether a page keeps to the accessibility rules that axe knows. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The page's own policy keeps scripts out, so axe is brought in by the debugger.
 * @param {import('puppeteer-core').Page} page
 * @param {string} state
 */
export async function check(page, state) {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource);
  await still(page);
  const found = await page.evaluate(async () => {
    const axe = /** @type {any} */ (window).axe;
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map((/** @type {any} */ violation) => ({
      rule: violation.id,
      where: violation.nodes
        .slice(0, 3)
        .map((/** @type {any} */ node) => [node.html.slice(0, 160), node.failureSummary]),
    }));
  });
  assert.deepEqual(found, [], state);
}

/**
 * Waits until nothing on the page moves or fades any more: half faded words have no contrast. What was just
 * opened begins to move only with the next frame.
 * @param {import('puppeteer-core').Page} page
 */
async function still(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const ends = (/** @type {Animation} */ animation) =>
      animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity;
    for (;;) {
      await frame();
      const moving = document.getAnimations().filter(ends);
      if (moving.length === 0) return;
      await Promise.allSettled(moving.map((animation) => animation.finished));
    }
  });
}
