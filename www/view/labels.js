// Owns the words and line styles of the eighteen types and their six families. What a label means, and
// which family it is of, the core says; this is how they are called and drawn.

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

/** @type {Family[]} */
export const FAMILIES = [
  {
    family: 'who',
    name: 'Persons and groups',
    types: [
      { label: 'PERSON', name: 'Person', line: 'solid' },
      { label: 'NORP', name: 'Group', line: 'dashed' },
    ],
  },
  {
    family: 'where',
    name: 'Places',
    types: [
      { label: 'GPE', name: 'Country or city', line: 'solid' },
      { label: 'LOC', name: 'Place', line: 'dashed' },
      { label: 'FAC', name: 'Building', line: 'dashed' },
    ],
  },
  {
    family: 'organisation',
    name: 'Organisations',
    types: [{ label: 'ORG', name: 'Organisation', line: 'double' }],
  },
  {
    family: 'things',
    name: 'Things',
    types: [
      { label: 'EVENT', name: 'Event', line: 'wavy' },
      { label: 'PRODUCT', name: 'Product', line: 'wavy' },
      { label: 'WORK_OF_ART', name: 'Work', line: 'wavy' },
      { label: 'LAW', name: 'Law', line: 'wavy' },
      { label: 'LANGUAGE', name: 'Language', line: 'wavy' },
    ],
  },
  {
    family: 'when',
    name: 'Dates and times',
    types: [
      { label: 'DATE', name: 'Date', line: 'dotted' },
      { label: 'TIME', name: 'Time', line: 'dotted' },
    ],
  },
  {
    family: 'howMuch',
    name: 'Numbers',
    types: [
      { label: 'PERCENT', name: 'Percentage', line: 'thin' },
      { label: 'MONEY', name: 'Money', line: 'thin' },
      { label: 'QUANTITY', name: 'Quantity', line: 'thin' },
      { label: 'ORDINAL', name: 'Ordinal', line: 'thin' },
      { label: 'CARDINAL', name: 'Number', line: 'thin' },
    ],
  },
];

/** @type {Type[]} */
export const TYPES = FAMILIES.flatMap((family) => family.types);

const byLabel = new Map(TYPES.map((type) => [String(type.label), type]));
const families = new Map(
  FAMILIES.flatMap((family) => family.types.map((type) => [String(type.label), family])),
);

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
  return `${families.get(label)?.family ?? 'howMuch'} ${byLabel.get(label)?.line ?? 'thin'}`;
}

/** @type {{ colour: Colour, name: string }[]} */
export const COLOURS = [
  { colour: 'yellow', name: 'Yellow' },
  { colour: 'green', name: 'Green' },
  { colour: 'blue', name: 'Blue' },
  { colour: 'red', name: 'Red' },
  { colour: 'violet', name: 'Violet' },
];
