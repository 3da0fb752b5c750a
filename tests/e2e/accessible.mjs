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
  await page.evaluate(axeSource);
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
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
