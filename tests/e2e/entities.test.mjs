/** The panel of entities: filter, order, rename, join, split, type, hide; the ruler; about the tagging. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './accessible.mjs';
import {
  browserName,
  byRole,
  entitiesVisible,
  freshPage,
  has,
  inAll,
  inFirst,
  openText,
  press,
  said,
  saved,
  sharedBrowser,
} from './support.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const session = await sharedBrowser();

const story = `Ministers meet

Maria Osei met Karim Lind in Lisbon. Osei then flew to Tokyo. Lind stayed in Lisbon, where Zoë Ábel waited.`;

/** What the panel lists. @param {Page} page */
const listed = (page) =>
  inAll(page, '.entities .row.entity', (rows) =>
    rows.map((row) => row.getAttribute('aria-label')?.split(',')[0]),
  );

/** @param {Page} page @param {string} name */
async function edit(page, name) {
  await press(page, 'button', `Edit ${name}`);
  await byRole(page, 'dialog', `Edit ${name}`);
}

/** @param {Page} page @param {string} text */
async function retype(page, text) {
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

describe(`the entities in ${browserName}`, () => {
  test('are filtered, without regard to accents, and put in order', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    const often = await listed(page);
    assert.ok(often.indexOf('Lisbon') < often.indexOf('Tokyo'));
    await page.select('.entities-tools select', 'name');
    const byName = await listed(page);
    assert.ok(byName.indexOf('Karim Lind') < byName.indexOf('Maria Osei'), String(byName));
    await page.type('.entities-tools input', 'abel');
    assert.deepEqual(await listed(page), ['Zoë Ábel']);
    await page.type('.entities-tools input', 'xx');
    assert.deepEqual(await listed(page), []);
    await page.waitForSelector('::-p-text(No entity is called so.)');
    await page.reload();
    await entitiesVisible(page);
    assert.equal(
      await inFirst(page, '.entities-tools select', (it) => /** @type {HTMLSelectElement} */ (it).value),
      'name',
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('are renamed, which is remembered and can be undone', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await edit(page, 'Maria Osei');
    await check(page, 'while an entity is edited');
    await retype(page, 'Minister Osei');
    await page.keyboard.press('Enter');
    await said(page, '“Maria Osei” is “Minister Osei”');
    assert.ok((await listed(page)).includes('Minister Osei'));
    assert.ok(!(await listed(page)).includes('Maria Osei'));
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    assert.ok((await listed(page)).includes('Minister Osei'), 'after a reload');
    await page.focus('#article');
    await page.keyboard.press('z');
    await said(page, 'Undone');
    assert.ok((await listed(page)).includes('Maria Osei'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('are joined by dragging one on the other, and by keyboard', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    const drag = (/** @type {string} */ one, /** @type {string} */ other) =>
      page.evaluate(
        (from, to) => {
          const item = (/** @type {string} */ name) =>
            document.querySelector(`.row.entity[aria-label^="${name}"]`)?.closest('.entity-item');
          const data = new DataTransfer();
          const send = (/** @type {string} */ type, /** @type {string} */ name) =>
            item(name)?.dispatchEvent(
              new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
            );
          send('dragstart', from);
          send('dragover', to);
          send('drop', to);
        },
        one,
        other,
      );
    await byRole(page, 'button', 'Zoë Ábel, 1 mention, person');
    await byRole(page, 'button', 'Karim Lind, 2 mentions, person');
    await drag('Zoë Ábel', 'Karim Lind');
    await said(page, '“Zoë Ábel” is “Karim Lind”');
    await byRole(page, 'button', 'Karim Lind, 3 mentions, person');
    await press(page, 'button', 'Undo');
    await said(page, 'Undone');
    await byRole(page, 'button', 'Zoë Ábel, 1 mention, person');

    const mention = await byRole(page, 'button', 'Tokyo');
    await mention.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await byRole(page, 'dialog', 'Edit Tokyo');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await byRole(page, 'textbox', 'Tokyo is the same as');
    await page.keyboard.type('lisb');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said(page, '“Tokyo” is “Lisbon”');
    await byRole(page, 'button', 'Lisbon, 3 mentions, country or city');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('a mention is split off', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await byRole(page, 'button', 'Karim Lind, 2 mentions, person');
    await press(page, 'button', 'Lind');
    await press(page, 'button', 'Same as…');
    await press(page, 'checkbox', 'This mention alone: splits it off the other 1');
    await page.focus('.chooser input[type=text]');
    await page.keyboard.type('Anders Lind');
    await page.keyboard.press('Enter');
    await said(page, 'Split off');
    await byRole(page, 'button', 'Karim Lind, 1 mention, person');
    await byRole(page, 'button', 'Anders Lind, 1 mention, person');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('get another type as a whole, and are taken out, each in one step', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await edit(page, 'Karim Lind');
    await press(page, 'button', 'Type…');
    await press(page, 'button', 'Organisation');
    await said(page, 'Type set');
    await byRole(page, 'button', 'Karim Lind, 2 mentions, organisation');
    await press(page, 'button', 'Undo');
    await byRole(page, 'button', 'Karim Lind, 2 mentions, person');
    await edit(page, 'Karim Lind');
    await press(page, 'button', 'Not an entity');
    await said(page, 'Entity removed');
    assert.ok(!(await listed(page)).some((name) => name?.includes('Lind')));
    await press(page, 'button', 'Undo');
    await byRole(page, 'button', 'Karim Lind, 2 mentions, person');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('are hidden and shown again, which is remembered and can be undone', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(page, story);
    await edit(page, 'Lisbon');
    await press(page, 'button', 'Hide');
    await said(page, '“Lisbon” hidden');
    assert.ok(!(await listed(page)).includes('Lisbon'));
    assert.equal(await has(page, 'button', 'Lisbon'), false, 'no line in the text');
    await saved(page);
    await page.reload();
    await entitiesVisible(page);
    assert.ok(!(await listed(page)).includes('Lisbon'), 'after a reload');
    const summary = await page.waitForSelector('summary::-p-text(1 hidden)');
    await summary?.click();
    await press(page, 'button', 'Show Lisbon');
    await byRole(page, 'button', 'Lisbon, 2 mentions, country or city');
    await press(page, 'button', 'Undo');
    await said(page, 'Undone: showing of the entity');
    assert.ok(!(await listed(page)).includes('Lisbon'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the ruler shows marks and mentions, and leads there', async () => {
    const { page, context, problems } = await freshPage(session);
    await openText(
      page,
      `${story}\n\n${'It rained all day and nobody came. '.repeat(300)}\n\nAt last Tokyo answered.`,
    );
    await page.waitForSelector('canvas.ruler', { visible: true });
    await press(page, 'button', 'Tokyo, 2 mentions, country or city');
    const painted = (/** @type {number} */ across) =>
      inFirst(
        page,
        'canvas.ruler',
        (node, across) => {
          const ruler = /** @type {HTMLCanvasElement} */ (node);
          const { data, width } = /** @type {CanvasRenderingContext2D} */ (
            ruler.getContext('2d')
          ).getImageData(0, 0, ruler.width, ruler.height);
          const rows = [];
          const place = Math.round((across * width) / 16);
          // Solid paint in a lane.
          for (let row = 0; row < ruler.height; row += 1)
            if (data[(row * width + place) * 4 + 3] === 255) rows.push(row);
          return { rows, height: ruler.height, shown: ruler.clientHeight };
        },
        across,
      );
    await page.waitForFunction(() => document.activeElement?.textContent === 'Tokyo');
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const { rows, height, shown } = await painted(8);
    assert.ok(rows.length > 1, 'there is a tick');
    const last = Math.max(...rows);
    assert.ok(last - Math.min(...rows) > height / 4, 'and one far below');
    const box = await (await page.$('canvas.ruler'))?.boundingBox();
    if (box) await page.mouse.click(box.x + 8, box.y + ((last - 1) * shown) / height);
    await page.waitForFunction(() => window.scrollY > 500);
    assert.deepEqual((await painted(12)).rows, [], 'nothing was searched yet');
    await page.type('#find-input', 'answered');
    await page.waitForFunction(() => {
      const ruler = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas.ruler'));
      const pen = /** @type {CanvasRenderingContext2D} */ (ruler.getContext('2d'));
      const { data } = pen.getImageData(Math.round((12 * ruler.width) / 16), 0, 1, ruler.height);
      return data.some((value, at) => at % 4 === 3 && value === 255);
    });
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('the model card is one click away, with what is unsure here', async () => {
    const { page, context, problems } = await freshPage(session);
    await byRole(page, 'button', 'Airbus, 1 mention, organisation, unsure');
    await press(page, 'button', 'About this tagging');
    await byRole(page, 'dialog', 'About this tagging');
    const words = await inFirst(page, 'dialog.about', (node) => node.textContent ?? '');
    assert.match(words, /names? by the model, \d+ of them less than half sure/);
    assert.match(words, /Known weaknesses/);
    assert.match(words, /linear-chain conditional random field/);
    await check(page, 'about this tagging');
    const unsure = await page.$('.unsure-list button');
    const name = await unsure?.evaluate((node) => node.textContent);
    assert.ok(name, 'the sample has names that the tagger is unsure of');
    await unsure?.click();
    assert.equal(await has(page, 'dialog', 'About this tagging'), false);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
