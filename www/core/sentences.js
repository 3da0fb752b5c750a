// Owns which message of the core's catalogue a sentence of the core is, and what was put into it. The English messages
// are the sentences, so they are read backwards: what is called `what…` is as it was given, `why…` is words of the
// core again, and all else is a number. Invariant: of two that a sentence could be, it is the one that says more.

/** @typedef {string | { type: string, name: string }} Part */
/** @typedef {{ id: string, value: string | Part[] | null }} Message */
/** @typedef {{ id: string, given: [name: string, text: string][] }} Found */

/** @param {string} text */
const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param {Message} message */
function pattern({ id, value }) {
  const parts = typeof value === 'string' ? [value] : (value ?? []);
  /** @type {string[]} */
  const names = [];
  let length = 0;
  const source = parts.map((part) => {
    if (typeof part === 'string') {
      length += part.length;
      return plain(part);
    }
    names.push(part.name);
    return isWords(part.name) ? '(.+?)' : '(\\d+)';
  });
  return { id, names, length, shape: new RegExp(`^${source.join('')}$`, 'su') };
}

/** @param {string} name */
function isWords(name) {
  return /^wh(at|y)/.test(name);
}

/** Whether it is words of the core again. @param {string} name */
export function isTold(name) {
  return name.startsWith('why');
}

/**
 * What finds the message that a sentence is.
 * @param {Message[]} messages in English
 * @returns {(words: string) => Found | undefined}
 */
export function reader(messages) {
  const patterns = messages.map(pattern).sort((one, other) => other.length - one.length);
  return (words) => {
    for (const { id, names, shape } of patterns) {
      const found = shape.exec(words);
      if (found) return { id, given: names.map((name, index) => [name, found[index + 1] ?? '']) };
    }
    return undefined;
  };
}

/** What is put into a message: as it was given, or the number that it is. @param {string} name @param {string} text */
export function asGiven(name, text) {
  return isWords(name) ? text : Number(text);
}
