// Owns what comes by Manicule's own address: a page that a bookmarklet handed over, what another program shared, a
// text or an address in a link. Invariant: nothing is kept, and nothing is fetched, before the reader says so, who is
// told where it comes from.

import { t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { takeShared } from '../view/shared.js';
import { stylesheet } from '../view/lazy.js';
import { host } from './about.js';

export { ready } from './words.js';

/** @typedef {import('../view/intake.js').Intake} Intake */
/** @typedef {import('../view/library.js').Library} Library */

/**
 * @param {Intake} intake
 * @param {Library} library
 */
export async function arrive(intake, library) {
  const query = new URLSearchParams(location.search);
  const given = new URLSearchParams(location.hash.slice(1));
  const field = (/** @type {string} */ name) => (query.get(name) ?? given.get(name) ?? '').trim();
  const [text, url, title] = [field('text'), field('url'), field('title')];
  const isShared = query.has('shared');
  history.replaceState(history.state, '', location.pathname);
  if (isShared) {
    const shared = await takeShared().catch(() => undefined);
    if (!shared) return;
    if (shared.html) return handedOver(intake, shared);
    if (shared.files.length > 0) {
      const names = shared.files.map(({ name }) => name).join(', ');
      return ask(intake, t('from-program'), names, () => intake.files(shared.files));
    }
    return linked(intake, library, shared);
  }
  return linked(intake, library, { text, url, title });
}

/**
 * A text is asked about; an address alone goes into the form, where the reader may have it fetched.
 * @param {Intake} intake
 * @param {Library} library
 * @param {{ text: string, url: string, title: string }} given
 */
async function linked(intake, library, { text, url, title }) {
  // Some programs share an address as text.
  const address = url || (/^https?:\/\/\S+$/.test(text) ? text : '');
  const own = text === address ? '' : text;
  if (own)
    return ask(intake, address ? host(address) : t('from-link'), own, () =>
      intake.text(own, title || undefined),
    );
  if (!address) return undefined;
  const { showOpen } = await import('./open.js');
  return showOpen(library, /** @type {HTMLElement} */ (document.getElementById('open-button')), address);
}

/**
 * @param {Intake} intake
 * @param {{ html: string, url: string, title: string }} page
 */
async function handedOver(intake, { html, url, title }) {
  const { readPage } = await import('./page.js');
  const brought = await readPage(html, url || undefined);
  if (brought.blocks.length === 0) return intake.app.say(t('handed-nothing'));
  const words = `${brought.title ?? title} — ${brought.blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map((block) => block.text)
    .join(' ')}`;
  return ask(intake, url ? host(url) : t('from-page'), words, () =>
    intake.brought({ ...brought, title: brought.title ?? title }),
  );
}

/**
 * @param {Intake} intake
 * @param {string} from
 * @param {string} words
 * @param {() => unknown} take
 */
async function ask(intake, from, words, take) {
  const { app } = intake;
  await stylesheet('bring/bring.css');
  const opener = /** @type {HTMLElement} */ (document.getElementById('open-button'));
  const close = () => app.float.close();
  const go = button(
    t('read-here'),
    () => {
      app.float.close({ focus: false });
      void take();
    },
    { class: 'button small strong' },
  );
  const card = el(
    'div',
    { class: 'card panel', role: 'dialog', 'aria-label': t('bring-this'), 'aria-describedby': 'arrival' },
    el('p', { class: 'card-name', text: t('from', { from }) }),
    el('p', { id: 'arrival', text: shorten(words, 360) }),
    el('p', { class: 'card-also', text: t('nothing-kept') }),
    el('div', { class: 'card-actions' }, go, button(t('no'), close)),
  );
  app.float.show(card, { anchor: () => opener.getBoundingClientRect(), giveBack: () => opener.focus() });
  go.focus();
}
