/**
 * The peer's page of `cargo xtask first-sight --peers`: finds people, places and organizations in the sample
 * with compromise, wraps them, and says when they are on the screen, as Manicule's page does.
 */
// @ts-nocheck: it lies beside compromise only where it is served.
import nlp from './compromise.mjs';

/** The stretches of `text` that are names: start, end. */
function names(text) {
  const doc = nlp(text);
  const found = ['people', 'places', 'organizations'].flatMap((kind) =>
    doc[kind]()
      .json({ offset: true })
      .map(({ offset }) => [offset.start, offset.start + offset.length]),
  );
  return found.sort((one, other) => one[0] - other[0]);
}

for (const block of document.querySelectorAll('[data-kind]')) {
  const text = (block.textContent ?? '').replace(/\s+/g, ' ').trim();
  const parts = [];
  let at = 0;
  for (const [start, end] of names(text)) {
    if (start < at) continue;
    const mark = document.createElement('span');
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  block.replaceChildren(...parts, text.slice(at));
}
if (!document.querySelector('[data-kind] span')) throw new Error('Nothing was found.');
requestAnimationFrame(() => setTimeout(() => performance.mark('manicule:entities-visible'), 0));
