// Owns which line each of the eighteen types has, in which family's colour. No words: the published sample is drawn
// by this, too, before there is a page.

/** @typedef {import('../pkg/manicule.js').LabelName} Label */

/** The families in the order of the legend, each with its types and their lines. */
export const LINES = /** @type {Record<string, Partial<Record<Label, string>>>} */ ({
  who: { PERSON: 'solid', NORP: 'dashed' },
  where: { GPE: 'solid', LOC: 'dashed', FAC: 'dashed' },
  organisation: { ORG: 'double' },
  things: { EVENT: 'wavy', PRODUCT: 'wavy', WORK_OF_ART: 'wavy', LAW: 'wavy', LANGUAGE: 'wavy' },
  when: { DATE: 'dotted', TIME: 'dotted' },
  howMuch: { PERCENT: 'thin', MONEY: 'thin', QUANTITY: 'thin', ORDINAL: 'thin', CARDINAL: 'thin' },
});

/** The classes that draw the line of each label. */
export const CLASSES = Object.fromEntries(
  Object.entries(LINES).flatMap(([family, types]) =>
    Object.entries(types).map(([label, line]) => [label, `${family} ${line}`]),
  ),
);
