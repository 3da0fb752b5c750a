/**
 * The peer's page of `cargo xtask bench-annotations`: an article in Recogito's text annotator, with its renderer of
 * `?CSS_HIGHLIGHTS` or `?SPANS`.
 */
// @ts-nocheck: the package lies in the folder of the peers, where it is bundled.
import { createTextAnnotator, W3CTextFormat } from '@recogito/text-annotator';

const SOURCE = 'urn:example:article';
const article = document.getElementById('article');
const renderer = location.search.slice(1);
/** Ids of those that came in a file. */
const given = new Set();
let annotator;

/** Ids of the annotations that are painted. */
function painted() {
  if (renderer === 'CSS_HIGHLIGHTS') return [...CSS.highlights.keys()].map((name) => name.slice(1));
  const spans = document.querySelectorAll('.r6o-annotation');
  return [...new Set([...spans].map((span) => span.dataset.annotation))];
}

globalThis.peer = {
  /** Shows a text set as `look` says; between paragraphs it keeps what the text has, so that offsets agree. */
  open(text, look) {
    Object.assign(article.style, look);
    const blocks = text.split('\n\n').map((block, number) => {
      const element = document.createElement(number === 0 ? 'h1' : 'p');
      element.textContent = block;
      return element;
    });
    article.replaceChildren(...blocks.flatMap((block, number) => (number === 0 ? [block] : ['\n\n', block])));
    annotator = createTextAnnotator(article, { renderer, adapter: W3CTextFormat(SOURCE, article) });
  },
  async load(file) {
    const list = JSON.parse(await file.text());
    for (const { id } of list) given.add(id);
    annotator.setAnnotations(list);
  },
  count: () => annotator.state.store.all().length,
  painted: () => painted().length,
  made: () => painted().filter((id) => !given.has(id)).length,
};
