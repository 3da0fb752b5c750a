// Owns the tour: four steps that say what there is to do, each beside what it speaks of. Invariants: it can be left
// at any step, by Escape too; it changes nothing, and does not come by itself again.

import { number, t } from '../view/catalogue.js';
import { button, el } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';
import { spelled } from './spelled.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ title: string, text: string, at: () => Element | null }} Step */

const SETTING = 'tour';

/**
 * @param {App} app
 * @returns {Step[]}
 */
function steps(app) {
  const key = (/** @type {string} */ id) => app.commands.keysOf(id).map(spelled)[0] ?? t('tour-palette');
  return [
    {
      title: t('tour-machine'),
      text: t('tour-machine-text', { key: key('entity.next') }),
      at: () => app.article.root.querySelector('.mention'),
    },
    {
      title: t('tour-mark'),
      text: t('tour-mark-text', { caret: key('caret'), mark: key('mark'), note: key('note') }),
      at: () => app.article.root.querySelector('[data-kind=paragraph]'),
    },
    {
      title: t('tour-names'),
      text: t('tour-names-text', {
        everything: key('everything'),
        search: key('search'),
        keys: key('keys'),
      }),
      at: () => document.getElementById('find'),
    },
    {
      title: t('tour-stays'),
      text: t('tour-stays-text'),
      at: () => document.getElementById('saved'),
    },
  ];
}

/** @param {App} app */
export async function tour(app) {
  await stylesheet('work/tour.css');
  document.querySelector('dialog.tour')?.remove();
  const all = steps(app);
  let at = 0;
  const title = el('h2', { class: 'card-name' });
  const text = el('p', {});
  const count = el('p', { class: 'card-also' });
  const back = button(t('tour-back'), () => go(-1));
  const next = button(t('tour-next'), () => go(1), { class: 'button small strong' });
  const skip = button(t('tour-skip'), () => dialog.close());
  const dialog = el(
    'dialog',
    {
      class: 'card tour',
      'aria-label': t('tour-head'),
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        dialog.close();
      },
      close: () => {
        for (const shown of document.querySelectorAll('.toured')) shown.classList.remove('toured');
        dialog.remove();
        app.keep(SETTING, 'done');
        app.emit('annotations');
        app.article.root.focus({ preventScroll: true });
        app.say(t('tour-again', { key: app.commands.keysOf('everything').map(spelled)[0] ?? '' }));
      },
    },
    el('div', { 'aria-live': 'polite' }, title, text),
    el('div', { class: 'card-actions' }, count, el('span', { class: 'gap' }), skip, back, next),
  );
  const show = () => {
    const step = all[at];
    if (!step) return;
    for (const shown of document.querySelectorAll('.toured')) shown.classList.remove('toured');
    const target = step.at();
    target?.classList.add('toured');
    target?.scrollIntoView({ block: 'nearest' });
    title.textContent = step.title;
    text.textContent = step.text;
    count.textContent = t('count-of', { count: number(at + 1), all: number(all.length) });
    back.hidden = at === 0;
    skip.hidden = at === all.length - 1;
    next.textContent = t(at === all.length - 1 ? 'done' : 'tour-next');
  };
  const go = (/** @type {1 | -1} */ way) => {
    at += way;
    if (at >= all.length) dialog.close();
    else {
      show();
      next.focus();
    }
  };
  app.float.close({ focus: false });
  document.body.append(dialog);
  show();
  dialog.show();
  next.focus();
}
