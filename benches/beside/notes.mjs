/** Made-up annotations of a text, as a list of W3C Web Annotations: the same on every machine. */

/** Characters of a quote's surroundings. */
const AROUND = 32;
/** The longest, in characters, but for the word that it ends in. */
const LONGEST = 120;

/** Numbers from a seed (mulberry32). @param {number} seed */
function dice(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/**
 * So many highlights anywhere in the text, from the beginning of a word to the end of one in the same paragraph;
 * they overlap as chance has it. All characters of the text are of the Basic Multilingual Plane, so that offsets
 * are the same in every unit.
 * @param {string} text
 * @param {number} count
 */
export function highlights(text, count) {
  const throws = dice(count);
  const words = [...text.matchAll(/\S+/g)].map((match) => match.index);
  return Array.from({ length: count }, (_, number) => {
    const start = words[throws(words.length)] ?? 0;
    const paragraph = text.indexOf('\n\n', start);
    const last = paragraph < 0 ? text.length : paragraph;
    const space = text.indexOf(' ', start + throws(LONGEST));
    const end = space < 0 || space > last ? last : space;
    const selector = [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - AROUND), start),
        suffix: text.slice(end, end + AROUND),
      },
      { type: 'TextPositionSelector', start, end },
    ];
    return {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      type: 'Annotation',
      motivation: 'highlighting',
      // Recogito wants one, if an empty one.
      body: [],
      created: new Date(1_700_000_000_000 + number * 1000).toISOString(),
      target: { source: 'urn:example:article', styleClass: 'manicule-green', selector },
    };
  });
}
