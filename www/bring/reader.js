// Owns the use of Mozilla's Readability. Invariant: it works on a copy of the page, and what it writes into that
// goes through the page's own parser, since markup may be turned into elements nowhere else.

import { parse } from '../view/html.js';

/**
 * The element that Readability takes for the article; undefined when it finds none.
 * @param {string} html
 * @returns {Promise<Element | undefined>}
 */
export async function readable(html) {
  const { Readability } = await import('../vendor/readability.js');
  const copy = parse(html);
  // It puts the page back as it was between its tries, by markup.
  const { body } = copy;
  let kept = body.cloneNode(true);
  Object.defineProperty(body, 'innerHTML', {
    get: () => {
      kept = body.cloneNode(true);
      return '';
    },
    set: () => {
      body.replaceChildren(...kept.cloneNode(true).childNodes);
    },
  });
  for (const element of copy.querySelectorAll('noscript')) element.remove();
  try {
    const options = { serializer: (/** @type {Node} */ node) => /** @type {Element} */ (node) };
    return new Readability(copy, options).parse()?.content ?? undefined;
  } catch {
    return undefined;
  }
}
