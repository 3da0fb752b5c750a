// Owns the dialog “About speed”: what the reader's own machine makes of the open article, measured now and said in
// plain words. Invariant: every number was measured on this page; what was not is left out.

import { Reader } from '../pkg/manicule.js';
import { number, t } from '../view/catalogue.js';
import { button, el } from '../view/dom.js';
import { taken } from '../view/model.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */

/** So much text is read at least, in characters, so that there is something to measure. */
const ENOUGH = 120_000;
const LOOKS = 2000;

/** A number with as many digits as it is worth. @param {number} value */
const rounded = (value) => number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
const frame = () => new Promise((done) => requestAnimationFrame(done));

/**
 * What was measured, a sentence each.
 * @param {App} app
 * @returns {AsyncGenerator<string>}
 */
async function* measured(app) {
  const { text } = app.article;
  // What is measured below takes memory of its own.
  const memory = taken() + app.reader.memory;
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  yield t('speed-words', { count: words });
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const lines = performance.getEntriesByName('manicule:entities-visible')[0];
  if (paint) yield t('speed-text', { time: rounded(paint.startTime) });
  if (lines) yield t('speed-lines', { time: rounded(lines.startTime) });
  if (text.trim() !== '') yield* reading(text, words);
  yield await looking(app);
  yield await frames();
  yield t('speed-memory', { size: rounded(memory / 1e6) });
}

/**
 * Reading the text once more, a slice at a time.
 * @param {string} text
 * @param {number} words
 */
async function* reading(text, words) {
  const times = Math.max(1, Math.ceil(ENOUGH / text.length));
  const ask = JSON.stringify({ version: 1, date: null, made: [], taught: [] });
  const rounds = [];
  for (let round = 0; round < 3; round += 1) {
    const reader = Reader.ofPlain(new TextEncoder().encode(`${text}\n\n`.repeat(times)), 0);
    reader.begin(ask, true);
    let spent = 0;
    for (let share = 0; share < 1;) {
      const began = performance.now();
      share = reader.step();
      spent += performance.now() - began;
      await frame();
    }
    const began = performance.now();
    reader.reading(ask);
    rounds.push((spent + performance.now() - began) / times);
    reader.free();
  }
  const spent = rounds.sort((one, other) => one - other)[1] ?? 0;
  yield t('speed-reading', { time: rounded(spent), pace: rounded((words * 1000) / spent) });
}

/** @param {App} app */
async function looking(app) {
  const { length } = app.article.text;
  const places = Array.from({ length: LOOKS }, (_, at) => Math.floor((at * length) / LOOKS));
  const began = performance.now();
  for (const place of places) {
    try {
      app.core.annotationsAt(place);
    } catch {
      // A place inside a character has no marks.
    }
  }
  const each = ((performance.now() - began) * 1000) / LOOKS;
  return t('speed-looking', { count: app.annotations.length, time: rounded(each) });
}

async function frames() {
  const times = [];
  let last = performance.now();
  for (let count = 0; count < 30; count += 1) {
    await frame();
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  const middle = times.sort((one, other) => one - other)[15] ?? 0;
  return t('speed-frames', { time: rounded(middle) });
}

/** Opens the dialog and fills it while it measures. @param {App} app */
export async function aboutSpeed(app) {
  const list = el('ul', { class: 'speeds', 'aria-live': 'polite' });
  const state = el('p', { class: 'hint', role: 'status', text: t('speed-measuring') });
  const dialog = el(
    'dialog',
    { class: 'card palette', 'aria-label': t('command-speed') },
    el('h2', { class: 'card-name', text: t('speed-head') }),
    list,
    state,
    el(
      'div',
      { class: 'card-actions' },
      el('span', { class: 'gap' }),
      button(t('close'), () => dialog.close()),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  for await (const sentence of measured(app)) {
    if (!dialog.open) return;
    list.append(el('li', { text: sentence }));
  }
  state.textContent = t('speed-done');
}
