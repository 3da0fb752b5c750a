/**
 * Where passages of edited texts are found, by the core and by two peers: `node benches/anchoring.mjs CASES
 * PEERS`, the peers' packages in the folder PEERS. Prints one JSON object.
 *
 * approx-string-match is a search and no more; it is used as the Hypothesis client uses it: the position is
 * taken if its text is the quotation; else every exact occurrence is a candidate, and where there is none every
 * place with at most half of the quotation's length in errors (256 at most); candidates are scored by quotation
 * (50), prefix (20), suffix (20) and position (2), and the best is taken. dom-anchor-text-quote asks of the DOM
 * no more than the text of the root, which it is given; its own position is its hint. Both describe a passage
 * with 32 characters of context on either side, as they do in their own programs.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

import { describePassages, findPassages, initSync } from '../www/pkg/manicule.js';

/** @typedef {[number, number]} Place */
/** @typedef {{ old: string, new: string, passages: Place[] }} Case */
/** @typedef {{ exact: string, prefix: string, suffix: string }} Quote */
/** @typedef {{ start: number, end: number, errors: number }} Match */
/** @typedef {(text: string, quote: Quote, place: Place) => Place | null} Tool */

const CONTEXT = 32;
const RUNS = 5;

const [file, folder] = process.argv.slice(2);
initSync({ module: await readFile(new URL('../www/pkg/manicule_bg.wasm', import.meta.url)) });
/** @type {{ cases: Case[], long: Case }} */
const { cases, long } = JSON.parse(await readFile(file, 'utf8'));
const peers = resolve(folder, 'package.json');
/** @type {(text: string, pattern: string, errors: number) => Match[]} */
const approximate = (await import(pathToFileURL(createRequire(peers).resolve('approx-string-match')).href))
  .default;
const textQuote = createRequire(peers)('dom-anchor-text-quote');

/** @param {string} text @param {string} pattern @param {number} errors @returns {Match[]} */
function matches(text, pattern, errors) {
  const exact = [];
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : approximate(text, pattern, errors);
}

/** @param {string} text @param {string} context */
function likeness(text, context) {
  if (context === '') return 1;
  if (text === '') return 0;
  return 1 - matches(text, context, context.length)[0].errors / context.length;
}

/** @type {Tool} */
function asHypothesis(text, { exact, prefix, suffix }, [start, end]) {
  if (text.slice(start, end) === exact) return [start, end];
  /** @param {Match} match */
  const score = (match) =>
    50 * (1 - match.errors / exact.length) +
    20 * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
    20 * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
    2 * (1 - Math.abs(match.start - start) / text.length);
  /** @type {Place | null} */
  let best = null;
  let most = -Infinity;
  for (const match of matches(text, exact, Math.min(256, exact.length / 2))) {
    const points = score(match);
    if (points > most) [most, best] = [points, [match.start, match.end]];
  }
  return best;
}

/** @type {Tool} */
function byTextQuote(text, quote, [hint]) {
  try {
    const found = textQuote.toTextPosition({ textContent: text }, quote, { hint });
    return found && [found.start, found.end];
  } catch {
    // Some patterns are too much for its matcher: nothing is found then.
    return null;
  }
}

/** @param {Tool} tool @returns {(one: Case) => () => (Place | null)[]} */
const each = (tool) => (one) => {
  const quotes = one.passages.map(([start, end]) => ({
    exact: one.old.slice(start, end),
    prefix: one.old.slice(Math.max(0, start - CONTEXT), start),
    suffix: one.old.slice(end, end + CONTEXT),
  }));
  return () => one.passages.map((place, index) => tool(one.new, quotes[index], place));
};

/** @param {boolean} saved @returns {(one: Case) => () => (Place | null)[]} */
const ours = (saved) => (one) => {
  const selectors = describePassages(one.old, new Uint32Array(one.passages.flat()));
  return () => {
    const found = findPassages(one.new, selectors, saved ? one.old : undefined);
    return found.map(({ start, end }) => (start === undefined || end === undefined ? null : [start, end]));
  };
};

/** @type {[string, (one: Case) => () => (Place | null)[], number][]} */
const tools = [
  ['Manicule', ours(false), RUNS],
  ['Manicule, with the old text', ours(true), RUNS],
  ['approx-string-match as in Hypothesis', each(asHypothesis), 1],
  ['dom-anchor-text-quote', each(byTextQuote), 0],
];

const timed = tools
  .filter(([, , runs]) => runs > 0)
  .map(([name, prepare, runs]) => {
    const find = prepare(long);
    const seconds = [];
    let placed = null;
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      placed = find();
      seconds.push((performance.now() - started) / 1000);
    }
    seconds.sort((a, b) => a - b);
    return [name, seconds[Math.floor(runs / 2)], placed];
  });
console.log(
  JSON.stringify({
    tools: tools.map(([name, prepare]) => [name, cases.map((one) => prepare(one)())]),
    timed,
  }),
);
