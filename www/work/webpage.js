// Owns the last touch on an article that goes out as a web page: its notes read as they do here, not as their
// Markdown was typed. Invariant: nothing gets into the page but what the allow-list of notes lets through.

import { parse } from '../view/html.js';
import { renderMarkdown } from '../view/markdown.js';

/**
 * @param {string} html as the core wrote it
 * @returns {Promise<string>}
 */
export async function rendered(html) {
  const page = parse(html);
  for (const note of page.querySelectorAll('.note')) {
    const fragment = await renderMarkdown(note.textContent ?? '');
    if (!fragment) continue;
    // Links between notes, entities and articles lead nowhere outside of Manicule.
    for (const link of fragment.querySelectorAll('a[href^="urn:"]')) link.replaceWith(...link.childNodes);
    note.replaceChildren(fragment);
    note.classList.add('rendered');
  }
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page.documentElement)}\n`;
}
