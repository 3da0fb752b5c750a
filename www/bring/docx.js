// Owns the reading of Word documents (.docx). Invariant: what a paragraph is comes from its style, never from how
// it looks; pictures are left out, their captions are not.

import { t } from '../view/catalogue.js';
import { blocksOfHtml, clean, parse } from '../view/html.js';
import { Unreadable } from './problem.js';

/** @typedef {import('./read.js').Brought} Brought */

/** What Word, LibreOffice and pandoc call the parts of an article, beside what mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Author'] => address:fresh",
  "p[style-name='Date'] => address:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Image Caption'] => figcaption:fresh",
  "p[style-name='Table Caption'] => figcaption:fresh",
  "p[style-name='Illustration'] => figcaption:fresh",
  "p[style-name='TOC Heading'] => nav",
  "p[style-name='toc 1'] => nav",
  "p[style-name='toc 2'] => nav",
  "p[style-name='toc 3'] => nav",
  "p[style-name='Contents 1'] => nav",
  "p[style-name='Contents 2'] => nav",
];

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Brought>}
 */
export async function readDocx(bytes) {
  const [{ mammoth }, { strFromU8, unzipSync }] = await Promise.all([
    import('../vendor/mammoth.js'),
    import('../vendor/fflate.js'),
  ]);
  /** @type {string} */
  let html;
  /** @type {Uint8Array | undefined} */
  let core;
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const options = { styleMap: STYLES, convertImage };
    html = (await mammoth.convertToHtml({ arrayBuffer: bytes.buffer }, options)).value;
    core = unzipSync(bytes, { filter: ({ name }) => name === 'docProps/core.xml' })['docProps/core.xml'];
  } catch {
    throw new Unreadable(t('word-damaged'));
  }
  const { blocks } = blocksOfHtml(withoutReturns(html));
  const facts = core ? properties(parse(strFromU8(core), 'application/xml')) : {};
  return { blocks, ...facts };
}

/** The arrows by which footnotes lead back. @param {string} html */
function withoutReturns(html) {
  return html.replace(/ ?<a href="#[^"]*-ref-\d+">\u2191<\/a>/g, '');
}

/** @param {Document} core */
function properties(core) {
  const text = (/** @type {string} */ name) => {
    const element = [...core.getElementsByTagName('*')].find((it) => it.localName === name);
    return clean(element?.textContent ?? '') || undefined;
  };
  const language = text('language');
  return {
    title: text('title'),
    facts: { byline: text('creator'), ...(language ? { language } : {}) },
  };
}
