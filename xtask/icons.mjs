/**
 * Draws the pictures of `www/icons` from `www/icon.svg`: `node xtask/icons.mjs`. They are kept in the repository,
 * so that nobody needs a browser to build. A maskable one has its drawing within the circle that no platform cuts.
 */
import { readFile } from 'node:fs/promises';

import puppeteer from 'puppeteer-core';

const www = new URL('../www/', import.meta.url);
const svg = await readFile(new URL('icon.svg', www), 'utf8');
const whole = svg.replace(/ rx="\d+"/, '');
const padded = whole
  .replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"')
  .replace('<rect width="32" height="32"', '<rect x="-5" y="-5" width="42" height="42"');

const browser = await puppeteer.launch({
  executablePath: process.env.MANICULE_BROWSER_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
/** @type {[name: string, size: number, drawing: string][]} */
const pictures = [
  ['icon-192', 192, svg],
  ['icon-512', 512, svg],
  ['maskable-512', 512, padded],
];
for (const [name, size, drawing] of pictures) {
  await page.setViewport({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  await page.setContent(`<style>body{margin:0}img{display:block;width:100vw}</style><img src="${source}">`);
  await page.screenshot({ path: new URL(`icons/${name}.png`, www).pathname, omitBackground: true });
}
await browser.close();
