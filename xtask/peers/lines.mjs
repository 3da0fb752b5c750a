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
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    points[at] = count;
    const code = text.codePointAt(at) ?? 0;
    // The second half of a pair is no place where anything starts.
    if (code > 0xffff) points[(at += 1)] = count;
    count += 1;
  }
  points[text.length] = count;
  return rows.map(([start, end, type]) => [points[start] ?? 0, points[end] ?? 0, type]);
}
