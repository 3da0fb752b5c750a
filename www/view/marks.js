// Owns the paint of readers' marks. Invariants: marks are never elements, so any number may lie on the same
// words; the paint is changed by difference, one `Highlight` for each style. A browser without the CSS Custom
// Highlight API gets rectangles behind the words instead.

import { el } from './dom.js';
import { isMergeable } from './markcard.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./parts.js').Part} Part */
/** @typedef {import('./app.js').App} App */
/** @typedef {{ style: string, start: number, end: number }} Stroke */

/** What lies above what. @type {Record<string, number>} */
const PRIORITY = { overlap: 10, active: 20 };

export class Marks {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<string, Stroke & { range: AbstractRange | undefined }>} */
    this.strokes = new Map();
    /** @type {string | undefined} */
    this.active = undefined;
    /** The annotations that `overlaps` is of. @type {AnnotationRecord[] | undefined} */
    this.swept = undefined;
    /** Who overlaps whom, by id. @type {Map<string, AnnotationRecord[]>} */
    this.overlaps = new Map();
    /**
     * What `near` found last.
     * @type {{ annotations: AnnotationRecord[], stretches: { start: number, end: number }[], marks: AnnotationRecord[] } | undefined}
     */
    this.found = undefined;
    this.brush = 'highlights' in CSS ? new Brush(app) : new Rectangles(app);
    app.on('article', () => this.clear());
    app.on('annotations', () => this.paint());
    app.on('filled', (part) => this.again(part));
    app.on('passed', () => this.paint());
  }

  /**
   * The marks with these ids, but for corrections.
   * @param {string[]} [ids]
   */
  of(ids = []) {
    return ids.flatMap((id) => this.app.annotation(id) ?? []).filter(isMark);
  }

  /** The marks, in document order: all that have a place and are not corrections. */
  list() {
    return this.app.annotations.filter(isMark);
  }

  /**
   * The marks that cover an offset, the shortest first.
   * @param {number} offset
   */
  at(offset) {
    const found = this.of(this.app.ask((core) => core.annotationsAt(offset)));
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /**
   * The marks that touch a span.
   * @param {number} start
   * @param {number} end
   */
  touching(start, end) {
    return this.of(this.app.ask((core) => core.annotationsIn(start, end)));
  }

  /**
   * The other marks that a mark could be made one with.
   * @param {AnnotationRecord} mark
   */
  overlapping(mark) {
    // Of all, not of those in view: a note may stand in a list when its passage is far.
    if (this.swept !== this.app.annotations) {
      this.swept = this.app.annotations;
      this.overlaps = sweep(this.list().filter(isMergeable));
    }
    return this.overlaps.get(mark.id) ?? [];
  }

  /**
   * Makes one mark the current one.
   * @param {string | undefined} id
   */
  activate(id) {
    if (this.active === id) return;
    this.active = id;
    this.paint();
    this.app.emit('active');
  }

  /** Forgets everything: the text below is another one. */
  clear() {
    for (const stroke of this.strokes.values()) this.brush.remove(stroke.style, stroke.range);
    this.strokes.clear();
    this.active = undefined;
  }

  /** Brings the paint to what the annotations say. */
  paint() {
    const wanted = this.wanted();
    for (const [key, stroke] of this.strokes) {
      if (wanted.has(key)) continue;
      this.brush.remove(stroke.style, stroke.range);
      this.strokes.delete(key);
    }
    for (const [key, stroke] of wanted) {
      if (this.strokes.has(key)) continue;
      this.strokes.set(key, { ...stroke, range: this.brush.add(stroke.style, this.range(stroke)) });
    }
    this.brush.done();
  }

  /**
   * The text nodes of a part are new, its strokes are laid again; or parts lost theirs.
   * @param {Part} [part]
   */
  again(part) {
    if (this.app.article.long) this.paint();
    for (const stroke of this.strokes.values()) {
      if (!part || stroke.start >= part.end || stroke.end <= part.start) continue;
      this.brush.remove(stroke.style, stroke.range);
      stroke.range = this.brush.add(stroke.style, this.range(stroke));
    }
    this.brush.done();
  }

  /**
   * The marks that may be in view: of a long article those that touch a part near the window. Several ask for them
   * after each change; it is the same list until the marks, or what is near, are others.
   */
  near() {
    const { article, annotations } = this.app;
    const stretches = article.parts.near();
    if (this.found?.annotations === annotations && this.found.stretches === stretches)
      return this.found.marks;
    const marks = article.long ? this.within(stretches) : this.list();
    this.found = { annotations, stretches, marks };
    return marks;
  }

  /** @param {{ start: number, end: number }[]} stretches */
  within(stretches) {
    const ids = stretches.flatMap(
      ({ start, end }) => this.app.ask((core) => core.annotationsIn(start, end)) ?? [],
    );
    return this.of([...new Set(ids)]);
  }

  /** @param {Stroke} stroke */
  range({ start, end }) {
    return this.brush.range(start, end);
  }

  /** @returns {Map<string, Stroke>} what should be painted */
  wanted() {
    /** @type {Map<string, Stroke>} */
    const wanted = new Map();
    /** @param {string} id @param {string} style @param {number} start @param {number} end */
    const lay = (id, style, start, end) =>
      wanted.set(`${id} ${style} ${start} ${end}`, { style, start, end });
    /** @type {AnnotationRecord[]} */
    let open = [];
    for (const mark of [...this.near()].sort((a, b) => a.start - b.start)) {
      open = open.filter((other) => other.end > mark.start);
      lay(mark.id, mark.colour ?? 'plain', mark.start, mark.end);
      for (const { start, end } of mark.ends)
        if (start >= 0) lay(mark.id, mark.colour ?? 'plain', start, end);
      for (const other of open) {
        lay(`${mark.id}+${other.id}`, 'overlap', mark.start, Math.min(mark.end, other.end));
        if (mark.colour) lay(mark.id, `edge-${mark.colour}`, mark.start, mark.end);
        if (other.colour) lay(other.id, `edge-${other.colour}`, other.start, other.end);
      }
      open.push(mark);
      if (mark.id === this.active) lay(mark.id, 'active', mark.start, mark.end);
    }
    return wanted;
  }
}

/**
 * Who overlaps whom, found in one pass over all.
 * @param {AnnotationRecord[]} marks
 */
function sweep(marks) {
  /** @type {Map<string, AnnotationRecord[]>} */
  const overlaps = new Map();
  const tie = (/** @type {AnnotationRecord} */ one, /** @type {AnnotationRecord} */ other) => {
    const known = overlaps.get(one.id);
    if (known) known.push(other);
    else overlaps.set(one.id, [other]);
  };
  /** @type {AnnotationRecord[]} */
  let open = [];
  for (const mark of marks.sort((a, b) => a.start - b.start)) {
    open = open.filter((other) => other.end > mark.start);
    for (const other of open) {
      tie(mark, other);
      tie(other, mark);
    }
    open.push(mark);
  }
  return overlaps;
}

/** @param {AnnotationRecord} annotation */
function isMark({ kind, start }) {
  return kind !== 'correction' && start >= 0;
}

/** Paints with the CSS Custom Highlight API. */
class Brush {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    // Not every browser lets what is inside inherit a highlight (CSS Pseudo-Elements 4, section 3.6).
    const inside = app.article.root.appendChild(el('p'));
    const { backgroundColor } = getComputedStyle(inside, '::highlight(manicule-plain)');
    inside.remove();
    document.documentElement.classList.toggle('each', backgroundColor === 'rgba(0, 0, 0, 0)');
  }

  /** @param {number} start @param {number} end @returns {AbstractRange | undefined} */
  range(start, end) {
    return this.app.article.stillRange(start, end);
  }

  /**
   * @param {string} style
   * @param {AbstractRange | undefined} range
   */
  add(style, range) {
    if (!range) return undefined;
    const name = `manicule-${style}`;
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[style] ?? 0;
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
    return range;
  }

  /**
   * @param {string} style
   * @param {AbstractRange | undefined} range
   */
  remove(style, range) {
    if (range) CSS.highlights.get(`manicule-${style}`)?.delete(range);
  }

  done() {}
}

/** Paints rectangles behind the words, and again whenever the words move. */
class Rectangles {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<Range, string>} */
    this.ranges = new Map();
    this.layer = el('div', { class: 'rectangles', 'aria-hidden': 'true' });
    app.article.root.before(this.layer);
    new ResizeObserver(() => this.done()).observe(app.article.root);
  }

  /** @param {number} start @param {number} end @returns {AbstractRange | undefined} */
  range(start, end) {
    return this.app.article.range(start, end);
  }

  /**
   * @param {string} style
   * @param {AbstractRange | undefined} range
   */
  add(style, range) {
    if (range instanceof Range && !/^(overlap|edge)/.test(style)) this.ranges.set(range, style);
    return range;
  }

  /**
   * @param {string} _style
   * @param {AbstractRange | undefined} range
   */
  remove(_style, range) {
    if (range instanceof Range) this.ranges.delete(range);
  }

  done() {
    const origin = this.layer.getBoundingClientRect();
    this.layer.replaceChildren();
    for (const [range, style] of this.ranges) {
      for (const rect of range.getClientRects()) {
        const box = el('div', { class: 'rectangle' });
        if (style === 'active') box.style.borderBottomColor = 'var(--accent)';
        else box.style.background = style === 'plain' ? 'var(--hairline)' : `var(--${style})`;
        box.style.left = `${rect.left - origin.left}px`;
        box.style.top = `${rect.top - origin.top}px`;
        box.style.width = `${rect.width}px`;
        box.style.height = `${rect.height}px`;
        this.layer.append(box);
      }
    }
  }
}
