/** JSONL `{"id", "text"}` on standard input, `{"id", "spans"}` on standard output, a line for a line. */

/** @typedef {[start: number, end: number, type: string]} Row In code points of the text. */

/**
 * Answers every line with what `spans` finds in its text, as soon as it is there.
 * @param {(text: string) => Row[]} spans
 */
export async function answer(spans) {
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    // Not `readline`: to that, U+2028 ends a line as well.
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) process.stdout.write(`${JSON.stringify(reply(line, spans))}\n`);
  }
}

/**
 * @param {string} line
 * @param {(text: string) => Row[]} spans
 */
function reply(line, spans) {
  const { id, text } = JSON.parse(line);
  try {
    return { id, spans: spans(text) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Rows whose positions count UTF-16 code units, as rows in code points.
 * @param {string} text
 * @param {Row[]} rows
 * @returns {Row[]}
 */
export function inCodePoints(text, rows) {
  const points = (/** @type {number} */ at) => [...text.slice(0, at)].length;
  return rows.map(([start, end, type]) => [points(start), points(end), type]);
}
