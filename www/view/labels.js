// Owns the words of the eighteen types and their six families. What a label means, and which family it is of, the
// core says; this is how they are called. How they are drawn: `lines.js`.

import { t } from './catalogue.js';
import { CLASSES, LINES } from './lines.js';

/**
 * @typedef {import('../pkg/manicule.js').Core} Core
 * @typedef {ReturnType<Core['mentions']>[number]} MentionRecord
 * @typedef {ReturnType<Core['entities']>[number]} EntityRecord
 * @typedef {ReturnType<Core['quotations']>[number]} QuotationRecord
 * @typedef {ReturnType<Core['annotations']>[number]} AnnotationRecord
 * @typedef {ReturnType<Core['articles']>[number]} ArticleRecord
 * @typedef {ReturnType<Core['taught']>[number]} TaughtRecord
 * @typedef {ReturnType<Core['blocks']>[number]} BlockRecord
 * @typedef {ReturnType<Core['status']>} Status
 * @typedef {Parameters<Core['addBlocks']>[0][number]} RawBlock
 * @typedef {Parameters<Core['annotate']>[2]} Patch
 * @typedef {'yellow' | 'green' | 'blue' | 'red' | 'violet'} Colour
 * @typedef {import('../pkg/manicule.js').LabelName} Label
 * @typedef {{ label: Label, name: string, line: string }} Type
 * @typedef {{ family: string, name: string, types: Type[] }} Family
 */

/**
 * A name is had when it is wanted: by then the reader's language is there.
 * @param {Label} label
 * @param {string} line
 * @returns {Type}
 */
function type(label, line) {
  return {
    label,
    line,
    get name() {
      return t(`type-${label}`);
    },
  };
}

/** @param {string} name @param {...Type} types @returns {Family} */
function family(name, ...types) {
  return {
    family: name,
    types,
    get name() {
      return t(`family-${name}`);
    },
  };
}

/** @type {Family[]} */
export const FAMILIES = Object.entries(LINES).map(([name, types]) =>
  family(name, ...Object.entries(types).map(([label, line]) => type(/** @type {Label} */ (label), line))),
);

/** @type {Type[]} */
export const TYPES = FAMILIES.flatMap((family) => family.types);

const byLabel = new Map(TYPES.map((type) => [String(type.label), type]));

/**
 * @param {string} label
 * @returns {string} what readers call it
 */
export function typeName(label) {
  return byLabel.get(label)?.name ?? label;
}

/**
 * @param {string} label
 * @returns {string} the classes that draw its line
 */
export function lineClass(label) {
  return CLASSES[label] ?? CLASSES['CARDINAL'] ?? '';
}

/** @type {{ colour: Colour, name: string }[]} */
export const COLOURS = /** @type {Colour[]} */ (['yellow', 'green', 'blue', 'red', 'violet']).map(
  (colour) => ({
    colour,
    get name() {
      return t(`colour-${colour}`);
    },
  }),
);

/**
 * Labels as a setting holds them; none where it holds something else.
 * @param {string | undefined} json
 * @returns {string[]}
 */
export function labelsIn(json) {
  try {
    const value = JSON.parse(json ?? '[]');
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    return [];
  }
}
