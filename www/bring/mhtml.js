// Owns the reading of pages saved as one file (.mhtml, .mht). Invariant: only the page itself is read, not what
// is embedded in it.

import { t } from '../view/catalogue.js';
import { Unreadable } from './problem.js';
import { readPage } from './page.js';

/** @typedef {import('./read.js').Brought} Brought */

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Brought>}
 */
export async function readMhtml(bytes) {
  const { PostalMime } = await import('../vendor/postal-mime.js');
  const message = await PostalMime.parse(firstPart(bytes)).catch(() => undefined);
  if (!message?.html) {
    throw new Unreadable(t('mhtml-no-page'));
  }
  const address = message.headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  return readPage(message.html, address);
}

/**
 * The message cut down to its first part: the page. The others are pictures, styles and framed pages.
 * @param {Uint8Array} bytes
 */
function firstPart(bytes) {
  const head = new TextDecoder('latin1').decode(bytes);
  const boundary = /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?boundary="?([^"\r\n;]+)"?/im.exec(
    head,
  )?.[1];
  if (!boundary) return bytes;
  const line = `--${boundary}`;
  const first = head.indexOf(`\n${line}`);
  const second = first < 0 ? -1 : head.indexOf(`\n${line}`, first + 1);
  if (second < 0) return bytes;
  const end = new TextEncoder().encode(`\r\n${line}--\r\n`);
  const cut = new Uint8Array(second + end.length);
  cut.set(bytes.subarray(0, second));
  cut.set(end, second);
  return cut;
}
