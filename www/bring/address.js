// Owns the fetching of a page by its address: the one time that Manicule asks anything of another machine, and only
// of the one that the reader named. Invariant: nothing of the reader's goes along, neither cookies nor where they
// come from.

import { t } from '../view/catalogue.js';
import { Unreadable } from './problem.js';
import { read } from './read.js';

/** @typedef {import('./read.js').Brought} Brought */

const PATIENCE = 25_000;
/** What a file is called by its kind. @type {[RegExp, string][]} */
const KINDS = [
  [/pdf/, 'pdf'],
  [/epub/, 'epub'],
  [/wordprocessingml/, 'docx'],
  [/markdown/, 'md'],
  [/text\/plain/, 'txt'],
];

/**
 * @param {string} address as it was typed
 * @returns {URL | undefined}
 */
export function addressOf(address) {
  const typed = address.trim();
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {URL} url
 * @returns {Promise<Brought>}
 */
export async function fetchArticle(url) {
  // A page that came over an open line may not be asked over one: https is tried.
  const address = new URL(url);
  address.protocol = 'https:';
  const answer = await fetch(address, {
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined);
  if (!answer) throw new Unreadable(`${t('address-refused')} ${t('address-ways')}`);
  if (!answer.ok) throw new Unreadable(t('address-answered', { status: String(answer.status) }));
  const type = answer.headers.get('content-type') ?? '';
  const extension = KINDS.find(([kind]) => kind.test(type))?.[1] ?? 'html';
  const last = address.pathname.split('/').filter(Boolean).at(-1) ?? address.hostname;
  const name = decodeURIComponent(last).replace(/\.\w{2,5}$/, '');
  const file = new File([await answer.arrayBuffer()], `${name}.${extension}`, {
    type,
  });
  const brought = (await read(file, answer.url || address.href)) ?? {
    blocks: [],
    text: await file.text(),
    title: name,
  };
  if (brought.blocks.length === 0 && !brought.text?.trim())
    throw new Unreadable(`${t('address-no-text')} ${t('address-ways')}`);
  return { ...brought, facts: { source: address.href, ...brought.facts } };
}
