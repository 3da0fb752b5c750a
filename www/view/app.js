// Owns the page's ties to the core: every call that changes something goes through here, and every view hears
// of it here. Invariants: state lives in the core, the lists kept here are its last answers; what goes wrong is
// said; once the core is dead it is not called again, and the page keeps all text.

import { ArticleView } from './article.js';
import { t } from './catalogue.js';
import { Commands } from './commands.js';
import { byId } from './dom.js';
import { Float } from './float.js';
import { labelsIn } from './labels.js';
import { canTell, told, untilTold } from './lazy.js';
import { Mentions } from './mentions.js';
import { Marks } from './marks.js';
import { Reading } from './reading.js';

/** @typedef {import('../pkg/manicule.js').Core} Core */
/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./labels.js').EntityRecord} EntityRecord */
/** @typedef {import('./labels.js').MentionRecord} MentionRecord */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {'article' | 'mentions' | 'annotations' | 'filled' | 'passed' | 'status' | 'said' | 'library' | 'leave' | 'going' | 'active' | 'hits' | 'see' | 'chosen' | 'dead' | 'read'} EventName */
/** @typedef {{ words: string, action?: 'undo' | 'redo' | 'export' | 'backup' | undefined }} Said */

export class App {
  /** @param {Core} core */
  constructor(core) {
    this.core = core;
    this.dead = false;
    /** What became of the model that finds names. @type {import('./model.js').ModelState} */
    this.model = 'there';
    /** @type {Map<EventName, ((detail: any) => void)[]>} */
    this.listeners = new Map();
    /** @type {AnnotationRecord[]} */
    this.annotations = [];
    /** @type {Map<string, AnnotationRecord>} */
    this.annotationById = new Map();
    /** @type {EntityRecord[]} */
    this.entities = [];
    /** What the reader taught. @type {import('./labels.js').TaughtRecord[]} */
    this.taught = [];
    /** The quotations, once somebody asked. @type {import('./labels.js').QuotationRecord[] | undefined} */
    this.said = undefined;
    /** What the reader calls the colours, once somebody asked. @type {Partial<Record<string, string>> | undefined} */
    this.colours = undefined;
    /** Labels without a line. @type {Set<string>} */
    this.off = new Set(labelsIn(this.setting('off')));
    this.lines = this.setting('lines') !== 'off';
    /** What the reader typed and the core has not confirmed. @type {Set<string>} */
    this.drafts = new Set();
    /** @type {Span | undefined} */
    this.last = undefined;
    /** Id of the article that is shown. @type {string | undefined} */
    this.open = undefined;
    /** Ids of the articles that were there last. @type {Set<string>} */
    this.known = new Set();
    this.corrections = '';
    this.article = new ArticleView(byId('article'));
    this.reader = new Reading(this);
    /** All entities of the open article. @type {() => EntityRecord[]} */
    this.list = () => this.ask((core) => core.entities()) ?? this.entities;
    /** All its annotations. @type {() => AnnotationRecord[]} */
    this.gather = () => this.ask((core) => core.annotations()) ?? this.annotations;
    this.float = new Float(byId('main'));
    this.marks = new Marks(this);
    this.mentions = new Mentions(this);
    this.commands = new Commands(this);
  }

  /**
   * @param {EventName} name
   * @param {(detail: any) => void} listener
   */
  on(name, listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  /**
   * @param {EventName} name
   * @param {unknown} [detail]
   */
  emit(name, detail) {
    for (const listener of this.listeners.get(name) ?? []) listener(detail);
  }

  /**
   * Says something in the quiet line.
   * @param {string} words
   * @param {Said['action']} [action]
   */
  say(words, action) {
    this.emit('said', { words, action });
  }

  /** Says what the core says, all of it at once. @param {string[]} words */
  tell(...words) {
    const say = () => this.say(words.map(told).join(' '));
    if (canTell()) say();
    else void untilTold().then(say);
  }

  /**
   * Asks the core. What it refuses is said, and the answer is undefined.
   * @template T
   * @param {(core: Core) => T} ask
   * @returns {T | undefined}
   */
  ask(ask) {
    if (this.dead) return undefined;
    try {
      return ask(this.core);
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  /**
   * Has the core change something, then shows what came of it.
   * @template T
   * @param {(core: Core) => T} change
   * @param {string} [said] what to say of it, with a way back
   * @returns {T | undefined}
   */
  change(change, said) {
    if (this.dead) return undefined;
    let result;
    try {
      result = change(this.core);
    } catch (error) {
      this.failed(error);
      this.refresh();
      return undefined;
    }
    this.refresh();
    if (said) this.say(said, 'undo');
    return result;
  }

  /**
   * The same for what takes the core a while.
   * @template T
   * @param {(core: Core) => Promise<T>} change
   * @param {(error: unknown) => void} [refused] hears why it was not done, too
   * @returns {Promise<T | undefined>}
   */
  async wait(change, refused) {
    if (this.dead) return undefined;
    try {
      return await change(this.core);
    } catch (error) {
      this.failed(error);
      refused?.(error);
      return undefined;
    }
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof WebAssembly.RuntimeError || /null pointer passed to rust/.test(String(error))) {
      this.dead = true;
      this.emit('dead');
      this.emit('status');
      return;
    }
    this.tell(error instanceof Error ? error.message : String(error));
  }

  /** @returns {import('./labels.js').ArticleRecord[]} */
  articles() {
    return this.ask((core) => core.articles()) ?? [];
  }

  /**
   * Shows what becomes of the model; when it has come, what it finds in the open article.
   * @param {import('./model.js').ModelState} state
   */
  modelIs(state) {
    this.model = state;
    if (state === 'there') {
      this.ask((core) => core.tagAgain());
      this.corrections = '';
      this.refresh();
    } else this.reader.ask();
    this.emit('status');
  }

  /** Shows the open article, from the start; or that there is none. */
  showArticle() {
    const articles = this.articles();
    this.known = new Set(articles.map((article) => article.id));
    this.open = articles.find((article) => article.current)?.id;
    this.float.close({ focus: false });
    this.last = undefined;
    const text = this.open ? this.ask((core) => core.text()) : '';
    const blocks = this.open ? this.ask((core) => core.packedBlocks()) : undefined;
    this.corrections = '';
    this.read();
    this.article.show(text ?? '', blocks ?? new Uint32Array());
    this.reader.restart();
    this.emit('article');
    this.emit('mentions');
    this.emit('annotations');
    this.emit('library');
    this.reader.ask();
    this.emit('status');
    this.notices();
    this.reader.weigh();
  }

  /** Shows what was read of a long article. @param {boolean} whole */
  reread(whole) {
    this.corrections = '';
    this.refresh();
    if (!whole) return;
    if (this.model === 'there') this.emit('read');
    this.reader.weigh();
  }

  /** Shows what changed in the open article. */
  refresh() {
    const before = this.corrections;
    this.read();
    if (before !== this.corrections) this.emit('mentions');
    this.emit('annotations');
    this.reader.ask();
    this.emit('status');
    this.notices();
  }

  /** Takes the core's lists over. */
  read() {
    const before = this.corrections;
    const open = this.open !== undefined;
    this.colours = undefined;
    const annotations = open ? this.gather() : [];
    if (annotations !== this.annotations) {
      this.annotations = annotations;
      this.annotationById = new Map(annotations.map((a) => [a.id, a]));
    }
    const date = open ? this.ask((core) => core.date()?.value) : undefined;
    const corrections = this.annotations.filter((a) => a.kind === 'correction');
    this.taught = this.ask((core) => core.taught()) ?? this.taught;
    const hidden = open ? this.ask((core) => core.hidden()) : [];
    this.corrections = JSON.stringify([this.open, date, corrections, this.taught, hidden]);
    if (before === this.corrections) return;
    this.entities = open ? this.list() : [];
    this.said = undefined;
  }

  /** Who said what. */
  get quotations() {
    return (this.said ??= (this.open && this.ask((core) => core.quotations())) || []);
  }

  /** Says what the core has to say. */
  notices() {
    const notices = this.ask((core) => core.notices()) ?? [];
    if (notices.length > 0) this.tell(...notices.map(({ message }) => message));
  }

  /**
   * The mentions with a line.
   * @param {number} start
   * @param {number} end
   * @returns {MentionRecord[]}
   */
  mentionsIn(start, end) {
    if (!this.lines) return [];
    return (this.ask((core) => core.mentions(start, end)) ?? []).filter(
      (record) => !this.off.has(record.label) && !this.entity(record.entity)?.hidden,
    );
  }

  /**
   * @param {number} index
   * @returns {EntityRecord | undefined}
   */
  entity(index) {
    return this.entities[index];
  }

  /**
   * @param {string} id
   * @returns {AnnotationRecord | undefined}
   */
  annotation(id) {
    return this.annotationById.get(id);
  }

  /**
   * What the reader calls a colour.
   * @param {import('./labels.js').Colour} colour
   * @param {string} usual
   */
  colourName(colour, usual) {
    this.colours ??= this.ask((core) => core.colourNames());
    return this.colours?.[colour] ?? usual;
  }

  /** Texts to begin a note with. */
  templates() {
    return this.ask((core) => core.templates()) ?? [];
  }

  /** @param {string} name */
  setting(name) {
    return this.ask((core) => core.setting(name)) ?? undefined;
  }

  /**
   * @param {string} name
   * @param {string | null} value
   */
  keep(name, value) {
    this.ask((core) => core.setSetting(name, value));
    this.emit('status');
  }

  /**
   * Chooses which types have lines.
   * @param {Iterable<string>} off
   * @param {boolean} [lines]
   */
  draw(off, lines = true) {
    this.off = new Set(off);
    this.lines = lines;
    this.keep('off', this.off.size > 0 ? JSON.stringify([...this.off]) : null);
    this.keep('lines', lines ? null : 'off');
    this.emit('mentions');
  }

  /** Another window chose other lines. */
  redraw() {
    this.off = new Set(labelsIn(this.setting('off')));
    this.lines = this.setting('lines') !== 'off';
    this.emit('mentions');
  }

  /**
   * Where the reader is: a selection, the focused mention, the current mark, or the top of the window.
   * @returns {Span}
   */
  place() {
    const focused = document.activeElement ? this.mentions.records.get(document.activeElement) : undefined;
    if (focused) return focused;
    if (this.last) return this.last;
    const start = this.article.topmost()?.start ?? 0;
    return { start, end: start };
  }

  /**
   * Something typed waits for the core's word, or no longer.
   * @param {string} key
   * @param {boolean} waits
   */
  draft(key, waits) {
    if (waits) this.drafts.add(key);
    else this.drafts.delete(key);
    this.emit('status');
  }

  undo() {
    return this.back((core) => core.undo(), 'undone', 'redo', 'undo-nothing');
  }

  redo() {
    return this.back((core) => core.redo(), 'redone', 'undo', 'redo-nothing');
  }

  /**
   * @param {(core: Core) => string | undefined} step
   * @param {string} word
   * @param {'undo' | 'redo'} way back again
   * @param {string} nothing
   */
  async back(step, word, way, nothing) {
    const done = this.ask(step);
    await this.current();
    this.refresh();
    if (done !== undefined) this.say(t(word, { what: told(done) }), way);
    else if (!this.dead) this.say(t(nothing));
  }

  /** The library changed: an article that came back is opened, and one that went away is left. */
  async current() {
    const articles = this.articles();
    const returned = articles.find((article) => !this.known.has(article.id));
    const next = returned ?? articles.find((article) => article.current) ?? articles[0];
    this.known = new Set(articles.map((article) => article.id));
    if (next && !next.current) await this.wait((core) => core.open(next.id));
    if (next?.id === this.open) this.emit('library');
    else this.showArticle();
  }
}
