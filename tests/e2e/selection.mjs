/** Marking words of the article with the mouse, as a reader does. */

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Drags the mouse over the `nth` place where `quote` stands in the article, as a reader does.
 * @param {Page} page
 * @param {string} quote
 * @param {number} [nth]
 */
export async function selectText(page, quote, nth = 0) {
  let ends = await page.evaluate(locate, quote, nth);
  // Blocks that came into view take their true height: a reader begins where the words have come to rest.
  for (let tries = 0, before = ''; tries < 40 && JSON.stringify(ends) !== before; tries++) {
    before = JSON.stringify(ends);
    await page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => setTimeout(done, 50));
          // A page in the background has no frames.
          setTimeout(done, 150);
        }),
    );
    ends = await page.evaluate(locate, quote, nth);
  }
  await page.mouse.move(ends.startX, ends.startY);
  await page.mouse.down();
  await page.mouse.move((ends.startX + ends.endX) / 2, (ends.startY + ends.endY) / 2, { steps: 4 });
  await page.mouse.move(ends.endX, ends.endY, { steps: 4 });
  await page.mouse.up();
}

/**
 * Runs in the page: scrolls to the quote and gives the points before its first and after its last letter.
 * @param {string} quote
 * @param {number} nth
 */
function locate(quote, nth) {
  const article = document.querySelector('main article') ?? document.querySelector('article');
  if (!article) throw new Error('There is no article on the page.');
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  /** @type {{ node: Text, start: number }[]} */
  const nodes = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: /** @type {Text} */ (node), start: text.length });
    text += node.nodeValue;
  }
  let at = -1;
  for (let found = 0; found <= nth; found++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) throw new Error(`“${quote}” does not stand in the article ${nth + 1} times.`);
  }
  /** @param {number} offset @param {boolean} end */
  const place = (offset, end) => {
    const entry = nodes.findLast(({ start }) => (end ? start < offset : start <= offset));
    if (!entry) throw new Error('The quote lies outside the article.');
    return { node: entry.node, offset: offset - entry.start };
  };
  const range = document.createRange();
  const [start, end] = [place(at, false), place(at + quote.length, true)];
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  start.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const [first, last] = [rects[0], rects[rects.length - 1]];
  if (!first || !last) throw new Error(`“${quote}” is not shown.`);
  return {
    startX: first.left + 0.5,
    startY: first.top + first.height / 2,
    endX: last.right - 0.5,
    endY: last.top + last.height / 2,
  };
}
