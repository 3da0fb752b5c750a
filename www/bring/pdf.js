// Owns the reading of PDF files: pages to lines of text, by pdf.js in a worker of its own; the lines become
// paragraphs in `pdf-text.js`. Invariant: nothing of a PDF runs, and nothing is fetched for it.

import { clean } from '../view/html.js';
import { ownScript } from '../view/trusted.js';
import { textOfLines } from './pdf-text.js';
import { t } from '../view/catalogue.js';
import { Unreadable } from './problem.js';

/** @typedef {import('./read.js').Brought} Brought */
/** @typedef {import('./pdf-text.js').Line} Line */
/** @typedef {{ str: string, transform: number[], width: number, height: number, fontName: string }} Item */

/** A page with less than so many letters has no text to speak of. */
const SPARSE = 8;

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Brought>}
 */
export async function readPdf(bytes) {
  const { getDocument, PDFWorker } = await import('../vendor/pdfjs.js');
  const port = new Worker(ownScript(workerAddress()), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    useSystemFonts: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const { info } = /** @type {{ info: any }} */ (await pdf.getMetadata());
    /** @type {Line[][]} */
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [left = 0, bottom = 0, , top = 0] = page.view;
      pages.push(
        linesOf(/** @type {Item[]} */ (items.filter((item) => 'str' in item)), { left, bottom, top }),
      );
      page.cleanup();
    }
    const letters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
    if (letters < SPARSE * pages.length) throw new Unreadable(t('pdf-scanned'));
    return withFacts(textOfLines(pages), info);
  } catch (error) {
    throw understood(error);
  } finally {
    await task.destroy();
    worker.destroy();
    port.terminate();
  }
}

/** Where the worker lies, beside the page's own styles, however the page was published. */
function workerAddress() {
  const own = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="stylesheet"]'));
  return new URL('vendor/pdfjs-worker.js', own?.href ?? location.href);
}

/** @param {unknown} error */
function understood(error) {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new Unreadable(t('pdf-locked'));
  if (/^(InvalidPDF|MissingPDF|Format|UnknownError|UnexpectedResponse|Abort)/.test(name))
    return new Unreadable(t('pdf-damaged'));
  return error;
}

/**
 * The lines of a page, in the order in which its program wrote them.
 * @param {Item[]} items
 * @param {{ left: number, bottom: number, top: number }} box
 * @returns {Line[]}
 */
function linesOf(items, { left, bottom, top }) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Line | undefined} */
  let line;
  let blank = false;
  for (const { str, transform, width, fontName } of items) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
    // What is written upwards or aslant is no running text: watermarks, axes, stamps in the margin.
    if (Math.abs(b) > Math.abs(a) * 0.1 || Math.abs(c) > Math.abs(d) * 0.5) continue;
    const size = Math.hypot(c, d) || Math.abs(a);
    const [x, y] = [e - left, top - f];
    if (str.trim() === '') {
      blank ||= str !== '' && width > 0;
      continue;
    }
    if (!line || !isSameLine(line, x, y, size)) {
      line = {
        text: '',
        x,
        end: x,
        y,
        size,
        height: top - bottom,
        font: fontName,
        sizes: new Map(),
        fonts: new Map(),
      };
      lines.push(line);
      blank = false;
    }
    const gap = x - line.end;
    const spaced = blank || gap > size * 0.18;
    line.text += (line.text !== '' && spaced && !/\s$/.test(line.text) ? ' ' : '') + str;
    line.end = Math.max(line.end, x + width);
    line.sizes.set(size, (line.sizes.get(size) ?? 0) + str.length);
    line.fonts.set(fontName, (line.fonts.get(fontName) ?? 0) + str.length);
    if (size > line.size) line.y = y;
    line.size = most(line.sizes) ?? size;
    blank = false;
  }
  return lines
    .map((it) => ({ ...it, text: clean(it.text), font: most(it.fonts) ?? it.font }))
    .filter(({ text }) => text);
}

/**
 * Whether what comes stands on the line, or raised or lowered beside it.
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function isSameLine(line, x, y, size) {
  const larger = Math.max(line.size, size);
  const [follows, far] = [x >= line.end - larger * 1.5, x > line.end + larger * 8];
  return Math.abs(y - line.y) < larger * 0.55 && follows && !far;
}

/**
 * What most letters have.
 * @template T
 * @param {Map<T, number>} counts
 */
function most(counts) {
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

/**
 * @param {import('../view/labels.js').RawBlock[]} blocks
 * @param {Record<string, unknown>} info
 * @returns {Brought}
 */
function withFacts(blocks, info) {
  const property = (/** @type {string} */ name) => {
    const value = info[name];
    return typeof value === 'string' ? clean(value.replaceAll('\0', '')) || undefined : undefined;
  };
  const given = property('Title');
  const isName =
    given === undefined ||
    /\.(docx?|tex|dvi|indd|pdf|odt|html?)$|^untitled|^microsoft word|^slide 1$/i.test(given);
  const headline = blocks.find(({ kind }) => kind === 'title')?.text;
  const title = headline ?? (isName ? undefined : given);
  return { blocks, title, facts: { byline: property('Author'), language: property('Language') } };
}
