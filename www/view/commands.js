// Owns the registry of everything that can be done by name: the keys, the palette and the map of keys read it, and
// views add to it. Invariants: an id is had once; what the reader bound goes before what a command came with.

/** @typedef {import('./app.js').App} App */
/**
 * @typedef {{
 *   id: string,
 *   keys?: string[],
 *   when?: () => boolean,
 *   run: (event?: KeyboardEvent) => unknown,
 *   shift?: boolean,
 *   typing?: boolean,
 *   behind?: boolean,
 *   listed?: boolean,
 *   group?: 'going' | 'caret' | 'marking' | 'showing' | 'everywhere' | 'more',
 * }} Command
 * What it does is told by the message `command-ID`, with the palette. `keys` are chords: `j`, `?`, `Enter`, `Mod+k` (Ctrl or Cmd),
 * `Alt+ArrowUp`, or two one after the other, `g t`. `when` says whether it can be done now. `run` answers false
 * when a key meant nothing here and goes on to the browser. With `shift` the same keys with Shift run it too, with
 * `typing` also in a field, with `behind` also while a dialog is open. `listed: false` keeps it out of the palette;
 * `group` is its part of the map of keys.
 */

/**
 * @typedef {{ name: string, run: () => unknown, detail?: string }} Found
 * @typedef {{ kind: 'article', items: () => Found[] }} Source what else the palette finds
 */

/** Name of the setting: a list of chords by the command's id, as JSON. */
const SETTING = 'bindings';

export class Commands {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<string, Command>} */
    this.all = new Map();
    /** Who answers a chord, the latest bound first. @type {Map<string, Command[]> | undefined} */
    this.table = undefined;
    /** What the palette finds beside commands. @type {Source[]} */
    this.sources = [];
    /** What the reader bound. @type {Record<string, string[]>} */
    this.own = {};
  }

  /** @param {...Command} commands */
  add(...commands) {
    for (const command of commands) this.all.set(command.id, command);
    this.table = undefined;
  }

  /** Takes what the reader bound from the settings. */
  read() {
    this.own = bindings(this.app.setting(SETTING));
    this.table = undefined;
  }

  /** Those that can be done now, in the order in which they were added. */
  available() {
    return [...this.all.values()].filter((command) => command.when?.() ?? true);
  }

  /** @param {string} id */
  keysOf(id) {
    return this.own[id] ?? this.all.get(id)?.keys ?? [];
  }

  /** Whether the reader bound it anew. @param {string} id */
  isOwn(id) {
    return id in this.own;
  }

  /**
   * Runs a command as if it was chosen from a list.
   * @param {string} id
   */
  run(id) {
    return this.all.get(id)?.run();
  }

  /**
   * Binds a command to chords; undefined gives it back those that it came with.
   * @param {string} id
   * @param {string[] | undefined} keys
   */
  bind(id, keys) {
    const own = { ...this.own };
    if (keys) own[id] = keys;
    else delete own[id];
    this.keep(own);
  }

  /** All keys are again what they came as. */
  reset() {
    this.keep({});
  }

  /** @param {Record<string, string[]>} own */
  keep(own) {
    this.own = own;
    this.table = undefined;
    this.app.keep(SETTING, Object.keys(own).length > 0 ? JSON.stringify(own) : null);
  }

  /**
   * Those that answer the chord, apart from one.
   * @param {string} chord
   * @param {string} [id]
   */
  others(chord, id) {
    return (this.lookup().get(chord) ?? []).filter((command) => command.id !== id);
  }

  /**
   * The command that a chord runs now, if any.
   * @param {string} chord
   * @returns {Command | undefined}
   */
  find(chord) {
    const of = (/** @type {string} */ keys) =>
      this.lookup()
        .get(keys)
        ?.find((command) => command.when?.() ?? true);
    const exact = of(chord);
    if (exact) return exact;
    const bare = chord.replace('Shift+', '');
    const shifted = bare === chord ? undefined : of(bare);
    if (shifted?.shift) return shifted;
    // A capital letter is its small one where nothing else is bound to it.
    return /^[A-Z]$/.test(chord) ? of(chord.toLowerCase()) : undefined;
  }

  /** Whether the chord is the first of two. @param {string} chord */
  begins(chord) {
    return [...this.lookup().keys()].some((keys) => keys.startsWith(`${chord} `));
  }

  lookup() {
    if (this.table) return this.table;
    /** @type {Map<string, Command[]>} */
    const table = new Map();
    for (const command of this.all.values())
      for (const chord of this.keysOf(command.id)) {
        const present = table.get(chord) ?? [];
        if (this.isOwn(command.id)) present.unshift(command);
        else present.push(command);
        table.set(chord, present);
      }
    this.table = table;
    return table;
  }
}

/**
 * The chord that an event is, undefined while only Shift and its like are down.
 * @param {KeyboardEvent} event
 * @returns {string | undefined}
 */
export function chordOf(event) {
  const { key } = event;
  if (/^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified)$/.test(key)) return undefined;
  // AltGr types signs such as `[` and is no Ctrl + Alt.
  const types = key.length === 1 && event.getModifierState('AltGraph');
  const mod = (event.ctrlKey || event.metaKey) && !types;
  const alt = event.altKey && !types;
  const name = key === ' ' ? 'Space' : key;
  const bare = name.length === 1 && !mod && !alt;
  return [
    mod ? 'Mod' : '',
    alt ? 'Alt' : '',
    event.shiftKey && !bare ? 'Shift' : '',
    bare ? name : name.length === 1 ? name.toLowerCase() : name,
  ]
    .filter(Boolean)
    .join('+');
}

/**
 * @param {string | undefined} json
 * @returns {Record<string, string[]>}
 */
function bindings(json) {
  try {
    const value = JSON.parse(json ?? '{}');
    const entries = Object.entries(value).filter(
      ([, keys]) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'),
    );
    return Object.fromEntries(/** @type {[string, string[]][]} */ (entries));
  } catch {
    return {};
  }
}
