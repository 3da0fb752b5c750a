// Owns the reading of Markdown files.

import { markdownToHtml } from '../view/markdown.js';
import { blocksOfHtml } from '../view/html.js';

/**
 * @param {string} text
 * @returns {Promise<import('./read.js').Brought>}
 */
export async function readMarkdown(text) {
  return { blocks: blocksOfHtml(await markdownToHtml(text)).blocks };
}
