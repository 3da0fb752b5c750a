/**
 * Elements by role and accessible name, computed by the specifications in the page itself, and only of what may
 * match. The browsers' own look-ups walk every node: Firefox for over a second, and Chromium, once asked, keeps
 * its tree up to date with every change of the page, which took a quarter of what scenarios cost.
 */
import { build } from 'esbuild';

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").ElementHandle<Element>} Handle */

const bundle = await build({
  stdin: {
    contents: "export { computeAccessibleName, getRole } from 'dom-accessibility-api';",
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  format: 'iife',
  globalName: 'maniculeRoles',
  minify: true,
  write: false,
});
const library = bundle.outputFiles[0]?.text ?? '';

/**
 * Runs in the page: the first element of this role and name that a screen reader would come to.
 * @param {string} role
 * @param {string | undefined} name
 * @returns {Element | null | 'unprepared'}
 */
function find(role, name) {
  const { computeAccessibleName, getRole } = /** @type {any} */ (globalThis).maniculeRoles ?? {};
  if (!getRole) return 'unprepared';
  const native = /** @type {Record<string, string>} */ ({
    button: 'button, input, summary',
    checkbox: 'input',
    combobox: 'input, select',
    dialog: 'dialog',
    heading: 'h1, h2, h3, h4, h5, h6',
    link: 'a',
    option: 'option',
    textbox: 'input, textarea',
  })[role];
  const folded = (/** @type {string | null} */ text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const dense = (/** @type {string | null} */ text) => (text ?? '').replace(/\s+/g, '');
  const NAMING = '[aria-label], [aria-labelledby], [alt], [title], title';
  /** Whether an element has this name; what can be told without the whole computation is. */
  const isNamed = (/** @type {Element} */ element, /** @type {string} */ wanted) => {
    const own = folded(element.getAttribute('aria-label'));
    if (own !== '' && !element.hasAttribute('aria-labelledby')) return own === wanted;
    const isByContent =
      ['button', 'heading', 'link', 'option', 'tab'].includes(role) && !element.matches('input');
    const isPlain = !element.matches(NAMING) && element.querySelector(NAMING) === null;
    if (isByContent && isPlain && !dense(element.textContent).includes(dense(wanted))) return false;
    return folded(computeAccessibleName(element)) === wanted;
  };
  const modals = [...document.querySelectorAll(':modal')];
  const candidates = native === undefined ? 'body, body *' : `[role~="${role}"], ${native}`;
  for (const element of document.querySelectorAll(candidates)) {
    if (getRole(element) !== role) continue;
    if (name !== undefined && !isNamed(element, name)) continue;
    const isReached = modals.length === 0 || modals.some((modal) => modal.contains(element));
    const isTold = element.checkVisibility({ visibilityProperty: true });
    if (isReached && isTold && !element.closest('[inert], [aria-hidden="true"]')) return element;
  }
  return null;
}

/**
 * The element, or nothing if there is none now.
 * @param {Page} page
 * @param {string} role
 * @param {string} [name]
 * @returns {Promise<Handle | null>}
 */
export async function findByRole(page, role, name) {
  for (;;) {
    const found = await page.evaluateHandle(find, role, name);
    const element = found.asElement();
    if (element) return /** @type {Handle} */ (element);
    const isPrepared = (await found.jsonValue()) !== 'unprepared';
    await found.dispose();
    if (isPrepared) return null;
    await page.evaluate(library + ';globalThis.maniculeRoles = maniculeRoles;');
  }
}

/**
 * The element, as soon as it is there; an error after half a minute.
 * @param {Page} page
 * @param {string} role
 * @param {string} [name]
 * @returns {Promise<Handle>}
 */
export async function awaitByRole(page, role, name) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    // A page that is on its way to another has no answer yet.
    const found = await findByRole(page, role, name).catch((/** @type {Error} */ error) => {
      if (/context|navigat|realm|discarded/i.test(error.message)) return null;
      throw error;
    });
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`There is no ${role} named ${name} within half a minute.`);
}
