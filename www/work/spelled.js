// Owns how commands and keys are called. Pure.

import { t } from '../view/catalogue.js';

const ARROWS = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
/** Keys that languages have names for; others stand as browsers call them. */
const NAMED = /^(Mod|Alt|Shift|Escape|Enter|Space|Tab|Delete|Backspace|Home|End)$/;

/** What a command does. @param {string} id */
export function nameOf(id) {
  const name = id.replaceAll('.', '-');
  return t(`command-${name}`);
}

/**
 * A chord as it is written for readers.
 * @param {string} chord
 * @returns {string}
 */
export function spelled(chord) {
  return chord
    .split(' ')
    .map((one) =>
      one
        .split(/\+(?=.)/)
        .map(key)
        .join(' + '),
    )
    .join(' ');
}

/**
 * @param {string} name
 * @param {number} index letters that go with other keys are written large
 */
function key(name, index) {
  if (name === 'Mod' && /Mac|iP(hone|ad)/.test(navigator.platform)) return 'Cmd';
  if (NAMED.test(name)) return t(`key-${name}`);
  const arrow = ARROWS[/** @type {keyof typeof ARROWS} */ (name)];
  return arrow ?? (index > 0 && name.length === 1 ? name.toUpperCase() : name);
}
