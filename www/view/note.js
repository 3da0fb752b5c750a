// Owns one note in the margin: how it reads and how it is written, where it stands. Invariants: what is typed
// stays in the field until the core has confirmed it; the field is never overwritten while it holds a draft.

import { t } from './catalogue.js';
import { button, el, save } from './dom.js';
import { lazily, told } from './lazy.js';
import { merger, removed, swatches } from './markcard.js';
import { renderMarkdown } from './markdown.js';
import { endsOf, furtherOf, nameOf, split } from './notewords.js';

/** @typedef {import('./labels.js').AnnotationRecord} AnnotationRecord */
/** @typedef {import('./app.js').App} App */

/** How long typing may pause before it is given to the core, where that was slow the last time. */
const PAUSE = 300;
/** So many milliseconds are slow. */
const SLOW = 16;
const STOPPED = 'note-stopped';
/** Places that are said, by their messages. @type {Record<string, string>} */
const PLACES = { moved: 'place-moved', ambiguous: 'place-ambiguous', orphan: 'place-orphan' };

export class Note {
  /**
   * @param {App} app
   * @param {AnnotationRecord} annotation
   * @param {{
   *   show: (id: string) => void, tag: (tag: string) => void, moved: () => void,
   *   follow: (address: string) => void, choose: (id: string, chosen: boolean) => void,
   *   reattach: import('./reattach.js').Reattach,
   * }} panel
   */
  constructor(app, annotation, panel) {
    this.app = app;
    this.panel = panel;
    this.annotation = annotation;
    this.id = annotation.id;
    this.editing = false;
    /** Whether something was typed since the form was made. */
    this.written = false;
    this.timer = 0;
    this.pause = 0;
    /** What stands there of the note, of its rarer parts, and of all. */
    this.rendered = this.parts = this.shown = '';
    /** When the text in the field was changed last: the core keeps what came from elsewhere since. */
    this.seen = annotation.modified;
    this.what = nameOf(annotation);
    this.passage = el('button', {
      type: 'button',
      class: 'passage',
      text: this.what,
      title: t('passage-show'),
      click: () => panel.show(this.id),
    });
    this.place = el('span', { class: 'place' });
    this.box = el('input', {
      type: 'checkbox',
      class: 'choose',
      change: () => panel.choose(this.id, this.box.checked),
    });
    this.body = el('div', {
      class: 'note-body',
      click: (/** @type {Event} */ event) => this.bodyClicked(event),
    });
    this.ends = el('div', { class: 'ends' });
    this.further = el('div', { class: 'further' });
    this.lost = el('div', { class: 'note-lost' });
    this.merge = el('span', {});
    this.tags = el('div', { class: 'tags' });
    this.others = el('div', {});
    /** What `others` shows. */
    this.kept = '[]';
    this.problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    this.form = el('div', { class: 'note-form', hidden: true });
    this.opener = button(t('edit'), () => this.edit('note'));
    this.remover = button(t('delete'), () => this.remove());
    this.element = el(
      'li',
      {
        class: 'note',
        'data-id': annotation.id,
        focusout: (/** @type {FocusEvent} */ event) => this.left(event),
        focusin: () => this.entered(),
        keydown: (/** @type {KeyboardEvent} */ event) => this.pressed(event),
      },
      el('div', { class: 'note-head' }, this.box, this.passage, this.place),
      this.ends,
      this.lost,
      this.body,
      this.form,
      this.further,
      this.others,
      this.tags,
      this.problem,
      el('div', { class: 'note-actions' }, this.opener, this.merge, this.remover),
    );
    this.show(annotation);
  }

  /**
   * Shows what the core says of the annotation.
   * @param {AnnotationRecord} annotation
   */
  show(annotation) {
    const { element } = this;
    this.annotation = annotation;
    // Most are as they were, but what is being typed may be told otherwise.
    const shown = JSON.stringify(annotation);
    if (shown === this.shown && !this.editing) return this.showParts(annotation);
    this.shown = shown;
    element.className = `note ${annotation.colour ?? 'plain'}`;
    element.classList.toggle('bare', !annotation.note && annotation.tags.length === 0);
    element.classList.toggle('editing', this.editing);
    element.classList.toggle('active', this.app.marks.active === this.id);
    const { place, kind } = annotation;
    const said = place === 'exact' && kind === 'relation' ? 'relation' : PLACES[place];
    this.place.textContent = said ? t(said) : '';
    const what = nameOf(annotation);
    this.what = what;
    this.passage.textContent = what;
    this.opener.setAttribute('aria-label', t('note-edit-named', { what }));
    this.box.setAttribute('aria-label', t('choose-named', { what }));
    this.remover.setAttribute('aria-label', t('delete-named', { what }));
    this.showParts(annotation);
    this.tags.replaceChildren(
      ...annotation.tags.map((tag) =>
        button(`#${tag}`, () => this.panel.tag(tag), {
          class: 'tag',
          title: t('tag-only'),
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
    if (annotation.revisions.length === 0) this.others.replaceChildren();
    else
      void this.unsettled(({ revisions }) => {
        if (this.kept === kept) this.others.replaceChildren(...revisions(this.app, annotation, this.what));
      });
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
    const { place, reason, candidates, further, creator, ends, relation } = annotation;
    const going = reattach.pending?.id === this.id;
    const ids = others.map((other) => other.id);
    const parts = JSON.stringify([place, reason, candidates, further, creator, ends, relation, going, ids]);
    if (parts === this.parts) return;
    this.parts = parts;
    this.further.replaceChildren(...furtherOf(annotation));
    this.ends.replaceChildren(...endsOf(app, annotation));
    if (place !== 'orphan' && place !== 'ambiguous') this.lost.replaceChildren();
    else
      void this.unsettled(({ lost }) => {
        if (this.parts === parts) this.lost.replaceChildren(...lost(app, annotation, this.what, reattach));
      });
    this.merge.replaceChildren(...merger(app, [annotation, ...others]));
  }

  /** What few notes have comes when one has it. @param {(part: typeof import('../work/unsettled.js')) => void} show */
  async unsettled(show) {
    const part = await lazily(this.app, () => import('../work/unsettled.js'));
    if (!part) return;
    show(part);
    this.panel.moved();
  }

  /** Whether something typed waits for the core. */
  get waiting() {
    return this.app.drafts.has(this.id);
  }

  fillFields() {
    const { note, tags, relation, modified } = this.annotation;
    this.seen = modified;
    // White space alone is no note yet, and may become one.
    const blank = !note && this.field?.value.trim() === '' && this.field === document.activeElement;
    if (this.field && !blank && this.field.value !== (note ?? '')) this.field.value = note ?? '';
    if (this.nameField && this.nameField !== document.activeElement) this.nameField.value = relation ?? '';
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

  /**
   * Follows a link to another note, an entity or an article.
   * @param {Event} event
   * @returns {boolean} whether it was on a link
   */
  linkClicked(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const address = link?.getAttribute('href') ?? '';
    if (address.startsWith('urn:')) {
      event.preventDefault();
      this.panel.follow(address);
    }
    return link !== null;
  }

  /** @param {Event} event */
  bodyClicked(event) {
    if (this.linkClicked(event)) return;
    if (!document.getSelection()?.isCollapsed) return;
    this.edit('note');
  }

  /** @param {import('./markcard.js').Field} field */
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
    const fields = { note: this.field, tags: this.tagField, relation: this.nameField };
    (fields[field] ?? this.field)?.focus();
    this.panel.moved();
  }

  build() {
    const { what } = this;
    this.extras = el('span', { class: 'note-extras' });
    if (this.annotation.kind === 'relation') {
      this.nameField = el('input', {
        type: 'text',
        class: 'field',
        'aria-label': t('relation-name-named', { what }),
        placeholder: t('relation-name'),
        autocomplete: 'off',
        input: () => this.typed(),
      });
      this.form.append(this.nameField);
    }
    this.field = el('textarea', {
      class: 'field',
      rows: 2,
      'aria-label': t('note-on', { what }),
      placeholder: t('note-write'),
      input: () => this.typed(),
    });
    this.tagField = el('input', {
      type: 'text',
      class: 'field',
      'aria-label': t('tags-of', { what }),
      placeholder: t('tags-with-commas'),
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
        this.extras,
        el('span', { class: 'gap' }),
        button(t('done'), () => this.finish(), { 'aria-label': t('done-with', { what }) }),
      ),
    );
    // Completion, preview and templates come after; writing does not wait for them.
    void lazily(this.app, () => import('../work/editor.js')).then((part) => part?.enhance(this));
  }

  /** The field is as tall as its text. */
  grow() {
    const { field } = this;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${Math.max(52, field.scrollHeight + 2)}px`;
  }

  typed() {
    this.written = true;
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
    const relation = this.nameField && { relation: this.nameField.value.trim() || null };
    if (this.app.dead) {
      this.trouble(t(STOPPED));
      return;
    }
    const began = performance.now();
    try {
      const since = this.seen;
      this.app.core.update(this.id, { note: note.trim() === '' ? null : note, tags, since, ...relation });
    } catch (error) {
      this.app.failed(error);
      this.trouble(this.app.dead ? t(STOPPED) : told(error instanceof Error ? error.message : String(error)));
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
      `${words} ${t('note-stays')} `,
      button(t('note-export'), () => save(this.field?.value ?? '', 'note.md', 'text/markdown')),
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
