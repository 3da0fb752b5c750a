// Owns the tour: four steps that say what there is to do, each beside what it speaks of. Invariants: it can be left
// at any step, by Escape too; it changes nothing, and does not come by itself again.

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
  const key = (/** @type {string} */ id) => app.commands.keysOf(id).map(spelled)[0] ?? 'the palette';
  return [
    {
      title: 'The machine underlines',
      text: `Persons, places, organisations, dates and numbers have a thin line. Point at one, tap it, or press ${key('entity.next')} for its card. What it got wrong you correct there.`,
      at: () => app.article.root.querySelector('.mention'),
    },
    {
      title: 'You mark',
      text: `Select words and choose a colour, a note or a tag; your note stands beside its passage. By keyboard: ${key('caret')} for a caret, Shift with the arrows, then ${key('mark')} or ${key('note')}.`,
      at: () => app.article.root.querySelector('[data-kind=paragraph]'),
    },
    {
      title: 'Everything has a name',
      text: `${key('everything')} finds every command, article, entity and note by some of their letters; ${key('search')} searches the text; ${key('keys')} shows all keys.`,
      at: () => document.getElementById('find'),
    },
    {
      title: 'It stays with you',
      text: 'Everything is kept on this device and nowhere else, and the line below says so. Export takes it along; a backup is under “Articles”.',
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
  const back = button('Back', () => go(-1));
  const next = button('Next', () => go(1), { class: 'button small strong' });
  const skip = button('Skip the tour', () => dialog.close());
  const dialog = el(
    'dialog',
    {
      class: 'card tour',
      'aria-label': 'Tour',
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
        app.say(`The tour is in the palette: ${app.commands.keysOf('everything').map(spelled)[0] ?? ''}`);
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
    count.textContent = `${at + 1} of ${all.length}`;
    back.hidden = at === 0;
    skip.hidden = at === all.length - 1;
    next.textContent = at === all.length - 1 ? 'Done' : 'Next';
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
