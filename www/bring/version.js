// Owns later versions of an article: what is said when one comes, what changed in it, and the notes that come
// along. Invariant: nothing is carried over, and nothing gives way, before the reader says so.

import { button, el, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').ArticleRecord} ArticleRecord */

/**
 * Says so when the open article, which was just brought, is a later version of another.
 * @param {App} app
 */
export async function offerVersion(app) {
  const earlier = app.ask((core) => core.earlier());
  const article = earlier && app.articles().find(({ id }) => id === earlier.id);
  if (!earlier || !article) return;
  await stylesheet('bring/bring.css');
  const current = app.open;
  const title = `“${shorten(article.title, 80)}”`;
  const notes = article.annotations;
  const known = notes === 0 ? 'no notes' : `${notes} ${notes === 1 ? 'note' : 'notes'}`;
  const words = earlier.same
    ? `The same text is in your library already, since ${day(article.created)}, with ${known}.`
    : `It looks like a later version of ${title}, which you read in on ${day(article.created)} and which has ${known}.`;
  const opener = /** @type {HTMLElement} */ (document.getElementById('library-button'));
  const close = () => app.float.close();
  const goBack = async () => {
    close();
    await app.wait((core) => core.open(earlier.id));
    if (current) app.ask((core) => core.removeArticle(current));
    app.showArticle();
    app.say('The copy was removed', 'undo');
  };
  const take = async () => {
    close();
    const carried = await app.wait((core) => core.carryOver(earlier.id));
    if (!carried) return;
    app.refresh();
    app.emit('library');
    const lost = carried.lost > 0 ? `; ${carried.lost} lost their place` : '';
    app.say(`${carried.placed} carried over${lost}. The earlier version is kept`, 'undo');
  };
  const actions = earlier.same
    ? [button('Open that one, without the copy', () => void goBack(), { class: 'button small strong' })]
    : [
        button(notes > 0 ? 'Carry my notes over' : 'Keep as its new version', () => void take(), {
          class: 'button small strong',
        }),
        button('Show what changed', () => void showChanges(app, article, take)),
      ];
  const card = el(
    'div',
    {
      class: 'card panel',
      role: 'dialog',
      'aria-label': 'An earlier version',
      'aria-describedby': 'earlier-words',
    },
    el('p', { class: 'card-name', text: earlier.same ? 'You have this article' : 'A new version?' }),
    el('p', { id: 'earlier-words', text: words }),
    el('div', { class: 'card-actions' }, ...actions, button('Keep both apart', close)),
  );
  app.float.show(card, { anchor: () => opener.getBoundingClientRect(), giveBack: () => opener.focus() });
  card.querySelector('button')?.focus();
}

/**
 * @param {App} app
 * @param {ArticleRecord} earlier
 * @param {() => Promise<void>} [take]
 */
export async function showChanges(app, earlier, take) {
  await stylesheet('bring/bring.css');
  const { changes } = await import('./changes.js');
  const old = await app.wait((core) => core.textOf(earlier.id));
  const now = app.ask((core) => core.text());
  if (old === undefined || now === undefined) return;
  const { elements, added, removed } = await changes(old, now);
  const opener = /** @type {HTMLElement} */ (document.getElementById('library-button'));
  const close = button('Close', () => app.float.close());
  const list = el(
    'div',
    { class: 'changes', tabindex: '0', role: 'group', 'aria-label': 'Changes' },
    ...elements,
  );
  const card = el(
    'div',
    { class: 'card panel', role: 'dialog', 'aria-label': 'What changed' },
    el('p', { class: 'card-name', text: 'What changed' }),
    el('p', {
      class: 'card-also',
      text: `Since ${day(earlier.created)}: ${added} words added, ${removed} taken out.`,
    }),
    list,
    el(
      'div',
      { class: 'card-actions' },
      take && button('Carry my notes over', () => void take(), { class: 'button small strong' }),
      close,
    ),
  );
  app.float.show(card, { anchor: () => opener.getBoundingClientRect(), giveBack: () => opener.focus() });
  list.focus({ preventScroll: true });
}

/** @param {string} iso */
function day(iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleDateString('en', { dateStyle: 'long' });
}
