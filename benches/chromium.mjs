/** The browser that the benchmarks measure in: Chromium, without what would ask the network on its own. */
import puppeteer from 'puppeteer-core';

/** @param {import('puppeteer-core').LaunchOptions} [options] */
export function chromium(options = {}) {
  return puppeteer.launch({
    executablePath: process.env.MANICULE_BROWSER_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
    ...options,
  });
}
