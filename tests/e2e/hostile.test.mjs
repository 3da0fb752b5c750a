/** Hostile articles, notes, tags, titles and files: their text is shown, nothing of them runs. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  inFirst,
  insert,
  margin,
  openText,
  paste,
  press,
  said,
  saved,
  selectText,
  sharedBrowser,
} from './support.mjs';

const payloads = [
  '<script>window.owned = 1</script>',
  '<img src=x onerror="window.owned = 1">',
  '<svg onload="window.owned = 1"></svg>',
  '<iframe srcdoc="<script>parent.owned = 1</script>"></iframe>',
  '<a href="javascript:window.owned = 1">press here</a>',
  '<style>@import "http://192.0.2.1/x.css";</style>',
  '[press here](javascript:window.owned=1)',
  '![picture](http://192.0.2.1/x.png)',
  '<form action="http://192.0.2.1/"><button>send</button></form>',
];

const script = ['javascript', 'window.owned=1'].join(':');

const session = await sharedBrowser();

/** Nothing ran, nothing that could run stands in the page. @param {import('puppeteer-core').Page} page */
async function harmless(page) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('main *, aside *, dialog *, [role=dialog] *')];
    const risky = all.filter(
      (node) =>
        /^(script|iframe|img|object|embed|form|style|base|link|meta)$/i.test(node.localName) ||
        [...node.attributes].some(
          ({ name, value }) =>
            /^on/i.test(name) ||
            (/^(href|src|action|formaction|data|xlink:href)$/i.test(name) && /^\s*javascript:/i.test(value)),
        ),
    );
    return { owned: 'owned' in window, risky: risky.map((node) => node.outerHTML) };
  });
  assert.deepEqual(found, { owned: false, risky: [] });
}

describe(`hostile input in ${browserName}`, () => {
  test('as the text of an article', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, `A title <script>window.owned = 1</script>\n\n${payloads.join('\n\n')}`);
    await harmless(page);
    const text = await inFirst(page, '#article', (node) => node.textContent ?? '');
    assert.ok(text.includes('<img src=x onerror="window.owned = 1">'), 'It is shown as the text it is.');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('as rich text from the clipboard', async () => {
    const { page, context, problems } = await freshPage(session);
    const html = `<h1 onclick="window.owned = 1">Harbour opens</h1><p>The <b>harbour</b> of Lisbon opened.</p>${payloads.join('')}`;
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await paste(page, { html, text: 'Harbour opens' });
    await said(page, 'Article opened');
    await harmless(page);
    const text = await inFirst(page, '#article', (node) => node.textContent ?? '');
    assert.ok(text.includes('The harbour of Lisbon opened.') && !text.includes('window.owned = 1'), text);
    // The page's own policy says what it kept from running.
    assert.deepEqual(
      problems.filter((problem) => !/Content.Security.Policy/i.test(problem)),
      [],
    );
    await context.close();
  });

  test('as a note, a tag and a title', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait.');
    await selectText(page, 'after a long wait');
    await press(page, 'button', 'Note');
    const note = await byRole(page, 'textbox', 'Note on “after a long wait”');
    await note.click();
    await insert(page, payloads.join(' and '));
    const tags = await byRole(page, 'textbox', 'Tags of “after a long wait”');
    await tags.click();
    await page.keyboard.type('<img src=x onerror=window.owned=1>');
    await press(page, 'button', 'Done with “after a long wait”');
    await saved(page);
    await harmless(page);
    await page.reload();
    await entitiesVisible(page);
    await page.waitForSelector('aside .note-body');
    await harmless(page);
    await press(page, 'button', 'Articles Harbour opens');
    await press(page, 'button', 'Rename “Harbour opens”');
    const title = await byRole(page, 'textbox', 'New title');
    await title.click({ count: 3 });
    await page.keyboard.type('<img src=x onerror=window.owned=1>');
    await page.keyboard.press('Enter');
    await said(page, 'Article renamed');
    await harmless(page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('as an imported file', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, 'Harbour opens\n\nThe harbour of Lisbon opened on Monday after a long wait.');
    const file = join(session.downloads, '..', `hostile-${process.pid}.json`);
    const target = {
      source: script,
      selector: [{ type: 'TextQuoteSelector', exact: 'after a long wait' }],
    };
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: script,
      type: 'Annotation',
      motivation: 'commenting',
      body: [{ type: 'TextualBody', value: payloads.join(' '), format: 'text/html', purpose: 'commenting' }],
      target,
    };
    await writeFile(file, JSON.stringify([annotation]));
    await press(page, 'button', 'Export');
    await byRole(page, 'button', 'Import a file…');
    const input = await page.$('input[type=file][aria-label="Files of annotations"]');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
    await byRole(page, 'dialog', 'Import');
    await harmless(page);
    await press(page, 'button', 'Import');
    await said(page, 'Imported: 1 added');
    await harmless(page);
    const [kept] = await margin(page);
    assert.ok(
      kept?.note.includes('<script>window.owned = 1</script>'),
      'The note is there, as the text it is.',
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('broken files are refused in words, and nothing changes', async () => {
    const { page, context, problems } = await freshPage(session);
    const file = join(session.downloads, '..', `broken-${process.pid}.json`);
    for (const content of [
      '{"type": ',
      '[]]',
      '"just a string"',
      `${'['.repeat(5000)}`,
      '{"type":"AnnotationCollection"}',
    ]) {
      await writeFile(file, content);
      await page.evaluate(() => {
        const line = document.querySelector('#said');
        if (line?.firstChild) line.firstChild.textContent = '';
      });
      await press(page, 'button', 'Export');
      await byRole(page, 'button', 'Import a file…');
      const input = await page.$('input[type=file][aria-label="Files of annotations"]');
      await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
      await page.waitForFunction(
        () => (document.querySelector('#said')?.textContent ?? '').trim().length > 10,
      );
      assert.equal((await margin(page)).length, 0);
      await page.keyboard.press('Escape');
    }
    assert.deepEqual(problems, []);
    await context.close();
  });
});
