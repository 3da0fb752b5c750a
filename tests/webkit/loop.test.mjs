/**
 * The main loop in WebKit, driven by W3C WebDriver: Debian's `webkit2gtk-driver` brings WebKitWebDriver and the
 * MiniBrowser. `MANICULE_URL` is the page's address, `MANICULE_WEBKIT` the driver's program.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';

import { Browser, Builder, By, Capabilities, Key, until } from 'selenium-webdriver';

const url = process.env.MANICULE_URL ?? 'http://127.0.0.1:8080/';
const program = process.env.MANICULE_WEBKIT ?? 'WebKitWebDriver';
const PATIENCE = 60_000;

/** @type {import('selenium-webdriver').WebDriver} */
let driver;
/** @type {import('node:child_process').ChildProcess} */
let service;

/** A port that nobody listens on. @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}

/** Opens the browser once the driver answers. @param {string} address */
async function connect(address) {
  const capabilities = new Capabilities({ browserName: 'MiniBrowser' });
  for (let tries = 0; ; tries += 1) {
    try {
      return await new Builder()
        .disableEnvironmentOverrides()
        .forBrowser(Browser.SAFARI)
        .usingServer(address)
        .withCapabilities(capabilities)
        .build();
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

before(async () => {
  const port = await freePort();
  const driverCall = [program, `--port=${port}`];
  // The browser wants a screen, if only a made-up one.
  const call = process.env.DISPLAY ? driverCall : ['xvfb-run', '-a', ...driverCall];
  service = spawn(call[0] ?? '', call.slice(1), { stdio: 'ignore', detached: true });
  driver = await connect(`http://127.0.0.1:${port}`);
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1440, height: 900 });
});

after(async () => {
  await driver?.quit().catch(() => undefined);
  // The driver is a child of what gives it the screen.
  if (service?.pid) process.kill(-service.pid);
});

/** @param {string} css @param {string} [text] that its text contains @returns {Promise<import('selenium-webdriver').WebElement>} */
async function find(css, text = '') {
  const found = await driver.wait(
    async () => {
      for (const element of await driver.findElements(By.css(css))) {
        const words = await driver.executeScript((/** @type {Node} */ node) => node.textContent, element);
        if (String(words).includes(text)) return element;
      }
      return null;
    },
    PATIENCE,
    `There is no ${css} with “${text}”.`,
  );
  assert.ok(found);
  return found;
}

/** @param {string} name of a button, by its text or its label */
async function press(name) {
  const button = await driver.wait(
    until.elementLocated(By.xpath(`//button[normalize-space(.)="${name}" or @aria-label="${name}"]`)),
    PATIENCE,
    `There is no button “${name}”.`,
  );
  await button.click();
}

async function entitiesVisible() {
  await driver.wait(
    () => driver.executeScript(() => performance.getEntriesByName('manicule:entities-visible').length > 0),
    PATIENCE,
    'No entities are shown.',
  );
}

/** @param {string} words of the status line */
async function saved(words = 'Saved on this device') {
  await driver.wait(until.elementTextIs(driver.findElement(By.id('saved')), words), PATIENCE);
}

/** Drags the mouse over a passage. @param {string} quote */
async function select(quote) {
  const locate = () =>
    driver.executeScript((/** @type {string} */ wanted) => {
      const walker = document.createTreeWalker(
        /** @type {Element} */ (document.querySelector('article')),
        NodeFilter.SHOW_TEXT,
      );
      /** @type {[Text, number][]} */
      const nodes = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push([/** @type {Text} */ (node), text.length]);
        text += node.nodeValue;
      }
      const place = (/** @type {number} */ offset) => {
        const [node, start] =
          nodes.findLast((entry) => entry[1] <= offset) ?? /** @type {[Text, number]} */ (nodes[0]);
        return /** @type {const} */ ([node, offset - start]);
      };
      const at = text.indexOf(wanted);
      const range = document.createRange();
      range.setStart(...place(at));
      range.setEnd(...place(at + wanted.length - 1));
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
      const [first, last] = [rects[0], rects[rects.length - 1]];
      if (!first || !last) throw new Error('The passage is not shown.');
      // The last letter is not in the range, so that its end is the middle between two lines' ends.
      return [first.left + 1, first.top + first.height / 2, last.right + 2, last.top + last.height / 2].map(
        Math.round,
      );
    }, quote);
  await locate();
  const [startX = 0, startY = 0, endX = 0, endY = 0] = /** @type {number[]} */ (await locate());
  await driver
    .actions()
    .move({ x: startX, y: startY })
    .press()
    .move({ x: Math.round((startX + endX) / 2), y: Math.round((startY + endY) / 2) })
    .move({ x: endX, y: endY })
    .release()
    .perform();
}

/** What is painted, sorted: paint has no order. @param {string} colour */
async function painted(colour) {
  return driver.executeScript((/** @type {string} */ name) => {
    const text = (/** @type {AbstractRange} */ { startContainer, startOffset, endContainer, endOffset }) => {
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return live.toString();
    };
    return [...(CSS.highlights.get(`manicule-${name}`) ?? [])].map(text).sort();
  }, colour);
}

describe('the whole loop in webkit', () => {
  test('open, see, mark, note, come back, export', async () => {
    await driver.get(url);
    await entitiesVisible();
    const labels = /** @type {string[]} */ (
      await driver.executeScript(() =>
        [...document.querySelectorAll('#article .mention')].map(
          (node) => /** @type {HTMLElement} */ (node).dataset['label'],
        ),
      )
    );
    assert.ok(new Set(labels).size >= 14, [...new Set(labels)].join(' '));

    const person = await find('#article p .mention[data-label=PERSON]', 'Queiroga');
    await driver.actions().move({ origin: person }).perform();
    await find('[role=dialog]', 'Tomás Queiroga');
    await driver.actions().sendKeys(Key.ESCAPE).move({ x: 5, y: 400 }).perform();

    await select('three months later');
    await press('Highlight green');
    await saved();
    assert.deepEqual(await painted('green'), ['three months later']);

    await select('called the first of its kind');
    await press('Note');
    const box = await find('[aria-label="Note on “called the first of its kind”"]');
    await box.sendKeys('Is this *so*?');
    await press('Done with “called the first of its kind”');
    await saved();
    await find('#notes .note em', 'so');

    const green = await painted('green');

    await driver.navigate().refresh();
    await entitiesVisible();
    assert.deepEqual(await painted('green'), green);
    await find('#notes .note em', 'so');

    // What a download would hold: the driver has no folder for it.
    await driver.executeScript(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (/** @type {any} */ blob) => {
        /** @type {any} */ (window).exported = blob;
        return make(blob);
      };
    });
    await press('Export');
    await press('Download');
    const json = await driver.executeAsyncScript((/** @type {(text: string) => void} */ done) =>
      /** @type {any} */ (window).exported.text().then(done),
    );
    const { first } = JSON.parse(String(json));
    const quotes = first.items.map(
      (/** @type {any} */ item) =>
        item.target.selector.find((/** @type {any} */ one) => one.type === 'TextQuoteSelector').exact,
    );
    assert.deepEqual(quotes.sort(), ['called the first of its kind', 'three months later']);
  });

  test('the service worker and what the page builds on are there', async () => {
    const lacks = await driver.executeScript(() =>
      Object.entries({
        highlights: 'highlights' in CSS,
        locks: 'locks' in navigator,
        'light-dark': CSS.supports('color', 'light-dark(red, blue)'),
        'content-visibility': CSS.supports('content-visibility', 'auto'),
        segmenter: 'Segmenter' in Intl,
      })
        .filter(([, has]) => !has)
        .map(([name]) => name),
    );
    assert.deepEqual(lacks, []);
  });
});
