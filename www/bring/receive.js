// Owns the page that a bookmarklet opens: it takes another page over and hands it on to Manicule, which asks before
// anything is kept. It is a page apart, because it alone has to know the window that opened it.
//
// Invariants: it listens to that window alone, and only to who knows the number that it was opened with; of the
// address that it is told, the origin is the sender's own.

import { FluentResource } from '../vendor/fluent.js';
import { giveShared } from '../view/shared.js';
import arabic from '../words/receive/ar.js';
import english from '../words/receive/en.js';
import french from '../words/receive/fr.js';

/** The longest page that is taken over, in letters. */
const MOST = 40_000_000;
/** After so long nothing will come any more. */
const PATIENCE = 8000;

/** Its few words come along with it, in every language; nothing is put into them. */
const { body } = new FluentResource(
  new Map([
    ['fr', french],
    ['ar', arabic],
  ]).get(document.documentElement.lang) ?? english,
);
const sender = /** @type {Window | null} */ (window.opener);
const number = location.hash.slice(1);

/** @param {string} id @param {string} said */
function say(id, said) {
  const element = /** @type {HTMLElement} */ (document.getElementById(id));
  element.textContent = String(body.find((message) => message.id === said)?.value);
}

function giveUp() {
  say('receiving', 'receiving-alone');
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

say('receiving', 'receiving');
say('receiving-open', 'receiving-open');
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
