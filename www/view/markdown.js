// Owns the reading of Markdown: notes to a safe fragment, files to HTML text for the importer. The two
// libraries are loaded when the first note or file needs them. Invariant: nothing of a note reaches the page
// but what the allow-list names.

const ALLOWED = {
  ALLOWED_TAGS: [
    'p',
    'br',
    'em',
    'strong',
    'del',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'hr',
    'h1',
    'h2',
    'h3',
    'h4',
  ],
  ALLOWED_ATTR: ['href'],
  // Addresses that begin with `urn:` are our own: notes, entities and articles that are linked to each other.
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|urn:(?:uuid|manicule)):/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: /** @type {const} */ (true),
};

/** @type {Promise<typeof import('../vendor/marked.esm.js')> | undefined} */
let marked;
/** @type {Promise<typeof import('../vendor/purify.es.mjs')> | undefined} */
let purify;
/** Markup in a note stands as it was typed. @type {import('../vendor/marked.esm.js').Marked | undefined} */
let notes;

/**
 * A note as it reads; undefined when the libraries cannot be loaded, and the plain text stays.
 * @param {string} note
 * @returns {Promise<DocumentFragment | undefined>}
 */
export async function renderMarkdown(note) {
  try {
    marked ??= import('../vendor/marked.esm.js');
    purify ??= import('../vendor/purify.es.mjs');
    const [{ Marked }, { default: clean }] = await Promise.all([marked, purify]);
    notes ??= new Marked({ gfm: true, breaks: true, renderer: { html: ({ text }) => escape(text) } });
    const html = await notes.parse(note);
    const fragment = clean.sanitize(html, ALLOWED);
    for (const link of fragment.querySelectorAll('a')) {
      if (!link.hasAttribute('href')) {
        link.replaceWith(...link.childNodes);
        continue;
      }
      if (/^urn:/i.test(link.getAttribute('href') ?? '')) continue;
      link.setAttribute('rel', 'noopener noreferrer');
      link.setAttribute('target', '_blank');
    }
    return fragment;
  } catch {
    return undefined;
  }
}

/**
 * A Markdown file as HTML text, for the inert parser alone.
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function markdownToHtml(text) {
  marked ??= import('../vendor/marked.esm.js');
  const { marked: parse } = await marked;
  return parse.parse(text, { gfm: true });
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
