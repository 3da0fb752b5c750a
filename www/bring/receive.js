// Owns the page that a bookmarklet opens: it takes another page over and hands it on to Manicule, which asks before
// anything is kept. It is a page apart, because it alone has to know the window that opened it.
//
// Invariants: it listens to that window alone, and only to who knows the number that it was opened with; of the
// address that it is told, the origin is the sender's own.

import { giveShared } from '../view/shared.js';

/** The longest page that is taken over, in letters. */
const MOST = 40_000_000;
/** After so long nothing will come any more. */
const PATIENCE = 8000;
const ALONE =
  'The page did not let itself be taken over. It was saved as a file instead, or can be: save it with your browser (Ctrl or Cmd with S), then drop the file on Manicule.';

const words = /** @type {HTMLElement} */ (document.getElementById('receiving'));
const number = location.hash.slice(1);
const sender = /** @type {Window | null} */ (window.opener);

function giveUp() {
  words.textContent = ALONE;
}

/**
 * The page as it was sent; undefined when it is none.
 * @param {MessageEvent} event
 */
function pageOf({ source, origin, data }) {
  if (source !== sender || data?.manicule !== number || typeof data.html !== 'string') return undefined;
  if (data.html.length > MOST) return undefined;
  const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value.slice(0, 4000) : '');
  let url = /^https?:/.test(origin) ? `${origin}/` : '';
  try {
    if (new URL(text(data.url)).origin === origin) url = text(data.url);
  } catch {
    // It is known by its origin alone.
  }
  return { title: text(data.title), url, html: data.html };
}

if (!sender || number.length < 16) giveUp();
else {
  const late = setTimeout(giveUp, PATIENCE);
  addEventListener('message', async (event) => {
    const page = pageOf(event);
    if (!page) return;
    clearTimeout(late);
    try {
      await giveShared(page);
      location.replace('./?shared');
    } catch {
      giveUp();
    }
  });
  // Only a number is said, to whoever opened this page.
  sender.postMessage({ manicule: number }, '*');
}
