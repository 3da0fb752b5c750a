/**
 * Which functions of a core that notes them a first visit runs: `node xtask/profile.mjs ADDRESS` prints their numbers
 * as JSON. A first visit is the sample, read, and a card over a name, in a wide window and a narrow one.
 */
import { setTimeout as after } from 'node:timers/promises';

import puppeteer from 'puppeteer-core';

const [address] = process.argv.slice(2);
if (!address) throw new Error('Usage: node xtask/profile.mjs ADDRESS');
/** What is still done once the page has shown all. */
const QUIET = 4000;

const browser = await puppeteer.launch({
  executablePath: process.env.MANICULE_BROWSER_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
/** @type {Set<number>} */
const ran = new Set();
for (const [width, height] of [
  [1440, 900],
  [390, 844],
]) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('manicule:entities-visible').length > 0);
  await after(QUIET);
  await page.hover('#article .mention');
  await page.waitForSelector('[role=dialog].card');
  await after(QUIET / 4);
  const numbers = await page.evaluate(async (bindings) => {
    const { initSync } = await import(bindings);
    const notes = Object.entries(initSync()).filter(([name]) => name.startsWith('ran-'));
    return notes.filter(([, note]) => note.value === 1).map(([name]) => Number(name.slice(4)));
  }, new URL('pkg/manicule.js', address).href);
  numbers.forEach((number) => ran.add(number));
  await context.close();
}
await browser.close();
console.log(JSON.stringify([...ran].sort((one, other) => one - other)));
