// Owns the keyboard: which command a key runs. Invariant: single letters rest while the reader types and when
// they are switched off; keys with Ctrl or Cmd and Escape always work.

import { t } from './catalogue.js';
import { chordOf } from './commands.js';
import { byId, isField } from './dom.js';
import { COLOURS } from './labels.js';
import { lazily, Part } from './lazy.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./commands.js').Command} Command */
/**
 * @typedef {{
 *   app: App,
 *   toolbar: import('./toolbar.js').Toolbar,
 *   notes: import('./notes.js').Notes,
 *   card: import('./card.js').Card,
 *   sheets: import('./sheets.js').Sheets,
 * }} Parts
 */

/** So many milliseconds the second of two keys may take. */
const SECOND = 1500;
/** How the caret moves: the unit, the keys forward, the keys back. */
const MOVES = /** @type {const} */ ([
  ['character', ['ArrowRight'], ['ArrowLeft']],
  ['line', ['ArrowDown'], ['ArrowUp']],
  ['edge', ['End'], ['Home']],
  ['word', ['Mod+ArrowRight', 'Alt+ArrowRight'], ['Mod+ArrowLeft', 'Alt+ArrowLeft']],
  ['sentence', ['Alt+ArrowDown'], ['Alt+ArrowUp']],
  ['paragraph', ['Mod+ArrowDown'], ['Mod+ArrowUp']],
  ['mention', ['Alt+]', 'Alt+Shift+}'], ['Alt+[', 'Alt+Shift+{']],
]);
const ACTED_ON = 'button, a, summary, select, input, label, .mention';

export class Keys {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.app = parts.app;
    /** The first of two keys, when it was pressed. */
    this.first = { chord: '', at: 0 };
    this.moving = new Part(
      this.app,
      () => import('../work/caret.js'),
      ({ caret }) => caret(this.app),
    );
    /** Whether an article is open. */
    this.reading = () => this.app.open !== undefined;
    this.app.commands.read();
    this.app.commands.add(...this.commands());
    byId('keys-button').addEventListener('click', () => void this.map());
    document.addEventListener('keydown', (event) => this.pressed(event));
    if (this.app.setting('relations') === 'on') void this.relations(false);
  }

  /** Whether keys without Ctrl or Cmd do something. */
  get letters() {
    return this.app.setting('keys') !== 'off';
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.defaultPrevented || event.isComposing) return;
    // Another dialog closes by itself, and what lies behind it stays as it is.
    const behind = document.querySelector('dialog[open]') !== null;
    if (event.key === 'Escape') {
      if (!behind) this.escape();
      return;
    }
    const chord = chordOf(event);
    if (!chord) return;
    const typing = isField(event.target);
    const plain = !/^(Mod|Alt)\+/.test(chord);
    const letter = plain && !/(Arrow\w+|Home|End|F\d+)$/.test(chord);
    if ((plain && (typing || behind)) || (letter && !this.letters)) return;
    const command = this.command(chord, event.timeStamp);
    if (!command || (typing && !command.typing) || (behind && !command.behind)) return;
    if (this.moving.coming) {
      // Keys act in the order in which they were pressed.
      event.preventDefault();
      void this.moving.coming.then(() => command.run(event));
    } else if (command.run(event) !== false) event.preventDefault();
  }

  /**
   * What a chord runs, alone or after the one before it.
   * @param {string} chord
   * @param {number} now
   */
  command(chord, now) {
    const { commands } = this.app;
    const { first } = this;
    this.first = { chord: '', at: 0 };
    if (first.chord !== '' && now - first.at < SECOND) {
      const both = commands.find(`${first.chord} ${chord}`);
      if (both) return both;
    }
    if (commands.begins(chord)) this.first = { chord, at: now };
    return commands.find(chord);
  }

  /** Closes the top thing, one at a time. */
  escape() {
    const { app, notes, sheets } = this.parts;
    if (app.float.close()) return;
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed && app.article.selected()) {
      selection.collapseToEnd();
      return;
    }
    if (sheets.close() || notes.reattach.cancel()) return;
    app.marks.activate(undefined);
  }

  /** @returns {Command[]} */
  commands() {
    return [...this.going(), ...this.caret(), ...this.marking(), ...this.everywhere()];
  }

  /** @returns {Command[]} */
  going() {
    const { app } = this;
    /** @type {[id: string, key: string, run: () => void][]} */
    const moves = [
      ['mark.next', 'j', () => this.stepMark(1)],
      ['mark.previous', 'k', () => this.stepMark(-1)],
      ['entity.next', ']', () => app.mentions.step(1)],
      ['entity.previous', '[', () => app.mentions.step(-1)],
      ['mention.next', 'n', () => this.stepWithin(1)],
      ['mention.previous', 'p', () => this.stepWithin(-1)],
    ];
    return moves.map(([id, key, run]) => ({
      id,
      keys: [key],
      run,
      when: this.reading,
      group: 'going',
    }));
  }

  /**
   * The caret: its keys select with Shift, and without Shift only while it is on.
   * @returns {Command[]}
   */
  caret() {
    const { app } = this;
    const inText = () => {
      const { activeElement } = document;
      return this.reading() && (activeElement === document.body || app.article.root.contains(activeElement));
    };
    const move = (
      /** @type {string} */ unit,
      /** @type {readonly string[]} */ keys,
      /** @type {1 | -1} */ way,
    ) => ({
      id: `caret.${unit}.${way > 0 ? 'next' : 'previous'}`,
      keys: [...keys],
      shift: true,
      listed: false,
      when: inText,
      run: (/** @type {KeyboardEvent | undefined} */ event) => {
        const extend = event?.shiftKey ?? false;
        if (!extend && app.setting('caret') !== 'on') return false;
        this.moving.use((it) => it.move(/** @type {import('../work/caret.js').Unit} */ (unit), way, extend));
        return true;
      },
    });
    /** @type {Command[]} */
    const commands = [
      {
        id: 'caret',
        keys: ['c'],
        when: this.reading,
        run: () => this.moving.use((it) => it.toggle()),
      },
      ...MOVES.flatMap(([unit, forward, back]) => [move(unit, forward, 1), move(unit, back, -1)]),
    ];
    return commands.map((command) => ({ ...command, group: 'caret' }));
  }

  /** @returns {Command[]} */
  marking() {
    const { app, toolbar } = this.parts;
    /** @type {Command[]} */
    const commands = [
      {
        id: 'mark',
        keys: ['h'],
        run: () => this.mark(toolbar.colour),
      },
      ...COLOURS.map(({ colour }, index) => ({
        id: `mark.${colour}`,
        keys: [String(index + 1)],
        run: () => this.mark(colour),
      })),
      { id: 'note', keys: ['m', 'Enter'], run: (event) => this.note(event) },
      { id: 'tag', keys: ['t'], run: () => this.write('tags') },
      {
        id: 'copy',
        keys: ['y'],
        run: () => void toolbar.copy(),
      },
      {
        id: 'link',
        keys: ['r'],
        run: () => toolbar.link(),
      },
      {
        id: 'delete',
        keys: ['Delete', 'Backspace'],
        when: () => app.marks.active !== undefined,
        run: () => this.remove(),
      },
    ];
    return commands.map((command) => ({ when: this.reading, group: 'marking', ...command }));
  }

  /** @returns {Command[]} */
  everywhere() {
    const { app, notes } = this.parts;
    const lines = () => {
      app.draw(app.off, !app.lines);
      app.say(t(app.lines ? 'lines-on' : 'lines-off'));
    };
    /** @type {Command[]} */
    const commands = [
      { id: 'undo', keys: ['z', 'Mod+z'], behind: true, run: () => void app.undo() },
      { id: 'redo', keys: ['Mod+Shift+z', 'Mod+y'], behind: true, run: () => void app.redo() },
      { id: 'history', run: () => void notes.history() },
      {
        id: 'everything',
        keys: ['Mod+k'],
        typing: true,
        listed: false,
        run: () => void this.everything(),
      },
      { id: 'tour', run: () => void this.tour() },
      {
        id: 'compare',
        group: 'showing',
        when: this.reading,
        run: () => void this.compare(),
      },
      { id: 'keys', keys: ['?'], run: () => void this.map() },
      {
        id: 'relations',
        keys: ['l'],
        group: 'showing',
        when: this.reading,
        run: () => void this.relations(),
      },
      { id: 'lines', keys: ['e'], group: 'showing', run: lines },
      {
        id: 'notes.filter',
        keys: ['f'],
        group: 'showing',
        run: () => notes.filter(),
      },
      {
        id: 'notes.whole',
        when: this.reading,
        group: 'marking',
        run: () => notes.onWhole(),
      },
      {
        id: 'colours',
        group: 'more',
        run: () => void notes.colours(),
      },
    ];
    return commands.map((command) => ({ group: 'everywhere', ...command }));
  }

  /**
   * Enter on a control is the control's.
   * @param {KeyboardEvent} [event]
   */
  note(event) {
    if (event?.key === 'Enter' && event.target instanceof Element && event.target.closest(ACTED_ON))
      return false;
    return this.write('note');
  }

  /** Two articles side by side. */
  async compare() {
    const part = await lazily(this.app, () => import('../work/compare.js'));
    await part?.compare(this.app);
  }

  /** What there is to do, in four steps. */
  async tour() {
    const part = await lazily(this.app, () => import('../work/tour.js'));
    await part?.tour(this.app);
  }

  /**
   * Lines between the passages of relations.
   * @param {boolean} [toggle]
   */
  async relations(toggle = true) {
    const part = await lazily(this.app, () => import('../work/relations.js'));
    const lines = await part?.relations(this.app);
    if (toggle) lines?.toggle();
  }

  /** The palette of all that can be done. */
  async everything() {
    const part = await lazily(this.app, () => import('../work/everything.js'));
    part?.show(this.app, this.parts);
  }

  /** The map of keys. */
  async map() {
    const part = await lazily(this.app, () => import('../work/keymap.js'));
    part?.show(this.app);
  }

  /** @param {import('./labels.js').Colour} colour */
  mark(colour) {
    const { app, toolbar } = this.parts;
    if (toolbar.highlight(colour)) return;
    const { active } = app.marks;
    if (active) app.change((core) => core.update(active, { colour }), t('colour-changed'));
    else app.say(t('select-first'));
  }

  /** @param {'note' | 'tags'} field */
  write(field) {
    const { app, toolbar, notes } = this.parts;
    if (toolbar.note(field)) return;
    if (app.marks.active) notes.edit(app.marks.active, field);
    else app.say(t('select-first'));
  }

  /** @returns {boolean} whether there was a mark to remove */
  remove() {
    const { app } = this;
    const mark = app.marks.active ? app.annotation(app.marks.active) : undefined;
    if (!mark) return false;
    app.change((core) => core.remove(mark.id), t(mark.note ? 'note-removed' : 'highlight-removed'));
    return true;
  }

  /** @param {1 | -1} direction */
  stepMark(direction) {
    const { app, notes, card } = this.parts;
    const list = app.marks.list().sort((a, b) => a.start - b.start || a.end - b.end);
    const index = list.findIndex((mark) => mark.id === app.marks.active);
    const here = app.place().start;
    const next =
      index >= 0
        ? list[index + direction]
        : direction > 0
          ? list.find((mark) => mark.start >= here)
          : list.findLast((mark) => mark.end <= here);
    if (!next) {
      app.say(t(list.length === 0 ? 'marks-none' : direction > 0 ? 'mark-no-further' : 'mark-no-earlier'));
      return;
    }
    app.article.root.focus({ preventScroll: true });
    notes.toPassage(next.id);
    card.showMark(next);
    app.say(t(next.note ? 'mark-is-note' : 'mark-is-highlight', { quote: next.quote.slice(0, 80) }));
  }

  /** @param {1 | -1} direction */
  stepWithin(direction) {
    const { app } = this;
    const focused = document.activeElement ? app.mentions.records.get(document.activeElement) : undefined;
    const shown = focused ?? app.mentions.records.get(this.parts.card.owner ?? document.body);
    if (shown) app.mentions.stepWithin(shown, direction);
    else app.say(t('entity-none-here'));
  }
}
