// Owns the map of keys: what each does, and how the reader binds it anew. Invariant: a key that did something
// else is taken from it only when the reader says so.

import { chordOf, spelled } from '../view/commands.js';
import { button, el } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/commands.js').Command} Command */

const GROUPS = /** @type {const} */ (['Going', 'Caret', 'Marking', 'Showing', 'Everywhere', 'More']);
/** What no command owns. */
const FIXED = [
  ['Mod+v', 'Open what you copied as an article'],
  ['Tab', 'Into the card or the toolbar'],
  ['Escape', 'Close the top thing, one at a time'],
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
        'aria-label': 'Keys',
        keydown: (/** @type {KeyboardEvent} */ event) => this.pressed(event),
        close: () => (this.waiting = undefined),
      },
      el('p', { class: 'card-name', text: 'Keys' }),
      el('label', { class: 'check' }, this.letters, ' Single-letter keys'),
      this.said,
      this.body,
      el(
        'div',
        { class: 'card-actions' },
        button('All keys as they were', () => this.reset()),
        el('span', { class: 'gap' }),
        button('Close', () => this.dialog.close()),
      ),
    );
    document.body.append(this.dialog);
  }

  show() {
    this.letters.checked = this.app.setting('keys') !== 'off';
    this.said.textContent = 'Press “Change” to give something another key.';
    this.fill();
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** @param {string} [focus] id of the command whose button gets the focus */
  fill(focus) {
    const { commands } = this.app;
    const all = [...commands.all.values()];
    this.body.replaceChildren(
      ...GROUPS.flatMap((group) => {
        const here = all.filter((command) => (command.group ?? 'More') === group);
        if (here.length === 0) return [];
        const rows = here.map((command) => this.row(command));
        if (group === 'Everywhere') rows.push(...FIXED.map(([key, what]) => fixed(key ?? '', what ?? '')));
        return [
          el('h3', { class: 'key-group', id: `keys-${group}`, text: group }),
          el('table', { 'aria-labelledby': `keys-${group}` }, el('tbody', {}, ...rows)),
        ];
      }),
    );
    if (focus !== undefined)
      /** @type {HTMLElement | null} */ (this.body.querySelector(`[data-id="${focus}"]`))?.focus();
  }

  /** @param {Command} command */
  row({ id, name }) {
    const { commands } = this.app;
    const keys = commands.keysOf(id);
    const waits = this.waiting === id;
    return el(
      'tr',
      {},
      el('th', { scope: 'row', text: name }),
      el('td', {}, ...(waits ? [el('em', { text: 'Press a key' })] : chips(keys))),
      el(
        'td',
        { class: 'key-actions' },
        button(waits ? 'Cancel' : 'Change', () => (waits ? this.stop() : this.wait(id)), {
          'aria-label': waits ? `Leave the key of “${name}” as it is` : `Change the key of “${name}”`,
          'data-id': id,
        }),
        waits ? button('None', () => this.bind(id, []), { 'aria-label': `No key for “${name}”` }) : null,
        !waits && commands.isOwn(id)
          ? button('As it was', () => this.bind(id, undefined), {
              'aria-label': `“${name}” on its first key`,
            })
          : null,
      ),
    );
  }

  /** @param {string} id */
  wait(id) {
    this.waiting = id;
    this.said.textContent = `Press the key for “${this.name(id)}”. Escape leaves it as it is.`;
    this.fill(id);
  }

  stop() {
    const id = this.waiting;
    this.waiting = undefined;
    this.said.textContent = 'Nothing was changed.';
    this.fill(id);
  }

  /** @param {string} id */
  name(id) {
    return this.app.commands.all.get(id)?.name ?? id;
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
      this.said.textContent = `${spelled(chord)} belongs to the browser. Press another key.`;
    } else if (commands.begins(chord)) {
      this.said.textContent = `${spelled(chord)} is the first of two keys of something else. Press another key.`;
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
    const names = taken.map((command) => `“${command.name}”`).join(' and ');
    const take = button('Use it here', () => {
      const { commands } = this.app;
      for (const other of taken)
        commands.bind(
          other.id,
          commands.keysOf(other.id).filter((key) => key !== chord),
        );
      this.bind(id, [chord]);
    });
    this.said.replaceChildren(`${spelled(chord)} is the key of ${names}. `, take, ' or press another key.');
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
    const now = commands.keysOf(id).map(spelled).join(' or ');
    this.said.textContent = now ? `“${this.name(id)}” is on ${now}.` : `“${this.name(id)}” has no key now.`;
    this.fill(id);
  }

  reset() {
    this.waiting = undefined;
    this.app.commands.reset();
    this.said.textContent = 'All keys are as they were at first.';
    this.fill();
  }
}

/** @param {string[]} keys */
function chips(keys) {
  return keys.length > 0
    ? keys.map((key) => el('kbd', { text: spelled(key) }))
    : [el('span', { class: 'visually-hidden', text: 'no key' })];
}

/**
 * @param {string} key
 * @param {string} what
 */
function fixed(key, what) {
  return el('tr', {}, el('th', { scope: 'row', text: what }), el('td', {}, ...chips([key])), el('td', {}));
}
