/**
 * How long a first visit takes until the sample's entities are visible, in Chromium with nothing cached:
 * `node benches/first-sight.mjs RUNS`, with the page's address in `MANICULE_URL` and the browser's program
 * in `MANICULE_BROWSER_PATH`. Prints one JSON object: milliseconds from navigation to the page's own mark
 * `manicule:entities-visible`, for each run.
 */
import puppeteer from 'puppeteer-core';

const MARK = 'manicule:entities-visible';
const address = process.env.MANICULE_URL ?? 'http://127.0.0.1:8080/';
const browser = await puppeteer.launch({
  executablePath: process.env.MANICULE_BROWSER_PATH ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});

/** One visit, in a profile of its own. */
async function visit() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, {}, MARK);
  const time = await page.evaluate((mark) => performance.getEntriesByName(mark)[0].startTime, MARK);
  await context.close();
  return time;
}

try {
  await visit(); // The browser itself starts up on the first page.
  const milliseconds = [];
  for (let run = 0; run < Number(process.argv[2]); run += 1) milliseconds.push(await visit());
  console.log(JSON.stringify({ milliseconds }));
} finally {
  await browser.close();
}
