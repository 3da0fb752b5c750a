// Owns the last touch on an article that goes out as a web page: its notes read as they do here, not as their
// Markdown was typed. Invariant: nothing gets into the page but what the allow-list of notes lets through.

import { parse } from '../view/html.js';
import { renderMarkdown } from '../view/markdown.js';

const PLACE = '<!--style-->';

/**
 * @param {string} html as the core wrote it
 * @returns {Promise<string>}
 */
export async function rendered(html) {
  // The page's own policy says something of every style sheet in what is parsed, so this one waits outside.
  const [style = ''] = /<style>[^]*?<\/style>/.exec(html) ?? [];
  const page = parse(html.replace(style, () => PLACE));
  for (const note of page.querySelectorAll('.note')) {
    const fragment = await renderMarkdown(note.textContent ?? '');
    if (!fragment) continue;
    // Links between notes, entities and articles lead nowhere outside of Manicule.
    for (const link of fragment.querySelectorAll('a[href^="urn:"]')) link.replaceWith(...link.childNodes);
    note.replaceChildren(fragment);
    note.classList.add('rendered');
  }
  const whole = new XMLSerializer().serializeToString(page.documentElement);
  return `<!doctype html>\n${whole.replace(PLACE, () => style)}\n`;
}
