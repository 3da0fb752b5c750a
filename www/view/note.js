// Owns one note in the margin: how it reads and how it is written, where it stands. Invariants: what is typed
// stays in the field until the core has confirmed it; the field is never overwritten while it holds a draft.

import { button, el, save, shorten } from './dom.js';
import { lost } from './lost.js';
import { merger, removed, swatches } from './markcard.js';
import { renderMarkdown } from './markdown.js';
import { revisions } from './revisions.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./app.js').App} App */

/** How long typing may pause before it is given to the core, where that was slow the last time. */
const PAUSE = 300;
/** So many milliseconds are slow. */
const SLOW = 16;
const STOPPED = 'Manicule has stopped and saves nothing more.';

/** @type {Record<string, string>} */
const PLACES = {
  moved: 'found at another place',
  ambiguous: 'could stand at several places',
  orphan: 'lost its place',
};

export class Note {
  /**
   * @param {App} app
   * @param {AnnotationRecord} annotation
   * @param {{
   *   show: (id: string) => void, tag: (tag: string) => void, moved: () => void,
   *   reattach: import('./reattach.js').Reattach,
   * }} panel
   */
  constructor(app, annotation, panel) {
    this.app = app;
    this.panel = panel;
    this.annotation = annotation;
    this.id = annotation.id;
    this.editing = false;
    this.timer = 0;
    this.pause = 0;
    this.rendered = '';
    this.parts = '';
    /** When the text in the field was changed last: the core keeps what came from elsewhere since. */
    this.seen = annotation.modified;
    const what = nameOf(annotation);
    this.what = what;
    this.passage = el('button', {
      type: 'button',
      class: 'passage',
      text: what,
      title: 'Show the passage',
      click: () => panel.show(this.id),
    });
    this.place = el('span', { class: 'place' });
    this.body = el('div', {
      class: 'note-body',
      click: (/** @type {Event} */ event) => this.bodyClicked(event),
    });
    this.further = el('div', { class: 'further' });
    this.lost = el('div', { class: 'note-lost' });
    this.merge = el('span', {});
    this.tags = el('div', { class: 'tags' });
    this.others = el('div', {});
    /** What `others` shows. */
    this.kept = '[]';
    this.problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    this.form = el('div', { class: 'note-form', hidden: true });
    this.element = el(
      'li',
      {
        class: 'note',
        'data-id': annotation.id,
        focusout: (/** @type {FocusEvent} */ event) => this.left(event),
        focusin: () => this.entered(),
        keydown: (/** @type {KeyboardEvent} */ event) => this.pressed(event),
      },
      el('div', { class: 'note-head' }, this.passage, this.place),
      this.lost,
      this.body,
      this.form,
      this.further,
      this.others,
      this.tags,
      this.problem,
      el(
        'div',
        { class: 'note-actions' },
        button('Edit', () => this.edit('note'), { 'aria-label': `Edit note on ${what}` }),
        this.merge,
        button('Delete', () => this.remove(), { 'aria-label': `Delete ${what}` }),
      ),
    );
    this.show(annotation);
  }

  /**
   * Shows what the core says of the annotation.
   * @param {AnnotationRecord} annotation
   */
  show(annotation) {
    this.annotation = annotation;
    const { element } = this;
    element.className = `note ${annotation.colour ?? 'plain'}`;
    element.classList.toggle('bare', !annotation.note && annotation.tags.length === 0);
    element.classList.toggle('editing', this.editing);
    element.classList.toggle('active', this.app.marks.active === this.id);
    const { place, kind } = annotation;
    this.place.textContent = place === 'exact' && kind === 'relation' ? 'relation' : (PLACES[place] ?? '');
    this.showParts(annotation);
    this.tags.replaceChildren(
      ...annotation.tags.map((tag) =>
        button(`#${tag}`, () => this.panel.tag(tag), {
          class: 'tag',
          title: 'Show only notes with this tag',
        }),
      ),
    );
    for (const swatch of this.form.querySelectorAll('.swatch')) {
      swatch.setAttribute('aria-pressed', String(swatch.classList.contains(annotation.colour ?? 'plain')));
    }
    if (!this.field || !this.waiting) this.fillFields();
    this.render();
    const kept = JSON.stringify(annotation.revisions);
    if (kept === this.kept) return;
    this.kept = kept;
    this.others.replaceChildren(...revisions(this.app, annotation, this.what));
    this.panel.moved();
  }

  /**
   * The parts that few notes have. They are built anew only when they change, so that the focus stays where it is.
   * @param {AnnotationRecord} annotation
   */
  showParts(annotation) {
    const { app } = this;
    const { reattach } = this.panel;
    const others = app.marks.overlapping(annotation);
    const { place, reason, candidates, further, creator } = annotation;
    const going = reattach.pending?.id === this.id;
    const ids = others.map((other) => other.id);
    const parts = JSON.stringify([place, reason, candidates, further, creator, going, ids]);
    if (parts === this.parts) return;
    this.parts = parts;
    this.further.replaceChildren(...furtherOf(annotation));
    this.lost.replaceChildren(...lost(app, annotation, this.what, reattach));
    this.merge.replaceChildren(...merger(app, [annotation, ...others]));
  }

  /** Whether something typed waits for the core. */
  get waiting() {
    return this.app.drafts.has(this.id);
  }

  fillFields() {
    const { note, tags, modified } = this.annotation;
    this.seen = modified;
    // White space alone is no note yet, and may become one.
    const blank = !note && this.field?.value.trim() === '' && this.field === document.activeElement;
    if (this.field && !blank && this.field.value !== (note ?? '')) this.field.value = note ?? '';
    if (this.tagField && this.tagField !== document.activeElement) this.tagField.value = tags.join(', ');
  }

  render() {
    const note = this.annotation.note ?? '';
    if (note === this.rendered) return;
    this.rendered = note;
    this.body.textContent = note;
    if (note) {
      renderMarkdown(note).then((fragment) => {
        if (this.rendered !== note || !fragment) return;
        this.body.replaceChildren(fragment);
        this.panel.moved();
      });
    }
  }

  /** @param {Event} event */
  bodyClicked(event) {
    if (event.target instanceof Element && event.target.closest('a')) return;
    if (!document.getSelection()?.isCollapsed) return;
    this.edit('note');
  }

  /** @param {'note' | 'tags'} field */
  edit(field) {
    if (!this.editing) {
      this.editing = true;
      if (!this.field) this.build();
      this.form.hidden = false;
      this.body.hidden = true;
      this.tags.hidden = true;
      this.element.classList.add('editing');
      this.fillFields();
      this.grow();
    }
    (field === 'tags' ? this.tagField : this.field)?.focus();
    this.panel.moved();
  }

  build() {
    this.field = el('textarea', {
      class: 'field',
      rows: 2,
      'aria-label': `Note on ${this.what}`,
      placeholder: 'Write a note',
      input: () => this.typed(),
    });
    this.tagField = el('input', {
      type: 'text',
      class: 'field',
      'aria-label': `Tags of ${this.what}`,
      placeholder: 'Tags, with commas',
      autocomplete: 'off',
      input: () => this.typed(),
    });
    this.form.append(
      this.field,
      this.tagField,
      el(
        'div',
        { class: 'card-actions' },
        this.annotation.place === 'whole'
          ? null
          : swatches(this.app, this.what, this.id, this.annotation.colour),
        this.templates(),
        el('span', { class: 'gap' }),
        button('Done', () => this.finish(), { 'aria-label': `Done with ${this.what}` }),
      ),
    );
  }

  /** Texts to begin with: the chosen one goes in at the caret. */
  templates() {
    const select = el(
      'select',
      {
        'aria-label': `Template for the note on ${this.what}`,
        change: () => {
          const template = this.app.templates()[Number(select.value)];
          select.value = '';
          if (!template || !this.field) return;
          this.field.focus();
          this.field.setRangeText(template.text, this.field.selectionStart, this.field.selectionEnd, 'end');
          this.typed();
        },
      },
      el('option', { value: '', text: 'Template' }),
      ...this.app.templates().map(({ name }, index) => el('option', { value: index, text: name })),
    );
    return select;
  }

  /** The field is as tall as its text. */
  grow() {
    const { field } = this;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${Math.max(52, field.scrollHeight + 2)}px`;
  }

  typed() {
    this.app.draft(this.id, true);
    this.grow();
    this.panel.moved();
    clearTimeout(this.timer);
    // With every key, so that a page that is killed mid-word has the word.
    this.timer = window.setTimeout(() => this.flush(), this.pause);
  }

  /** Gives what was typed to the core now. */
  flush() {
    clearTimeout(this.timer);
    if (!this.waiting || !this.field || !this.tagField) return;
    const note = this.field.value;
    const tags = split(this.tagField.value);
    if (this.app.dead) {
      this.trouble(STOPPED);
      return;
    }
    const began = performance.now();
    try {
      const since = this.seen;
      this.app.core.update(this.id, { note: note.trim() === '' ? null : note, tags, since });
    } catch (error) {
      this.app.failed(error);
      this.trouble(this.app.dead ? STOPPED : error instanceof Error ? error.message : String(error));
      return;
    }
    this.problem.hidden = true;
    this.app.draft(this.id, false);
    this.app.refresh();
    this.pause = performance.now() - began > SLOW ? PAUSE : 0;
  }

  /** @param {string} words */
  trouble(words) {
    this.problem.hidden = false;
    this.problem.replaceChildren(
      `${words} The text stays in this field. `,
      button('Export this note', () => save(this.field?.value ?? '', 'note.md', 'text/markdown')),
    );
    this.panel.moved();
  }

  entered() {
    this.app.marks.activate(this.id);
    this.panel.moved();
  }

  /** @param {FocusEvent} event */
  left(event) {
    if (event.relatedTarget instanceof Node && this.element.contains(event.relatedTarget)) return;
    this.flush();
    // The window lost the focus, not the field: the reader comes back to the same line.
    if (!document.hasFocus() || !this.editing || this.waiting) return;
    this.close();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (this.editing && (event.key === 'Escape' || done)) {
      event.preventDefault();
      event.stopPropagation();
      this.finish();
    }
  }

  /** Ends the writing and goes back to the text. */
  finish() {
    this.flush();
    if (this.waiting) return;
    this.close();
    this.passage.focus({ preventScroll: true });
  }

  close() {
    this.editing = false;
    this.form.hidden = true;
    this.body.hidden = false;
    this.tags.hidden = false;
    this.element.classList.remove('editing');
    this.render();
    this.panel.moved();
    const { place, note, tags } = this.annotation;
    // A note on the whole article that says nothing marks nothing either.
    if (place === 'whole' && !note && tags.length === 0) this.app.change((core) => core.remove(this.id));
  }

  remove() {
    this.flush();
    this.app.change((core) => core.remove(this.id), removed(this.annotation));
    this.app.article.root.focus({ preventScroll: true });
  }
}

/**
 * What a note is called: its passage, both ends of a relation, or what it is about.
 * @param {AnnotationRecord} annotation
 */
function nameOf({ quote, place, relation, ends }) {
  if (place === 'whole') return 'the article';
  const quoted = (/** @type {string} */ text) => `“${shorten(text, 60)}”`;
  return [quote, ...ends.map((end) => end.quote)].map(quoted).join(relation ? ` ${relation} ` : ' – ');
}

/**
 * What an annotation says beside its note and tags: comments of others, descriptions, addresses.
 * @param {AnnotationRecord} annotation
 */
function furtherOf({ further, creator }) {
  const parts = further.map(({ text, link, purpose, language, creator: by }) => {
    const is = [purpose === 'commenting' ? undefined : purpose, by].filter(Boolean).join(', ');
    const content =
      link && /^https?:/.test(text)
        ? el('a', { href: text, rel: 'noreferrer noopener', target: '_blank', text })
        : text;
    return el('p', { lang: language }, is ? el('span', { class: 'place', text: `${is}: ` }) : null, content);
  });
  if (creator) parts.push(el('p', { class: 'card-also', text: `by ${creator}` }));
  return parts;
}

/**
 * @param {string} text
 * @returns {string[]} the tags, each once, without `#`
 */
function split(text) {
  const tags = text.split(/[,;\n]/).map((tag) => tag.trim().replace(/^#+/, '').trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
