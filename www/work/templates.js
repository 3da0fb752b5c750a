// Owns the templates that notes are begun with, as the reader's language has them. Invariant: the reader's own list
// goes before the first ones; these are the core's in other words.

import { t } from '../view/catalogue.js';

/** @typedef {import('../view/app.js').App} App */

/** The first ones and what they ask, in the order of the core's (`src/session/templates.rs`). */
const FIRST = [
  ['template-claim', 'ask-claim', 'ask-evidence', 'ask-question'],
  ['template-question', 'ask-question', 'ask-who'],
  ['template-summary', 'ask-short'],
  ['template-check', 'ask-check', 'ask-source'],
];

/** @param {App} app */
export function templatesOf(app) {
  const templates = app.templates();
  if (app.setting('templates')) return templates;
  return templates.map((template, index) => {
    const [name, ...asked] = FIRST[index] ?? [];
    return name ? { name: t(name), text: asked.map((id) => `**${t(id)}** `).join('\n\n') } : template;
  });
}
