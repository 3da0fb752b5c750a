// Owns the way from the lines of a PDF to the blocks of an article. Invariants: every line is of one block or was
// told to be a running head, a running foot or a page number; hyphens at the ends of lines go where the word is
// one word.

/** @typedef {import('../view/labels.js').RawBlock} RawBlock */
/**
 * @typedef {{
 *   text: string, x: number, end: number, y: number, size: number, height: number, font: string,
 *   sizes: Map<number, number>, fonts: Map<string, number>,
 * }} Line `y` from the top of the page, `height` the page's
 * @typedef {{ lines: Line[], kind: RawBlock['kind'] }} Paragraph
 * @typedef {{ size: number, font: string, gap: number, words: Set<string> }} Usual what most of the text has
 */

/** Where heads and feet stand, as a part of the page's height. */
const EDGE = 0.13;
const MARKER =
  /^(?:[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7\u25a0\uf0b7\u2013\u2014*-]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)/;
const BULLET = /^[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7\u25a0\uf0b7]\s*/;
const ENDS = /[.!?\u2026:;\u3002\uff01\uff1f]["'\u201d\u2019\u00bb)\]]*\d{0,2}$/u;

/**
 * @param {Line[][]} pages
 * @returns {RawBlock[]}
 */
export function textOfLines(pages) {
  const bodies = withoutRunning(pages);
  const usual = usualOf(bodies.flat());
  const paragraphs = joined(bodies, usual);
  entitle(paragraphs, usual);
  return paragraphs.map(({ lines, kind }) => ({
    kind,
    text: together(
      lines.map(({ text }) => text),
      usual.words,
    ).replace(kind === 'listItem' ? BULLET : /^$/, ''),
  }));
}

/**
 * The pages without what stands at the same place on many of them, and without their numbers.
 * @param {Line[][]} pages
 */
function withoutRunning(pages) {
  /** @type {Map<string, Set<number>>} */
  const seen = new Map();
  const key = (/** @type {Line} */ { text, y, height }) =>
    `${y < height / 2 ? 'head' : 'foot'} ${text.toLowerCase().replace(/\d+|\b[ivxlc]+\b/g, '#')}`;
  pages.forEach((lines, page) => {
    for (const line of lines.filter(isAtEdge))
      seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(page));
  });
  const often = Math.max(2, Math.min(3, pages.length * 0.4));
  return pages.map((lines) =>
    lines.filter((line) => {
      if (!isAtEdge(line)) return true;
      if (
        /^(?:[-\u2013\u2014|]\s*)?(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-\u2013\u2014|])?$/i.test(
          line.text,
        )
      )
        return false;
      if (/^(?:https?|file):\/\/\S+(?:\s+\d+\/\d+)?$/.test(line.text)) return false;
      return (seen.get(key(line))?.size ?? 0) < often;
    }),
  );
}

/** @param {Line} line */
function isAtEdge({ y, height }) {
  return y < height * EDGE || y > height * (1 - EDGE);
}

/**
 * @param {Line[]} lines
 * @returns {Usual}
 */
function usualOf(lines) {
  const most = (/** @type {(line: Line) => any} */ of) => {
    const counts = new Map();
    for (const line of lines) counts.set(of(line), (counts.get(of(line)) ?? 0) + line.text.length);
    return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
  };
  const size = most((line) => Math.round(line.size * 4) / 4) ?? 10;
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const gap = before ? line.y - before.y : 0;
    return before && isNear(line.size, size) && isNear(before.size, size) && gap > 0 && gap < size * 3
      ? [gap]
      : [];
  });
  gaps.sort((one, other) => one - other);
  const words = new Set(
    lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []),
  );
  return {
    size,
    font: most((line) => line.font) ?? '',
    gap: gaps[Math.floor(gaps.length * 0.4)] ?? size * 1.25,
    words,
  };
}

/**
 * @param {number} one
 * @param {number} other
 */
function isNear(one, other) {
  return Math.abs(one - other) <= other * 0.06;
}

/**
 * The lines as paragraphs. Footnotes come after the paragraph that goes on over the page's end.
 * @param {Line[][]} pages
 * @param {Usual} usual
 * @returns {Paragraph[]}
 */
function joined(pages, usual) {
  /** @type {Paragraph[]} */
  const paragraphs = [];
  /** @type {Paragraph[]} */
  let waiting = [];
  /** @type {Paragraph | undefined} */
  let current;
  for (const lines of pages) {
    const notes = footnotes(lines, usual);
    const right = columns(lines);
    for (const [index, line] of lines.slice(0, lines.length - notes).entries()) {
      const before = current?.lines.at(-1);
      const next = lines[index + 1];
      if (
        current &&
        before &&
        !isOutside(current, line) &&
        goesOn(
          before,
          line,
          next,
          usual,
          Math.max(right(before), line.y > before.y ? right(line) : 0),
          index === 0,
        )
      )
        current.lines.push(line);
      else {
        paragraphs.push(...waiting);
        waiting = [];
        current = { lines: [line], kind: MARKER.test(line.text) ? 'listItem' : 'paragraph' };
        paragraphs.push(current);
      }
    }
    /** @type {Paragraph | undefined} */
    let note;
    for (const line of lines.slice(lines.length - notes)) {
      const before = note?.lines.at(-1);
      if (note && before && !/^(?:\d{1,3}|[*\u2020\u2021])[.)]?\s?\S/.test(line.text)) note.lines.push(line);
      else waiting.push((note = { lines: [line], kind: 'paragraph' }));
    }
  }
  return [...paragraphs, ...waiting];
}

/**
 * How many lines at the page's end are smaller than the text.
 * @param {Line[]} lines
 * @param {Usual} usual
 */
function footnotes(lines, usual) {
  let count = 0;
  while (count < lines.length) {
    const line = lines[lines.length - 1 - count];
    if (!line || line.size > usual.size * 0.93 || line.y < line.height * 0.4) break;
    count += 1;
  }
  return count === lines.length ? 0 : count;
}

/**
 * Where the lines that begin about there end at most.
 * @param {Line[]} lines
 * @returns {(line: Line) => number}
 */
function columns(lines) {
  return (line) => {
    const beside = lines.filter(({ x }) => Math.abs(x - line.x) < line.size * 4);
    const ends = beside.map(({ end }) => end).sort((one, other) => one - other);
    return ends[Math.floor(ends.length * 0.9)] ?? line.end;
  };
}

/**
 * Whether a line stands further out than all of a list's item or of a quotation.
 * @param {Paragraph} paragraph
 * @param {Line} line
 */
function isOutside({ lines, kind }, line) {
  if (kind !== 'listItem' && lines.length < 2) return false;
  return line.y > (lines.at(-1)?.y ?? 0) && lines.every(({ x }) => x - line.x > line.size * 0.6);
}

/**
 * Whether a line goes on with the paragraph of the one before it.
 * @param {Line} before
 * @param {Line} line
 * @param {Line | undefined} next
 * @param {Usual} usual
 * @param {number} right where full lines of that column end
 * @param {boolean} isFirst whether it is the first of a page
 */
function goesOn(before, line, next, usual, right, isFirst) {
  if (!isNear(line.size, before.size)) return false;
  const isText = isNear(line.size, usual.size);
  // A line that had room for the next word was ended on purpose.
  const room = right - before.end;
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const isFull = room < (word * (line.end - line.x)) / Math.max(1, line.text.length) + before.size * 0.8;
  const ended = ENDS.test(before.text);
  if (isNear(line.size, usual.size) && !isFull && room > (right - Math.min(before.x, line.x)) * 0.35)
    return false;
  if (MARKER.test(line.text) && (BULLET.test(line.text) || ended || !isFull)) return false;
  const down = line.y - before.y;
  if (isFirst || down < -before.size) {
    // Over the end of a page or column.
    if (!isText) return false;
    if (/-$|\u00ad$/.test(before.text) || /^\p{Ll}/u.test(line.text)) return true;
    return isFull && !ended;
  }
  const gap = isText ? usual.gap : before.size * 1.3;
  if (down > gap * 1.32 + 0.5) return false;
  if (isText && line.font !== before.font && (isLabel(before, usual) || isLabel(line, usual))) return false;
  const indent = line.x - before.x;
  const isIndented = indent > line.size * 0.7 && indent < line.size * 5;
  if (isIndented && (!next || next.x < line.x - line.size * 0.5 || ended) && !MARKER.test(before.text))
    return false;
  return isFull || !ended;
}

/**
 * A short line all in another face than the text: a heading within it.
 * @param {Line} line
 * @param {Usual} usual
 */
function isLabel({ font, text }, usual) {
  return font !== usual.font && text.length < 90 && !/[.!?,;]$/.test(text);
}

/**
 * Finds the headline and the headings.
 * @param {Paragraph[]} paragraphs
 * @param {Usual} usual
 */
function entitle(paragraphs, usual) {
  const size = (/** @type {Paragraph} */ { lines }) => Math.max(...lines.map((line) => line.size));
  const length = (/** @type {Paragraph} */ { lines }) =>
    lines.reduce((sum, { text }) => sum + text.length, 0);
  const first = paragraphs
    .slice(0, 12)
    .filter((it) => size(it) > usual.size * 1.18 && length(it) < 250 && length(it) > 3);
  const title = first.sort((one, other) => size(other) - size(one))[0];
  if (title) title.kind = 'title';
  for (const paragraph of paragraphs) {
    if (paragraph === title) continue;
    const large = size(paragraph) > usual.size * 1.1 && length(paragraph) < 200;
    const [line] = paragraph.lines;
    const label =
      line && paragraph.lines.length < 3 && isNear(line.size, usual.size) && length(paragraph) < 100;
    const other =
      label && paragraph.lines.every((it) => isLabel(it, usual)) && /^[\p{Lu}\p{N}]/u.test(line.text);
    if (large || other) paragraph.kind = 'heading';
  }
}

/**
 * Lines as one text.
 * @param {string[]} lines
 * @param {Set<string>} words of the whole text
 */
function together(lines, words) {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    if (/\u00ad$/.test(text)) return text.slice(0, -1) + line;
    const head = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\u2010]$/u.exec(text)?.[1];
    const tail = /^(\p{Ll}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*)/u.exec(line)?.[1];
    if (head && tail) {
      const hyphened = words.has(`${head}-${tail}`.toLowerCase()) && !words.has((head + tail).toLowerCase());
      return hyphened ? text + line : text.slice(0, -1) + line;
    }
    // Chinese and Japanese have no space where a line ends.
    const close =
      /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]$/.test(text) &&
      /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/.test(line);
    return close || /[\p{L}\p{N}]-$/u.test(text) ? text + line : `${text} ${line}`;
  }, '');
}
