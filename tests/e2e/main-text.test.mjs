/**
 * The article in a page, beside what Mozilla's Readability alone finds: what share of it comes in, and how much of what
 * comes in is something else. The pages stand around one text as newspapers, blogs and reference works stand around
 * theirs. `MANICULE_PAGES` names a folder of saved pages with their text beside them (`a.html`, `a.txt`) to be judged
 * as well.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { browserName, freshPage, sharedBrowser, written } from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ name: string, html: string, text: string }} Sample */

const files = join(dirname(fileURLToPath(import.meta.url)), 'files');
const links = (/** @type {string[]} */ ...names) =>
  `<ul>${names.map((name) => `<li><a href="/${name.length}">${name}</a></li>`).join('')}</ul>`;
const menu = links('Home', 'Politics', 'Business', 'Culture', 'Sport', 'Weather', 'Archive');
const others = links(
  'A bridge that nobody ordered',
  'The last bakery closes its doors',
  'How much snow will there be?',
);
const footer = `<p>© 2024 The Moravian Gazette. All rights reserved.</p>${links('Imprint', 'Privacy', 'Contact', 'Jobs')}`;
const consent =
  '<div class="cookie-consent"><p>We use cookies to measure what is read and to show advertisements that suit you. You can change your mind at any time.</p><button>Accept</button></div>';

/** The paragraphs of the text, with what they are. @param {string} text */
function parts(text) {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Four ways to put a text into a page. @type {Record<string, (blocks: string[]) => string>} */
const pages = {
  'a magazine of divisions': (blocks) =>
    `<title>The Lamps | Gazette</title>${consent}<div id="top-nav">${menu}</div><div class="wrap"><div class="main-col"><h1>The Lamps of Ostrava Street</h1><div class="share-tools">${links('Facebook', 'Twitter', 'E-mail')}</div><div class="text">${blocks
      .map(
        (block, index) =>
          `<div class="par">${block}</div>${index === 4 ? `<div class="related-box"><h4>Read also</h4>${others}</div>` : ''}`,
      )
      .join(
        '',
      )}</div></div><div class="right-rail"><h3>Most read</h3>${others}</div></div><div id="footer">${footer}</div>`,
  'a blog of line breaks': (blocks) =>
    `<title>The Lamps of Ostrava Street</title><div id="header">${menu}</div><table><tr><td class="sidebar" width="200">${menu}${others}</td><td><h2>The Lamps of Ostrava Street</h2>${blocks.join('<br><br>\n')}<br><br><div class="post-footer"><a href="/c">12 comments</a> <a href="/t">Tags: lamps</a></div></td></tr></table><div>${footer}</div>`,
  'a reference work': (blocks) =>
    `<title>Lamps of Ostrava Street – Encyclopedia</title><nav>${menu}</nav><main><h1>Lamps of Ostrava Street</h1><div class="toc"><h2>Contents</h2>${links('A ledger', 'Costs', 'The evening')}</div>${blocks
      .map((block, index) =>
        index % 5 === 3
          ? `<h2>Part ${index}</h2><p>${block}</p>`
          : `<p>${block.replace(/ (street|lamps?)\b/g, ' <a href="/w">$1</a>')}</p>`,
      )
      .join('')}</main><footer>${footer}</footer>`,
  'a page of its own data': (blocks) =>
    `<title>The Lamps</title><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'The Lamps of Ostrava Street', articleBody: blocks.join('\n\n') })}</script><header>${menu}</header><div class="story"><h1>The Lamps of Ostrava Street</h1>${blocks
      .map(
        (block, index) =>
          `<section class="${index % 3 === 2 ? 'sponsor-free paragraph-aside' : 'paragraph'}"><p>${block}</p></section>`,
      )
      .join(
        '',
      )}</div><div class="comments"><h3>Comments</h3><p>I walked under those lamps every day and never asked who paid for them.</p><p>And what does the council do with the money that it did not spend?</p></div><footer>${footer}</footer>`,
};

const session = await sharedBrowser();

/** How often each word, or each letter of scripts without spaces, occurs. @param {string} text */
function counted(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of text.toLowerCase().match(/[\u3040-\u9fff\uac00-\ud7af]|[\p{L}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What part of the words of one are in the other. @param {Map<string, number>} of @param {Map<string, number>} among */
function share(of, among) {
  let [found, all] = [0, 0];
  for (const [word, count] of of) {
    found += Math.min(count, among.get(word) ?? 0);
    all += count;
  }
  return all === 0 ? 0 : found / all;
}

/** What this page's own modules find in a page, and what Readability finds. @param {Page} page @param {string} html */
async function found(page, html) {
  return page.evaluate(
    async (markup, base) => {
      const from = (/** @type {string} */ path) => import(new URL(path, base).href);
      const [{ readPage }, { readable }] = [await from('bring/page.js'), await from('bring/reader.js')];
      const { blocks } = await readPage(markup);
      const own = blocks.filter(
        (/** @type {{ kind: string }} */ { kind }) => !/title|byline|caption/.test(kind),
      );
      const theirs = await readable(markup);
      return {
        own: own.map((/** @type {{ text: string }} */ { text }) => text).join('\n'),
        theirs: [...(theirs?.querySelectorAll('p, li, h1, h2, h3, h4, blockquote, td, div') ?? [])].length
          ? (theirs?.innerText ?? theirs?.textContent ?? '')
          : (theirs?.textContent ?? ''),
      };
    },
    html,
    written,
  );
}

/** The pages of a reader's own, where there are any. @returns {Promise<Sample[]>} */
async function given() {
  const folder = process.env.MANICULE_PAGES;
  if (!folder) return [];
  const names = (await readdir(folder)).filter((name) => /\.html?$/.test(name));
  const read = async (/** @type {string} */ name) => ({
    name,
    html: await readFile(join(folder, name), 'utf8'),
    text: await readFile(join(folder, name.replace(/\.html?$/, '.txt')), 'utf8').catch(() => ''),
  });
  return (await Promise.all(names.map(read))).filter(({ text }) => text !== '');
}

describe(`the article of a page in ${browserName}`, () => {
  test('as much of it as Readability finds, and no more beside it', async (context) => {
    const source = await readFile(join(files, 'source.txt'), 'utf8');
    const blocks = parts(source);
    const made = Object.entries(pages).map(([name, page]) => ({
      name,
      html: `<!doctype html><html lang="en"><body>${page(blocks)}</body></html>`,
      text: source,
    }));
    const news = { name: 'page.htm', html: await readFile(join(files, 'page.htm'), 'utf8'), text: source };
    const { page, context: profile } = await freshPage(session);
    const percent = (/** @type {number} */ part) => `${(part * 100).toFixed(1)} %`.padStart(8);
    context.diagnostic(
      `${'page'.padEnd(28)} ${'recovered'.padStart(19)} ${'beside it'.padStart(19)}  (Manicule, Readability)`,
    );
    for (const { name, html, text } of [...made, news, ...(await given())]) {
      const { own, theirs } = await found(page, html);
      const [wanted, ours, peers] = [text, own, theirs].map(counted);
      if (!wanted || !ours || !peers) continue;
      const recovered = [share(wanted, ours), share(wanted, peers)];
      const beside = [1 - share(ours, wanted), 1 - share(peers, wanted)];
      context.diagnostic(
        `${name.padEnd(28)} ${recovered.map(percent).join(' , ')} ${beside.map(percent).join(' , ')}`,
      );
      const score = (/** @type {number} */ at) => {
        const [whole, pure] = [recovered[at] ?? 0, 1 - (beside[at] ?? 1)];
        return whole + pure === 0 ? 0 : (2 * whole * pure) / (whole + pure);
      };
      assert.ok(score(0) >= score(1) - 0.002, `${name}: Readability alone does better.`);
      assert.ok((recovered[0] ?? 0) > 0.95, `${name}: ${percent(recovered[0] ?? 0)} of the text`);
    }
    await profile.close();
  });
});
