// Owns the search over all articles and notes. Invariant: case and accents make no difference; a text is read from
// the store once while the list is open.

import { t } from '../view/catalogue.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ snippet: [string, string, string] | undefined, where: string }} Hit */
/** @typedef {{ where: string, text: string }} Part */

/** Letters on each side of what was found. */
const AROUND = 70;

export class Finder {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<string, string>} */
    this.texts = new Map();
  }

  /**
   * The articles in which all words of the query stand, in the text, the notes or what is known of it.
   * @param {string} query
   * @returns {Promise<Map<string, Hit>>}
   */
  async find(query) {
    const words = folded(query).split(/\s+/).filter(Boolean);
    /** @type {Map<string, Hit>} */
    const hits = new Map();
    for (const article of this.app.articles()) {
      const { id, title, byline = '', publisher = '', source = '', tags } = article;
      const notes = this.app.ask((core) => core.notesOf(id)) ?? [];
      /** @type {Part[]} */
      const parts = [
        { where: '', text: title },
        { where: '', text: [byline, publisher, source, tags.join(' ')].join(' ') },
        ...notes.map(({ note, tags: own }) => ({
          where: t('found-in-note'),
          text: [note, ...own].join(' '),
        })),
        { where: '', text: await this.textOf(id) },
      ];
      const hit = found(parts, words);
      if (hit) hits.set(id, hit);
    }
    return hits;
  }

  /** @param {string} id */
  async textOf(id) {
    const held = this.texts.get(id);
    if (held !== undefined) return held;
    const text = await this.app.core.textOf(id).catch(() => '');
    this.texts.set(id, text);
    return text;
  }
}

/**
 * @param {Part[]} parts
 * @param {string[]} words
 * @returns {Hit | undefined}
 */
function found(parts, words) {
  const plain = parts.map(({ text }) => folded(text));
  if (!words.every((word) => plain.some((text) => text.includes(word)))) return undefined;
  const best = plain.findIndex((text, index) => index > 1 && words.some((word) => text.includes(word)));
  const part = parts[best];
  if (!part) return { snippet: undefined, where: '' };
  const word = words.find((it) => plain[best]?.includes(it)) ?? '';
  return { snippet: around(part.text, word), where: part.where };
}

/**
 * The words with what stands around them.
 * @param {string} text
 * @param {string} word folded
 * @returns {[string, string, string]}
 */
function around(text, word) {
  // Folding may change the length: where it did, the place is looked for letter by letter.
  let at = folded(text).indexOf(word);
  if (folded(text).length !== text.length) {
    const letters = [...text];
    let [folds, start] = ['', 0];
    const starts = letters.map((letter) => {
      const from = folds.length;
      folds += folded(letter);
      const place = { from, start };
      start += letter.length;
      return place;
    });
    at = starts.findLast(({ from }) => from <= folds.indexOf(word))?.start ?? 0;
  }
  const end = Math.min(text.length, at + word.length);
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, end + AROUND)];
  const flat = (/** @type {string} */ part) => part.replace(/\s+/g, ' ');
  return [
    `${from > 0 ? '\u2026' : ''}${flat(text.slice(from, at))}`,
    flat(text.slice(at, end)),
    `${flat(text.slice(end, to))}${to < text.length ? '\u2026' : ''}`,
  ];
}

/** @param {string} text */
export function folded(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
