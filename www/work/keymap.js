// Owns the map of keys: what each does, and how the reader binds it anew. Invariant: a key that did something
// else is taken from it only when the reader says so.

import { list, t } from '../view/catalogue.js';
import { chordOf } from '../view/commands.js';
import { button, el } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';
import { nameOf, spelled } from './spelled.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/commands.js').Command} Command */

const GROUPS = /** @type {const} */ (['going', 'caret', 'marking', 'showing', 'everywhere', 'more']);
/** What no command owns. */
/** @type {[key: string, does: string][]} */
const FIXED = [
  ['Mod+v', 'key-does-paste'],
  ['Tab', 'key-does-tab'],
  ['Escape', 'key-does-escape'],
];
/** Keys that a browser does not give away, or that must stay what they are. */
const KEPT = /^(Tab|Shift\+Tab|Escape|Mod\+(Shift\+)?[nqtw]|Mod\+[acvx]|F5|Mod\+r)$/;

/** @type {Keymap | undefined} */
let shown;

/** @param {App} app */
export async function show(app) {
  await stylesheet('work/work.css');
  shown ??= new Keymap(app);
  shown.show();
}

class Keymap {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** The command whose new key is waited for. @type {string | undefined} */
    this.waiting = undefined;
    this.said = el('p', { class: 'hint', role: 'status' });
    this.body = el('div', { class: 'key-groups' });
    this.letters = el('input', {
      type: 'checkbox',
      change: () => app.keep('keys', this.letters.checked ? null : 'off'),
    });
    this.dialog = el(
      'dialog',
      {
        class: 'card keys',
        'aria-label': t('keys-button'),
        keydown: (/** @type {KeyboardEvent} */ event) => this.pressed(event),
        close: () => (this.waiting = undefined),
      },
      el('p', { class: 'card-name', text: t('keys-button') }),
      el('label', { class: 'check' }, this.letters, ` ${t('keys-letters')}`),
      this.said,
      this.body,
      el(
        'div',
        { class: 'card-actions' },
        button(t('keys-reset'), () => this.reset()),
        el('span', { class: 'gap' }),
        button(t('close'), () => this.dialog.close()),
      ),
    );
    document.body.append(this.dialog);
  }

  show() {
    this.letters.checked = this.app.setting('keys') !== 'off';
    this.said.textContent = t('keys-how');
    this.fill();
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** @param {string} [focus] id of the command whose button gets the focus */
  fill(focus) {
    const { commands } = this.app;
    const all = [...commands.all.values()];
    this.body.replaceChildren(
      ...GROUPS.flatMap((group) => {
        const here = all.filter((command) => (command.group ?? 'more') === group);
        if (here.length === 0) return [];
        const rows = here.map((command) => this.row(command));
        if (group === 'everywhere') rows.push(...FIXED.map(([key, what]) => fixed(key, t(what))));
        return [
          el('h3', { class: 'key-group', id: `keys-${group}`, text: t(`keys-of-${group}`) }),
          el('table', { 'aria-labelledby': `keys-${group}` }, el('tbody', {}, ...rows)),
        ];
      }),
    );
    if (focus !== undefined)
      /** @type {HTMLElement | null} */ (this.body.querySelector(`[data-id="${focus}"]`))?.focus();
  }

  /** @param {Command} command */
  row({ id }) {
    const { commands } = this.app;
    const name = nameOf(id);
    const keys = commands.keysOf(id);
    const waits = this.waiting === id;
    return el(
      'tr',
      {},
      el('th', { scope: 'row', text: name }),
      el('td', {}, ...(waits ? [el('em', { text: t('keys-press') })] : chips(keys))),
      el(
        'td',
        { class: 'key-actions' },
        button(t(waits ? 'cancel' : 'keys-change'), () => (waits ? this.stop() : this.wait(id)), {
          'aria-label': t(waits ? 'cancel-named' : 'keys-change-named', { name }),
          'data-id': id,
        }),
        waits
          ? button(t('keys-none'), () => this.bind(id, []), { 'aria-label': t('keys-none-named', { name }) })
          : null,
        !waits && commands.isOwn(id)
          ? button(t('keys-first'), () => this.bind(id, undefined), {
              'aria-label': t('keys-first-named', { name }),
            })
          : null,
      ),
    );
  }

  /** @param {string} id */
  wait(id) {
    this.waiting = id;
    this.said.textContent = t('keys-wait', { name: nameOf(id) });
    this.fill(id);
  }

  stop() {
    const id = this.waiting;
    this.waiting = undefined;
    this.said.textContent = t('cancelled');
    this.fill(id);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const id = this.waiting;
    if (!id || event.isComposing) return;
    const chord = chordOf(event);
    const onButton = event.target instanceof HTMLButtonElement && event.target.dataset['id'] !== id;
    if (!chord || chord === 'Tab' || chord === 'Shift+Tab' || (onButton && /^(Enter|Space)$/.test(chord)))
      return;
    event.preventDefault();
    event.stopPropagation();
    if (chord === 'Escape') return this.stop();
    const { commands } = this.app;
    if (KEPT.test(chord)) {
      this.said.textContent = t('keys-of-browser', { key: spelled(chord) });
    } else if (commands.begins(chord)) {
      this.said.textContent = t('keys-begins', { key: spelled(chord) });
    } else {
      const taken = commands.others(chord, id);
      if (taken.length === 0) this.bind(id, [chord]);
      else this.ask(id, chord, taken);
    }
  }

  /**
   * The key does something else already.
   * @param {string} id
   * @param {string} chord
   * @param {Command[]} taken
   */
  ask(id, chord, taken) {
    const name = list(
      taken.map((other) => t('quoted', { what: nameOf(other.id) })),
      'conjunction',
    );
    const take = button(t('keys-take'), () => {
      const { commands } = this.app;
      for (const other of taken)
        commands.bind(
          other.id,
          commands.keysOf(other.id).filter((key) => key !== chord),
        );
      this.bind(id, [chord]);
    });
    this.said.replaceChildren(t('keys-taken', { key: spelled(chord), name }), ' ', take, ' ', t('keys-or'));
    take.focus();
  }

  /**
   * @param {string} id
   * @param {string[] | undefined} keys
   */
  bind(id, keys) {
    const { commands } = this.app;
    this.waiting = undefined;
    commands.bind(id, keys);
    const now = list(commands.keysOf(id).map(spelled), 'disjunction');
    this.said.textContent = t(now ? 'keys-now' : 'keys-none-now', { name: nameOf(id), key: now });
    this.fill(id);
  }

  reset() {
    this.waiting = undefined;
    this.app.commands.reset();
    this.said.textContent = t('keys-all-first');
    this.fill();
  }
}

/** @param {string[]} keys */
function chips(keys) {
  return keys.length > 0
    ? keys.map((key) => el('kbd', { text: spelled(key) }))
    : [el('span', { class: 'visually-hidden', text: t('keys-no') })];
}

/**
 * @param {string} key
 * @param {string} what
 */
function fixed(key, what) {
  return el('tr', {}, el('th', { scope: 'row', text: what }), el('td', {}, ...chips([key])), el('td', {}));
}
