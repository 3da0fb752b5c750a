// Owns later versions of an article: what is said when one comes, what changed in it, and the notes that come
// along. Invariant: nothing is carried over, and nothing gives way, before the reader says so.

import { date as day, t } from '../view/catalogue.js';
import { button, el, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';

export { ready } from './words.js';

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
  const notes = article.annotations;
  const words = t(earlier.same ? 'version-same' : 'version-later', {
    title: shorten(article.title, 80),
    when: day(article.created),
    notes: notes === 0 ? t('version-no-notes') : t('version-notes', { count: notes }),
  });
  const opener = /** @type {HTMLElement} */ (document.getElementById('library-button'));
  const close = () => app.float.close();
  const goBack = async () => {
    close();
    await app.wait((core) => core.open(earlier.id));
    if (current) app.ask((core) => core.removeArticle(current));
    app.showArticle();
    app.say(t('copy-removed'), 'undo');
  };
  const take = async () => {
    close();
    const carried = await app.wait((core) => core.carryOver(earlier.id));
    if (!carried) return;
    app.refresh();
    app.emit('library');
    const { placed, lost: lostOnes } = carried;
    app.say(t(lostOnes > 0 ? 'carried-some' : 'carried', { placed, lost: lostOnes }), 'undo');
  };
  const actions = earlier.same
    ? [button(t('version-open-that'), () => void goBack(), { class: 'button small strong' })]
    : [
        button(t(notes > 0 ? 'carry-over' : 'version-keep'), () => void take(), {
          class: 'button small strong',
        }),
        button(t('version-show'), () => void showChanges(app, article, take)),
      ];
  const card = el(
    'div',
    {
      class: 'card panel',
      role: 'dialog',
      'aria-label': t('version'),
      'aria-describedby': 'earlier-words',
    },
    el('p', { class: 'card-name', text: t(earlier.same ? 'version-have' : 'version-new') }),
    el('p', { id: 'earlier-words', text: words }),
    el('div', { class: 'card-actions' }, ...actions, button(t('version-apart'), close)),
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
  const close = button(t('close'), () => app.float.close());
  const list = el(
    'div',
    { class: 'changes', tabindex: '0', role: 'group', 'aria-label': t('changes') },
    ...elements,
  );
  const card = el(
    'div',
    { class: 'card panel', role: 'dialog', 'aria-label': t('what-changed') },
    el('p', { class: 'card-name', text: t('what-changed') }),
    el('p', {
      class: 'card-also',
      text: t('changes-sum', { when: day(earlier.created), added, removed }),
    }),
    list,
    el(
      'div',
      { class: 'card-actions' },
      take && button(t('carry-over'), () => void take(), { class: 'button small strong' }),
      close,
    ),
  );
  app.float.show(card, { anchor: () => opener.getBoundingClientRect(), giveBack: () => opener.focus() });
  list.focus({ preventScroll: true });
}
