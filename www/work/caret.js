// Owns the caret of a reader without a mouse: where it stands in the text, how it moves, and what is said of it.
// Invariants: the caret is the browser's own selection, so that everything that acts on a selection acts on it;
// what it moves over is announced once.

import { t } from '../view/catalogue.js';
import { el, shorten } from '../view/dom.js';
import { typeName } from '../view/labels.js';
import { stylesheet } from '../view/lazy.js';
import { pieces } from '../view/words.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {'character' | 'word' | 'sentence' | 'paragraph' | 'mention' | 'line' | 'edge'} Unit */
/** @typedef {{ at: number, words: string }} Place where to, and what is said of it */

const SETTING = 'caret';

/** @type {Caret | undefined} */
let only;

/** @param {App} app */
export function caret(app) {
  return (only ??= new Caret(app));
}

class Caret {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** Starts and ends of the sentences of the open article. @type {Uint32Array | undefined} */
    this.sentences = undefined;
    this.frame = 0;
    this.bar = el('div', { class: 'caret', 'aria-hidden': 'true', hidden: true });
    this.voice = el('p', { class: 'visually-hidden', 'aria-live': 'assertive' });
    app.article.root.before(this.bar);
    document.body.append(this.voice);
    app.on('article', () => (this.sentences = undefined));
    document.addEventListener('selectionchange', () => this.draw());
    addEventListener('resize', () => this.draw());
    app.on('filled', () => this.draw());
    void stylesheet('work/caret.css').then(
      () => this.draw(),
      () => undefined,
    );
  }

  get on() {
    return this.app.setting(SETTING) === 'on';
  }

  toggle() {
    const { app } = this;
    app.keep(SETTING, this.on ? null : 'on');
    if (this.on) {
      if (document.activeElement !== app.article.root) app.article.root.focus({ preventScroll: true });
      this.put(this.focus(), this.focus());
      app.say(t('caret-on'));
    } else app.say(t('caret-off'));
    this.draw();
  }

  /** Where the caret is: at the end of the selection that moves, else where the reader is. */
  focus() {
    const { article, mentions } = this.app;
    const selection = document.getSelection();
    const focused = document.activeElement ? mentions.records.get(document.activeElement) : undefined;
    const node = selection?.focusNode;
    // A focused entity is where the reader went last, unless something is selected.
    if (focused && selection?.isCollapsed) return focused.start;
    if (selection && node && article.root.contains(node))
      return article.offsetOf(node, selection.focusOffset);
    return this.app.place().start;
  }

  /** The end of the selection that stays. */
  anchor() {
    const { article } = this.app;
    const selection = document.getSelection();
    const node = selection?.anchorNode;
    if (!selection || selection.isCollapsed || !node || !article.root.contains(node)) return this.focus();
    return article.offsetOf(node, selection.anchorOffset);
  }

  /**
   * @param {Unit} unit
   * @param {1 | -1} way
   * @param {boolean} extend whether what it moves over is selected
   */
  move(unit, way, extend) {
    const { app } = this;
    const anchor = this.anchor();
    const from = this.focus();
    if (unit === 'line' || unit === 'edge') {
      this.put(anchor, from);
      const direction = way > 0 ? 'forward' : 'backward';
      document
        .getSelection()
        ?.modify(extend ? 'extend' : 'move', direction, unit === 'line' ? 'line' : 'lineboundary');
    } else {
      const place = this.next(unit, way, from);
      if (!place) {
        this.say(t(way > 0 ? 'caret-at-end' : 'caret-at-start'));
        return;
      }
      this.put(extend ? anchor : place.at, place.at);
    }
    const at = this.focus();
    app.last = { start: at, end: at };
    app.article.reveal(at, Math.min(at + 1, app.article.text.length));
    this.draw();
    const over = app.article.text.slice(Math.min(from, at), Math.max(from, at));
    const words = unit === 'line' ? this.lineAt(at) : (this.next(unit, way, from)?.words ?? over);
    this.say(extend ? t('caret-selected', { words: spoken(over) }) : spoken(words));
  }

  /**
   * Puts the selection's two ends.
   * @param {number} anchor
   * @param {number} focus
   */
  put(anchor, focus) {
    const { article } = this.app;
    const to = article.pointAt(focus, focus <= anchor);
    const from = article.pointAt(anchor, anchor <= focus);
    if (to && from) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /**
   * Where the next unit is; undefined where the article ends.
   * @param {Unit} unit
   * @param {1 | -1} way
   * @param {number} from
   * @returns {Place | undefined}
   */
  next(unit, way, from) {
    switch (unit) {
      case 'sentence':
        return this.nextSentence(way, from);
      case 'paragraph':
        return this.nextParagraph(way, from);
      case 'mention':
        return this.nextMention(way, from);
      default:
        return this.nextPiece(unit === 'word' ? 'word' : 'grapheme', way, from);
    }
  }

  /**
   * @param {'grapheme' | 'word'} granularity
   * @param {1 | -1} way
   * @param {number} from
   * @returns {Place | undefined}
   */
  nextPiece(granularity, way, from) {
    const { blocks, text } = this.app.article;
    const here = this.app.article.indexAt(from);
    for (let index = here; index >= 0 && index < blocks.length; index += way) {
      const block = blocks[index];
      if (!block) break;
      const all = [...pieces(text.slice(block.start, block.end), granularity)].filter(
        (piece) => granularity === 'grapheme' || piece.isWordLike,
      );
      const places = all.map(({ index: at, segment }) => ({ start: block.start + at, words: segment }));
      if (way > 0) {
        const next = places.find(({ start, words }) => start + words.length > from);
        if (next) return { at: next.start + next.words.length, words: next.words };
        // A paragraph's end is a place of its own.
        if (from < block.end) return { at: block.end, words: t('paragraph-end') };
      } else {
        const next = places.findLast(({ start }) => start < from);
        if (next) return { at: next.start, words: next.words };
        if (from > block.start) return { at: block.start, words: t('paragraph-start') };
      }
    }
    return undefined;
  }

  /**
   * @param {1 | -1} way
   * @param {number} from
   * @returns {Place | undefined}
   */
  nextSentence(way, from) {
    this.sentences ??= this.app.ask((core) => core.sentences());
    const ends = this.sentences ?? new Uint32Array();
    const starts = [...ends].filter((_, index) => index % 2 === 0);
    const at =
      way > 0 ? starts.findIndex((start) => start > from) : starts.findLastIndex((start) => start < from);
    if (at < 0) return way > 0 ? this.lastPlace(from) : undefined;
    const [start, end] = [ends[2 * at] ?? 0, ends[2 * at + 1] ?? 0];
    return { at: start, words: this.app.article.slice({ start, end }) };
  }

  /**
   * @param {1 | -1} way
   * @param {number} from
   * @returns {Place | undefined}
   */
  nextParagraph(way, from) {
    const { article } = this.app;
    const block =
      way > 0
        ? article.blocks.find(({ start }) => start > from)
        : article.blocks.findLast(({ start }) => start < from);
    if (block) return { at: block.start, words: article.slice(block) };
    return way > 0 ? this.lastPlace(from) : undefined;
  }

  /** The end of the article, unless the caret is there. @param {number} from */
  lastPlace(from) {
    const end = this.app.article.blocks.at(-1)?.end ?? 0;
    return from < end ? { at: end, words: t('article-end') } : undefined;
  }

  /**
   * @param {1 | -1} way
   * @param {number} from
   * @returns {Place | undefined}
   */
  nextMention(way, from) {
    const { article } = this.app;
    const last = article.blocks.length - 1;
    for (let index = article.indexAt(from); index >= 0 && index <= last; index += way) {
      const block = article.blocks[index];
      if (!block) break;
      const records = this.app.mentionsIn(block.start, block.end);
      const next =
        way > 0 ? records.find(({ start }) => start > from) : records.findLast(({ start }) => start < from);
      if (next)
        return {
          at: next.start,
          words: t('caret-entity', { name: article.slice(next), kind: typeName(next.label).toLowerCase() }),
        };
    }
    return undefined;
  }

  /**
   * The words on the line of an offset.
   * @param {number} at
   */
  lineAt(at) {
    const { article } = this.app;
    const [rect] = article.rects(at, Math.min(at + 1, article.text.length));
    if (!rect) return '';
    const middle = rect.top + rect.height / 2;
    const box = article.root.getBoundingClientRect();
    const [start, end] = [
      article.offsetUnder(box.left + 2, middle),
      article.offsetUnder(box.right - 2, middle),
    ];
    return start === undefined || end === undefined ? '' : article.text.slice(start, end);
  }

  /** @param {string} words */
  say(words) {
    this.voice.textContent = words;
  }

  /** Draws the caret before the next frame. */
  draw() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      const { article } = this.app;
      const selection = document.getSelection();
      const inside = selection?.focusNode && article.root.contains(selection.focusNode);
      this.bar.hidden = !this.on || !inside;
      if (this.bar.hidden) return;
      const place = edgeAt(article, this.focus());
      const origin = this.bar.offsetParent?.getBoundingClientRect();
      if (!place || !origin) return;
      this.bar.style.left = `${place.x - origin.left}px`;
      this.bar.style.top = `${place.top - origin.top}px`;
      this.bar.style.height = `${place.height}px`;
    });
  }
}

/**
 * Where on the screen an offset is: before its character, or after the last one of its paragraph.
 * @param {import('../view/article.js').ArticleView} article
 * @param {number} at
 */
function edgeAt(article, at) {
  const block = article.blocks[article.indexAt(at)];
  if (!block) return undefined;
  const last = at >= block.end;
  const range = last ? article.range(Math.max(block.start, at - 1), at) : article.range(at, at + 1);
  const rects = [...(range?.getClientRects() ?? [])];
  const rect = last ? rects.at(-1) : rects.find(({ width }) => width > 0);
  if (!rect) return undefined;
  const mirrored = getComputedStyle(block.element).direction === 'rtl';
  return { x: last === mirrored ? rect.left : rect.right, top: rect.top, height: rect.height };
}

/** @param {string} words */
function spoken(words) {
  if (words === ' ') return t('caret-space');
  if (/^\s+$/.test(words)) return t('caret-blank');
  return shorten(words, 300);
}
