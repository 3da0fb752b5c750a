// Owns the page of quotations: who said what, in their own words or reported. Invariant: only who certainly
// spoke is named; else it stands what the text calls the speaker, or that nobody is named.

import { t } from '../view/catalogue.js';
import { el, shorten } from '../view/dom.js';
import { lineClass } from '../view/labels.js';
import { goTo, Page, styled } from './page.js';

export { ready } from './words.js';

/** @typedef {import('../view/app.js').App} App */
/** @typedef {import('../view/labels.js').QuotationRecord} Quotation */
/** @typedef {{ name: string, label: string | undefined, said: Quotation[] }} Speaker */

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
      el('option', { value: 'all', text: t('quotes-all') }),
      el('option', { value: 'direct', text: t('quotes-direct') }),
      el('option', { value: 'indirect', text: t('quotes-indirect') }),
    );
    this.page = new Page(app, {
      name: t('view-quotes'),
      about: t('quotes-about'),
      choose: '',
      controls: [el('label', { class: 'choice' }, `${t('quotes-show')} `, this.kinds)],
    });
    this.page.tools.querySelector('.view-ways')?.remove();
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
    page.warn();
    const kind = this.kinds.value;
    const wanted = app.quotations.filter((it) => kind === 'all' || it.kind === 'mixed' || it.kind === kind);
    page.tools.hidden = app.quotations.length === 0;
    const speakers = bySpeaker(app, wanted);
    page.stage.replaceChildren(...speakers.map(([key, speaker]) => this.section(key, speaker)));
    if (speakers.length > 0) return;
    const nothing = t(app.quotations.length === 0 ? 'quotes-nothing' : 'quotes-none-so');
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
        el('span', { class: 'count', text: t('quotations-count', { count: said.length }) }),
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
        text: [t(`quote-is-${quotation.kind}`), cue && t('quoted', { what: cue })]
          .filter(Boolean)
          .join(' · '),
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
  const nobody = t('quotes-nobody');
  /** @type {Map<string, Speaker>} */
  const speakers = new Map();
  for (const it of quotations) {
    const entity = it.speaker === undefined ? undefined : app.entity(it.speaker);
    const called = it.speakerSpan ? app.article.slice(it.speakerSpan) : nobody;
    const key = entity ? String(entity.index) : called.toLowerCase();
    const known = speakers.get(key);
    if (known) known.said.push(it);
    else speakers.set(key, { name: entity?.name ?? called, label: entity?.label, said: [it] });
  }
  const last = (/** @type {Speaker} */ it) => Number(it.name === nobody);
  return [...speakers].sort(([, a], [, b]) => last(a) - last(b) || b.said.length - a.said.length);
}
