/**
 * Looking at elements inside the page, in one go. The library's own way takes each element out of the page first, which
 * costs milliseconds each, in Firefox most.
 */

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * @param {string} act the source of a function
 * @param {string} found what it is given first
 * @param {unknown[]} given what it is given besides
 */
function call(act, found, given) {
  return `(${act})(${[found, ...given.map((value) => JSON.stringify(value))].join(', ')})`;
}

/**
 * What `act` makes of all elements that a selector finds.
 * @template {string} Selector
 * @template R
 * @param {Page} page
 * @param {Selector} selector
 * @param {(elements: import('puppeteer-core').NodeFor<Selector>[], ...given: any[]) => R} act knows only what it is given
 * @param {...unknown} given
 * @returns {Promise<Awaited<R>>}
 */
export async function inAll(page, selector, act, ...given) {
  const found = `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
  return /** @type {Awaited<R>} */ (await page.evaluate(call(String(act), found, given)));
}

/**
 * The same for the first of them, which has to be there.
 * @template {string} Selector
 * @template R
 * @param {Page} page
 * @param {Selector} selector
 * @param {(element: import('puppeteer-core').NodeFor<Selector>, ...given: any[]) => R} act
 * @param {...unknown} given
 * @returns {Promise<Awaited<R>>}
 */
export async function inFirst(page, selector, act, ...given) {
  const made = call(String(act), 'found', given);
  const asked = JSON.stringify(selector);
  const lack = JSON.stringify(`There is no ${selector}.`);
  const source = `((found) => { if (!found) throw new Error(${lack}); return ${made}; })(document.querySelector(${asked}))`;
  return /** @type {Awaited<R>} */ (await page.evaluate(source));
}
