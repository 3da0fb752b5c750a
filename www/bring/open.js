// Owns the form that takes a new article: pasted, from files and folders, from an address, from other pages.

import { bringLater } from '../core/later.js';
import { t } from '../view/catalogue.js';
import { button, el } from '../view/dom.js';
import { ACCEPTED } from '../view/intake.js';
import { stylesheet } from '../view/lazy.js';
import { addressOf, fetchArticle } from './address.js';
import { bookmarklet } from './bookmarklet.js';
import { Unreadable } from './problem.js';

export { ready } from './words.js';

/** @typedef {import('../view/library.js').Library} Library */
/** @typedef {{ html: string, text: string }} Rich what was copied, as text and with its structure */
/** @typedef {{ text: string, rich?: Rich }} Pasted */

/**
 * @param {Library} library
 * @param {HTMLElement} opener
 * @param {string} [address] one that is already given
 * @param {Pasted} [refused] what was typed or pasted and could not be opened
 */
export async function showOpen(library, opener, address = '', refused = { text: '' }) {
  await stylesheet('bring/bring.css');
  const { app, intake } = library;
  let { rich } = refused;
  const area = el('textarea', {
    class: 'field',
    rows: 7,
    'aria-label': t('open-text-of'),
    placeholder: t('open-paste-here'),
    paste: (/** @type {ClipboardEvent} */ event) => {
      const data = event.clipboardData;
      const html = data?.getData('text/html') ?? '';
      rich = area.value === '' && html ? { html, text: data?.getData('text/plain') ?? '' } : undefined;
    },
  });
  area.value = refused.text;
  const file = el('input', {
    type: 'file',
    class: 'visually-hidden',
    accept: ACCEPTED,
    multiple: true,
    tabindex: '-1',
    'aria-label': t('open-file'),
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
  const open = async () => {
    const text = area.value;
    if (text.trim() === '') {
      area.focus();
      app.say(t('open-paste-first'));
      return;
    }
    // A field turns line ends into its own; the rich text is taken while nothing else was typed.
    const untouched = rich && flat(rich.text) === flat(text);
    // Where the core cannot take it yet, the text stays where it is.
    if (!(await app.wait(() => bringLater().then(() => true)))) return;
    app.float.close({ focus: false });
    const opened = rich && untouched ? intake.flavours(rich.html, rich.text) : intake.text(text);
    if ((await opened) === false) await showOpen(library, opener, address, rich ? { text, rich } : { text });
  };
  const card = el(
    'div',
    { class: 'card panel', role: 'dialog', 'aria-label': t('open-an-article') },
    el('p', { class: 'card-name', text: t('open-article') }),
    area,
    el(
      'div',
      { class: 'card-actions' },
      button(t('open-text'), open, { class: 'button small strong' }),
      button(t('choose-file'), () => choose(false)),
      button(t('choose-folder'), () => choose(true)),
    ),
    el('p', { class: 'card-also', text: t('open-kinds') }),
    el('p', { class: 'card-also', text: t('open-stays') }),
    otherWays(library, address),
    file,
  );
  library.app.float.below(card, opener);
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
    'aria-label': t('address'),
    'aria-describedby': 'fetched',
    placeholder: 'https://…',
  });
  input.value = address;
  const go = el('button', { type: 'submit', class: 'button small', text: t('fetch') });
  const fetchIt = async () => {
    const url = addressOf(input.value);
    if (!url) {
      said.textContent = t('address-none');
      input.focus();
      return;
    }
    go.disabled = true;
    said.textContent = t('address-asking', { host: url.hostname });
    try {
      const brought = await fetchArticle(url);
      app.float.close({ focus: false });
      await intake.brought(brought);
    } catch (error) {
      said.textContent = error instanceof Unreadable ? error.message : t('address-unread');
      if (!(error instanceof Unreadable)) reportError(error);
    }
    go.disabled = false;
  };
  const script = bookmarklet();
  return el(
    'div',
    { class: 'ways' },
    el('p', { class: 'card-name', text: t('from-another-page') }),
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
      `${t('bookmarklet-how')} `,
      el('a', {
        class: 'bookmarklet',
        href: script,
        text: t('bookmarklet'),
        click: (/** @type {Event} */ event) => {
          event.preventDefault();
          app.say(t('bookmarklet-drag'));
        },
      }),
      ' ',
      button(
        t('bookmarklet-copy'),
        async () => {
          await navigator.clipboard.writeText(script).then(
            () => app.say(t('bookmarklet-copied')),
            () => app.say(t('bookmarklet-refused')),
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
