// Owns what all views share: the head with its tools, the switch between picture and table, and the list of
// passages beside them. Invariant: whatever a picture says its table says too, and both lead to the text.

import { t } from '../view/catalogue.js';
import { button, el, save, shorten } from '../view/dom.js';
import { stylesheet } from '../view/lazy.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {{ start: number, end: number }} Span */
/**
 * @typedef {{
 *   name: string,
 *   about: string,
 *   choose: string,
 *   controls?: (Node | null)[],
 * }} Outline what a view is called, what it shows, what to do with it, and what can be set
 */

/** Characters of context on either side of a passage. */
const AROUND = 70;

/** The style sheet of the views. */
export function styled() {
  return stylesheet('see/see.css');
}

export class Page {
  /**
   * @param {App} app
   * @param {Outline} outline
   */
  constructor(app, { name, about, choose, controls = [] }) {
    this.app = app;
    this.name = name;
    this.choose = choose;
    this.asTable = app.setting('see-as') === 'table';
    this.switches = [false, true].map((table) =>
      button(t(table ? 'as-table' : 'as-picture'), () => this.turn(table), { class: 'quiet' }),
    );
    this.saves = ['SVG', 'PNG'].map((format) =>
      button(format, () => void this.save(format), { 'aria-label': t('save-as-named', { format }) }),
    );
    this.tools = el(
      'div',
      { class: 'view-tools' },
      ...controls,
      el(
        'div',
        { class: 'view-ways' },
        el('div', { class: 'view-switch', role: 'group', 'aria-label': t('show-as') }, ...this.switches),
        el(
          'div',
          { class: 'view-save' },
          el('span', { text: t('save-as'), 'aria-hidden': 'true' }),
          ...this.saves,
        ),
      ),
    );
    this.stage = el('div', { class: 'stage' });
    /** What of the text was not looked at. */
    this.lack = el('p', { class: 'hint', role: 'status', hidden: true });
    /** What was chosen is announced, the list below is only there to be read. */
    this.title = el('div', { 'aria-live': 'polite' });
    this.list = el('div');
    this.detail = el(
      'div',
      { class: 'detail', role: 'region', 'aria-label': t('passages') },
      this.title,
      this.list,
    );
    this.body = el('div', { class: 'view-body' }, this.stage, this.detail);
    this.root = el(
      'section',
      { class: 'view', 'aria-label': name },
      el(
        'div',
        { class: 'view-head' },
        el('h1', { tabindex: '-1', text: name }),
        el('p', { class: 'hint', text: about }),
      ),
      this.lack,
      this.tools,
      this.body,
    );
    this.root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.back(event);
    });
  }

  /** @param {Event} event */
  back(event) {
    if (this.app.float.shows()) return;
    event.preventDefault();
    event.stopPropagation();
    this.app.emit('going');
  }

  /** @param {boolean} table */
  turn(table) {
    this.asTable = table;
    this.app.keep('see-as', table ? 'table' : null);
    this.draw();
  }

  /**
   * Takes what is to be seen; it is drawn when it is asked for.
   * @param {{ picture: () => SVGSVGElement, table: () => HTMLElement } | { nothing: string }} content
   */
  fill(content) {
    this.content = content;
    this.warn();
    this.draw();
    this.say();
  }

  /** Says that a long text is not read to its end, where it is not. */
  warn() {
    this.lack.hidden = !this.app.reader.lacks;
    this.lack.textContent = this.lack.hidden ? '' : t('reading-part');
  }

  draw() {
    const { content } = this;
    if (!content) return;
    const empty = 'nothing' in content;
    this.tools.hidden = empty;
    this.detail.hidden = empty;
    this.svg = undefined;
    this.switches.forEach((it, index) =>
      it.setAttribute('aria-pressed', String(Boolean(index) === this.asTable)),
    );
    for (const it of this.saves) it.disabled = this.asTable;
    if (empty) this.stage.replaceChildren(el('p', { class: 'nothing', text: content.nothing }));
    else if (this.asTable) this.stage.replaceChildren(content.table());
    else {
      this.svg = content.picture();
      this.stage.replaceChildren(this.svg);
    }
  }

  /**
   * Says something beside the picture, or what can be done.
   * @param {string} [title]
   * @param {...Node} content
   */
  say(title, ...content) {
    this.title.replaceChildren(
      title === undefined
        ? el('p', { class: 'hint', text: this.choose })
        : el('h2', { class: 'detail-title', text: title }),
    );
    this.list.replaceChildren(...content);
  }

  /** The width that a picture has. */
  get width() {
    return Math.max(280, Math.round(this.stage.clientWidth));
  }

  /** @param {string} format */
  async save(format) {
    const { svg } = this;
    if (!svg) return;
    const { alone, raster } = await import('./picture.js');
    const title = this.app.articles().find((article) => article.current)?.title ?? t('article');
    const name = `${shorten(title, 60).replace(/[/\\:*?"<>|]+/g, ' ')}, ${this.name.toLowerCase()}`;
    if (format === 'SVG') save(alone(svg), `${name}.svg`, 'image/svg+xml');
    else save(await raster(svg), `${name}.png`, 'image/png');
    this.app.say(t('saved-as', { format }));
  }
}

/**
 * To a passage in the text, which is shown for a while.
 * @param {App} app
 * @param {Span} span
 */
export function goTo(app, span) {
  app.emit('going');
  const range = app.article.range(span.start, span.end);
  if (range && 'highlights' in CSS) {
    CSS.highlights.set('manicule-passage', new Highlight(range));
    const gone = () => CSS.highlights.delete('manicule-passage');
    document.addEventListener('pointerdown', gone, { once: true });
    document.addEventListener('keydown', gone, { once: true });
  }
  app.last = span;
  app.article.reveal(span.start, span.end);
  app.article.root.focus({ preventScroll: true });
}

/**
 * The passages as they stand in the text, each leading there.
 * @param {App} app
 * @param {Span[]} spans
 * @param {string} name of the list
 * @param {boolean} [alone] without what stands around them
 */
export function passages(app, spans, name, alone = false) {
  return el(
    'ul',
    { class: 'passages', 'aria-label': name },
    ...spans.map((span) =>
      el(
        'li',
        {},
        el(
          'button',
          { type: 'button', class: 'passage', click: () => goTo(app, span) },
          ...(alone ? [app.article.slice(span)] : inContext(app, span)),
        ),
      ),
    ),
  );
}

/**
 * @param {App} app
 * @param {Span} span
 */
function inContext({ article }, span) {
  const block = article.blocks[article.indexAt(span.start)];
  const [first, last] = [block?.start ?? 0, block?.end ?? article.text.length];
  const long = span.end - span.start > AROUND;
  const from = Math.max(first, long ? span.start : wordAt(article.text, span.start - AROUND, 1));
  const to = Math.min(last, long ? span.end : wordAt(article.text, span.end + AROUND, -1));
  return [
    `${from > first ? '… ' : ''}${article.text.slice(from, span.start)}`,
    long ? article.slice(span) : el('b', { text: article.slice(span) }),
    `${article.text.slice(span.end, Math.max(to, span.end)).trimEnd()}${to < last ? ' …' : ''}`,
  ];
}

/**
 * The next place between words.
 * @param {string} text
 * @param {number} at
 * @param {1 | -1} direction
 */
function wordAt(text, at, direction) {
  let place = Math.max(0, Math.min(at, text.length));
  for (let steps = 0; steps < 20 && /\S/.test(text.charAt(place - 1)); steps += 1) place += direction;
  return place;
}

/**
 * A table, its cells texts or elements.
 * @param {string} caption
 * @param {string[]} heads
 * @param {(Node | string)[][]} rows
 */
export function table(caption, heads, rows) {
  return el(
    'div',
    { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: 'see-table' },
      el('caption', { class: 'visually-hidden', text: caption }),
      el('thead', {}, el('tr', {}, ...heads.map((text) => el('th', { scope: 'col', text })))),
      el(
        'tbody',
        {},
        ...rows.map((cells) =>
          el(
            'tr',
            {},
            ...cells.map((cell, index) =>
              el(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, cell),
            ),
          ),
        ),
      ),
    ),
  );
}
