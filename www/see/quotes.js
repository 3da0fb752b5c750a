// Owns the page of quotations: who said what, in their own words or reported. Invariant: only who certainly
// spoke is named; else it stands what the text calls the speaker, or that nobody is named.

import { el, shorten } from '../view/dom.js';
import { lineClass } from '../view/labels.js';
import { amount, goTo, Page, styled } from './page.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').QuotationRecord} Quotation */
/** @typedef {{ name: string, label: string | undefined, said: Quotation[] }} Speaker */

const NOBODY = 'Nobody is named';
/** @type {Record<Quotation['kind'], string>} */
const KINDS = { direct: 'in their words', indirect: 'reported', mixed: 'reported, partly in their words' };

/** @param {App} app */
export async function create(app) {
  await styled();
  return new Quotes(app);
}

class Quotes {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.kinds = el(
      'select',
      { change: () => this.list() },
      el('option', { value: 'all', text: 'All' }),
      el('option', { value: 'direct', text: 'In their words' }),
      el('option', { value: 'indirect', text: 'Reported' }),
    );
    this.page = new Page(app, {
      name: 'Quotes',
      about: 'Who said what in this article. Press a quotation to read it where it stands.',
      choose: '',
      controls: [el('label', { class: 'choice' }, 'Show ', this.kinds)],
    });
    for (const part of this.page.tools.querySelectorAll('.view-switch, .view-save')) part.remove();
    this.page.detail.remove();
    this.root = this.page.root;
  }

  /** @param {number} [entity] the speaker to point at */
  show(entity) {
    this.list();
    if (entity === undefined) return;
    const section = this.page.stage.querySelector(`[data-entity="${entity}"]`);
    section?.scrollIntoView({ block: 'start' });
  }

  list() {
    const { app, page } = this;
    const kind = this.kinds.value;
    const wanted = app.quotations.filter((it) => kind === 'all' || it.kind === 'mixed' || it.kind === kind);
    page.tools.hidden = app.quotations.length === 0;
    const speakers = bySpeaker(app, wanted);
    page.stage.replaceChildren(...speakers.map(([key, speaker]) => this.section(key, speaker)));
    if (speakers.length > 0) return;
    const nothing =
      app.quotations.length === 0
        ? 'Nobody is quoted in this article. Where somebody says something, it stands here under their name.'
        : 'None of this kind.';
    page.stage.append(el('p', { class: 'nothing', text: nothing }));
  }

  /**
   * @param {string} key
   * @param {Speaker} speaker
   */
  section(key, { name, label, said }) {
    return el(
      'section',
      { class: 'speaker', 'data-entity': key, 'aria-label': name },
      el(
        'h2',
        { class: label ? lineClass(label) : 'nobody' },
        el('span', { class: label ? 'spoke' : '', text: shorten(name, 80) }),
        ' ',
        el('span', { class: 'count', text: amount(said.length, 'quotation') }),
      ),
      el('ul', {}, ...said.map((it) => this.item(it))),
    );
  }

  /** @param {Quotation} quotation */
  item(quotation) {
    const { article } = this.app;
    const words = article.slice(quotation).trim();
    const text = quotation.kind === 'direct' && !/^[“"‘'«„]/.test(words) ? `“${words}”` : words;
    const cue = quotation.cue ? article.slice(quotation.cue) : undefined;
    return el(
      'li',
      {},
      el('button', {
        type: 'button',
        class: `quotation ${quotation.kind}`,
        text,
        click: () => goTo(this.app, quotation),
      }),
      el('p', {
        class: 'hint',
        text: [KINDS[quotation.kind], cue && `“${cue}”`].filter(Boolean).join(' · '),
      }),
    );
  }
}

/**
 * Whoever said most comes first, what nobody is named for last.
 * @param {App} app
 * @param {Quotation[]} quotations
 */
function bySpeaker(app, quotations) {
  /** @type {Map<string, Speaker>} */
  const speakers = new Map();
  for (const it of quotations) {
    const entity = it.speaker === undefined ? undefined : app.entity(it.speaker);
    const called = it.speakerSpan ? app.article.slice(it.speakerSpan) : NOBODY;
    const key = entity ? String(entity.index) : called.toLowerCase();
    const known = speakers.get(key);
    if (known) known.said.push(it);
    else speakers.set(key, { name: entity?.name ?? called, label: entity?.label, said: [it] });
  }
  const last = (/** @type {Speaker} */ it) => Number(it.name === NOBODY);
  return [...speakers].sort(([, a], [, b]) => last(a) - last(b) || b.said.length - a.said.length);
}
