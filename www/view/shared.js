// Owns the taking over of what another program shared with Manicule: the service worker keeps it under an
// address of its own until the page has it. Invariant: it is there until it was read.

/** @typedef {{ title: string, text: string, url: string, files: File[] }} Shared */

const CACHE = 'manicule-shared';

/**
 * What was shared last and not taken yet.
 * @returns {Promise<Shared | undefined>}
 */
export async function takeShared() {
  const cache = await caches.open(CACHE);
  const address = new URL('shared', document.baseURI).href;
  const form = await (await cache.match(address))?.formData();
  if (!form) return undefined;
  await cache.delete(address);
  const field = (/** @type {string} */ name) => String(form.get(name) ?? '');
  const files = form.getAll('files').filter((it) => it instanceof File);
  return { title: field('title'), text: field('text'), url: field('url'), files };
}
