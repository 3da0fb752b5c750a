/** What a reader does in an open article, and how soon the page answers. */

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Does something some times; the median of what the Event Timing API says of those events.
 * @param {Page} page
 * @param {RegExp} names
 * @param {() => Promise<void>} act
 * @param {number} [times]
 */
async function timed(page, names, act, times = 5) {
  /** @type {number[]} */
  const durations = [];
  /** @type {number[]} */
  const works = [];
  for (let time = 0; time < times; time += 1) {
    const from = await page.evaluate(() => performance.now());
    await act();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
    const events = await page.evaluate(
      (since, source) =>
        /** @type {any} */ (globalThis).measured.events.filter(
          (/** @type {{ name: string, start: number }} */ event) =>
            event.start >= since && new RegExp(source).test(event.name),
        ),
      from,
      names.source,
    );
    const most = (/** @type {'duration' | 'work'} */ field) =>
      events.reduce((/** @type {number} */ sum, /** @type {any} */ event) => Math.max(sum, event[field]), 0);
    durations.push(most('duration'));
    works.push(most('work'));
  }
  return { duration: median(durations), work: median(works) };
}

/**
 * Turns the wheel for a while; the frames that came and the longest wait for one.
 * @param {Page} page
 */
export async function scrolling(page) {
  await page.mouse.move(600, 500);
  await page.evaluate(() => {
    const frames = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { frames, counting: true });
    let last = performance.now();
    const count = (/** @type {number} */ now) => {
      frames.push(now - last);
      last = now;
      if (/** @type {any} */ (globalThis).counting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel({ deltaY: 240 });
    await new Promise((done) => setTimeout(done, 16));
  }
  return page.evaluate(() => {
    const { frames } = /** @type {any} */ (globalThis);
    Object.assign(globalThis, { counting: false });
    const sorted = [...frames].slice(1).sort((one, other) => one - other);
    return {
      frame: sorted[Math.floor(sorted.length / 2)],
      frame95: sorted[Math.floor(sorted.length * 0.95)],
      frameMost: sorted.at(-1),
    };
  });
}

/** Selects the words of a block in view, without the mouse. @param {Page} page */
function select(page) {
  return page.evaluate(() => {
    const blocks = [...document.querySelectorAll('#article [data-kind="paragraph"]')];
    const fits = (/** @type {Element} */ block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return top > 80 && bottom < innerHeight - 200 && (block.textContent ?? '').length > 60;
    };
    const all = blocks.filter(fits);
    const block = all[Math.floor(Math.random() * all.length)];
    const walker = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const text = walker?.nextNode();
    if (!text) throw new Error('There is nothing to select.');
    document.getSelection()?.setBaseAndExtent(text, 0, text, Math.min(12, (text.nodeValue ?? '').length));
  });
}

/** @param {Page} page */
export async function interactions(page) {
  const frames = await scrolling(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
  const mark = await timed(page, /^key(down|press|up)$/, async () => {
    await select(page);
    await page.keyboard.press('h');
  });
  const card = await timed(page, /^key(down|press|up)$/, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    await page.keyboard.press('Enter');
  });
  await page.keyboard.press('Escape');
  await select(page);
  await page.keyboard.press('m');
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
  const key = await timed(page, /^key(down|press)$|^input$/, () => page.keyboard.type('a'), 9);
  await page.keyboard.press('Escape');
  return {
    ...frames,
    mark: mark.duration,
    markWork: mark.work,
    card: card.duration,
    cardWork: card.work,
    key: key.duration,
    keyWork: key.work,
  };
}
