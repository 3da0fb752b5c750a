// Owns the taking over of what another program or page handed to Manicule: it is kept under an address of its own
// until the page has it. Invariant: it is there until it was read.

/**
 * @typedef {{ title: string, text: string, url: string, html: string, files: File[] }} Shared `html` a whole page
 */

const CACHE = 'manicule-shared';

/** The one address under which something waits. */
const address = () => new URL('shared', document.baseURI).href;

/**
 * What was shared last and not taken yet.
 * @returns {Promise<Shared | undefined>}
 */
export async function takeShared() {
  const cache = await caches.open(CACHE);
  const form = await (await cache.match(address()))?.formData();
  if (!form) return undefined;
  await cache.delete(address());
  const field = (/** @type {string} */ name) => String(form.get(name) ?? '');
  const files = form.getAll('files').filter((it) => it instanceof File);
  return { title: field('title'), text: field('text'), url: field('url'), html: field('html'), files };
}

/**
 * Keeps a page that was handed over until Manicule takes it.
 * @param {{ title: string, url: string, html: string }} page
 */
export async function giveShared(page) {
  const form = new FormData();
  for (const [name, value] of Object.entries(page)) form.set(name, value);
  const cache = await caches.open(CACHE);
  await cache.put(address(), new Response(form));
}
