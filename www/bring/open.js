// Owns the form that takes a new article: pasted, from files and folders, from an address, from other pages.

import { button, el } from '../view/dom.js';
import { ACCEPTED } from '../view/intake.js';
import { stylesheet } from '../view/lazy.js';
import { addressOf, fetchArticle } from './address.js';
import { bookmarklet } from './bookmarklet.js';
import { Unreadable } from './problem.js';

/** @typedef {import('../view/library.js').Library} Library */

/**
 * @param {Library} library
 * @param {HTMLElement} opener
 * @param {string} [address] one that is already given
 */
export async function showOpen(library, opener, address = '') {
  await stylesheet('bring/bring.css');
  const { app, intake } = library;
  /** @type {{ html: string, text: string } | undefined} */
  let rich;
  const area = el('textarea', {
    class: 'field',
    rows: 7,
    'aria-label': 'Text of the article',
    placeholder: 'Paste the article here, or drop files or a folder anywhere on the page.',
    paste: (/** @type {ClipboardEvent} */ event) => {
      const data = event.clipboardData;
      const html = data?.getData('text/html') ?? '';
      rich = area.value === '' && html ? { html, text: data?.getData('text/plain') ?? '' } : undefined;
    },
  });
  const file = el('input', {
    type: 'file',
    class: 'visually-hidden',
    accept: ACCEPTED,
    multiple: true,
    tabindex: '-1',
    'aria-label': 'Article file',
    change: () => {
      const chosen = [...(file.files ?? [])];
      app.float.close();
      if (chosen.length > 0) void intake.files(chosen);
    },
  });
  const choose = (/** @type {boolean} */ folder) => {
    file.webkitdirectory = folder;
    file.click();
  };
  const open = () => {
    const text = area.value;
    if (text.trim() === '') {
      area.focus();
      app.say('Paste some text first');
      return;
    }
    // A field turns line ends into its own; the rich text is taken while nothing else was typed.
    const untouched = rich && flat(rich.text) === flat(text);
    app.float.close({ focus: false });
    if (rich && untouched) void intake.flavours(rich.html, rich.text);
    else void intake.text(text);
  };
  const card = el(
    'div',
    { class: 'card panel', role: 'dialog', 'aria-label': 'Open an article' },
    el('p', { class: 'card-name', text: 'Paste, drop or open an article' }),
    area,
    el(
      'div',
      { class: 'card-actions' },
      button('Open text', open, { class: 'button small strong' }),
      button('Choose a file…', () => choose(false)),
      button('Choose a folder…', () => choose(true)),
    ),
    el('p', { class: 'card-also', text: 'Text, Markdown, web pages, PDF, Word, EPUB; several at once.' }),
    el('p', { class: 'card-also', text: 'It stays on this device. Nothing is sent anywhere.' }),
    otherWays(library, address),
    file,
  );
  library.float(card, opener);
  if (address) /** @type {HTMLElement | null} */ (card.querySelector('[type=url]'))?.focus();
  else area.focus();
}

/**
 * The ways in from other pages: by address, and by a bookmarklet.
 * @param {Library} library
 * @param {string} address
 */
function otherWays({ app, intake }, address) {
  const said = el('p', { class: 'card-also', role: 'status', id: 'fetched' });
  const input = el('input', {
    type: 'url',
    class: 'field',
    'aria-label': 'Address of a page',
    'aria-describedby': 'fetched',
    placeholder: 'https://…',
  });
  input.value = address;
  const go = el('button', { type: 'submit', class: 'button small', text: 'Fetch' });
  const fetchIt = async () => {
    const url = addressOf(input.value);
    if (!url) {
      said.textContent = 'This is no address of a page. One begins with https://';
      input.focus();
      return;
    }
    go.disabled = true;
    said.textContent = `Asking ${url.hostname}…`;
    try {
      const brought = await fetchArticle(url);
      app.float.close({ focus: false });
      await intake.brought(brought);
    } catch (error) {
      said.textContent = error instanceof Unreadable ? error.message : 'The page could not be read.';
      if (!(error instanceof Unreadable)) reportError(error);
    }
    go.disabled = false;
  };
  const script = bookmarklet();
  return el(
    'div',
    { class: 'ways' },
    el('p', { class: 'card-name', text: 'From another page' }),
    el(
      'form',
      {
        novalidate: true,
        submit: (/** @type {Event} */ event) => {
          event.preventDefault();
          void fetchIt();
        },
      },
      input,
      go,
    ),
    said,
    el(
      'p',
      { class: 'card-also' },
      'Or drag this to your bookmarks, and press it there on any page: ',
      el('a', {
        class: 'bookmarklet',
        href: script,
        text: 'Read in Manicule',
        click: (/** @type {Event} */ event) => {
          event.preventDefault();
          app.say('Drag it to your bookmarks bar, then press it on the page that you want to read here');
        },
      }),
      ' ',
      button(
        'Copy it',
        async () => {
          await navigator.clipboard.writeText(script).then(
            () => app.say('Copied: make a bookmark with it as its address'),
            () => app.say('The browser did not let it be copied: drag it instead'),
          );
        },
        { class: 'quiet' },
      ),
    ),
  );
}

/** @param {string} text */
function flat(text) {
  return text.replace(/\s+/g, ' ').trim();
}
