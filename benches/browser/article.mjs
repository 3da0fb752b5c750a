/** Opening an article in the page, and what it took. */

/** @typedef {import("puppeteer-core").Page} Page */

/** Waits until the sample stands there with its entities. @param {Page} page */
export async function settle(page) {
  await page.waitForFunction(() => performance.getEntriesByName('manicule:entities-visible').length > 0);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
}

/** Runs in the page: gathers what is to be measured from now on. */
export function present() {
  const measured = {
    /** @type {{ start: number, duration: number }[]} */
    tasks: [],
    /** @type {{ name: string, start: number, duration: number, work: number, interaction: number }[]} */
    events: [],
  };
  Object.assign(globalThis, { measured });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      measured.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {PerformanceEventTiming[]} */ (list.getEntries())) {
      measured.events.push({
        name: entry.name,
        start: entry.startTime,
        duration: entry.duration,
        work: entry.processingEnd - entry.processingStart,
        interaction: /** @type {any} */ (entry).interactionId ?? 0,
      });
    }
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 0 }));
}

/**
 * Pastes a text; how long until it can be read, until its first lines stand, until all of it is read.
 * @param {Page} page
 * @param {string} text
 */
export async function open(page, text) {
  const times = await page.evaluate(async (given) => {
    const article = /** @type {HTMLElement} */ (document.getElementById('article'));
    const title = given.slice(0, given.indexOf('\n'));
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    /** @param {() => boolean} holds */
    const until = async (holds) => {
      while (!holds()) await frame();
      await frame();
      return performance.now();
    };
    const data = new DataTransfer();
    data.setData('text/plain', given);
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
    const started = performance.now();
    document.body.dispatchEvent(event);
    const readable = await until(() => article.querySelector('h1, p')?.textContent === title);
    const lined = await until(() => article.querySelector('.mention') !== null);
    const found = document.getElementById('found');
    const read = await until(() => /mention/.test(found?.textContent ?? ''));
    const { measured } = /** @type {any} */ (globalThis);
    const longest = (/** @type {number} */ from, /** @type {number} */ to) =>
      measured.tasks
        .filter((/** @type {{ start: number }} */ task) => task.start >= from && task.start < to)
        .reduce(
          (/** @type {number} */ most, /** @type {{ duration: number }} */ task) =>
            Math.max(most, task.duration),
          0,
        );
    await new Promise((done) => setTimeout(done, 300));
    return {
      text: readable - started,
      lines: lined - started,
      read: read - started,
      taskOpening: longest(started, readable),
      taskReading: longest(readable, Infinity),
    };
  }, text);
  const memory = await page.evaluate(() => {
    const marks = performance.getEntriesByName('manicule:memory');
    const detail = /** @type {PerformanceMark | undefined} */ (marks.at(-1))?.detail;
    return { page: Number(detail?.page ?? NaN), worker: Number(detail?.worker ?? 0) };
  });
  return { ...times, memoryPage: memory.page / 1e6, memoryWorker: memory.worker / 1e6 };
}
