// Owns the error of a file that gives no article. Invariant: its message says what is the matter and what to do.

export class Unreadable extends Error {
  /** @param {string} message one or two sentences, of which the last says what to do */
  constructor(message) {
    super(message);
    this.name = 'Unreadable';
  }
}
