// Owns the page's files on the device, so that it opens without a network. `cargo xtask dist` writes into it what
// was published; as it stands here it holds nothing, and takes down what a published one has left.
//
// Invariants: each version has a cache of its own, filled with the very bytes that were published or not at all;
// a page is given files of the version that it was loaded in, for as long as it is open; a new version takes over
// when a reader says so.

/** @typedef {[path: string, integrity: string]} Kept */
/** @typedef {{ version: string, first: Kept[], later: Kept[] }} Published */

const PUBLISHED = /** @type {Published | null} */ (null);

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL('./', location.href);
/** A page holds a lock of its cache's name. */
const PREFIX = 'manicule-version-';
const own = `${PREFIX}${PUBLISHED?.version ?? ''}`;
/** What other programs shared with Manicule, until the page takes it. */
const SHARED = 'manicule-shared';

worker.addEventListener('install', (event) => {
  if (PUBLISHED) event.waitUntil(fill(PUBLISHED.first));
  else void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => event.waitUntil(PUBLISHED ? start() : end()));

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
  else if (event.data === 'version') event.ports[0]?.postMessage(PUBLISHED?.version);
  else if (event.data === 'rest' && PUBLISHED) event.waitUntil(rest(PUBLISHED.later));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (!PUBLISHED || !url.href.startsWith(scope.href)) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (request.method === 'POST' && path === 'share') event.respondWith(share(request));
  else if (request.method !== 'GET') return;
  else if (path === '' || path === 'index.html') event.respondWith(page(request));
  else if (isLasting(path)) event.respondWith(file(request, path));
});

/** Whether the path lies in a folder that is named after its content. @param {string} path */
function isLasting(path) {
  return path.includes('/');
}

/** @param {string} path */
function address(path) {
  return new URL(path === 'index.html' ? './' : path, scope).href;
}

/** @param {Kept[]} files */
async function fill(files) {
  const cache = await caches.open(own);
  await Promise.all(files.map((it) => take(cache, it)));
}

/**
 * Puts a file into the cache; what another version has under a lasting address is the same.
 * @param {Cache} cache
 * @param {Kept} file
 */
async function take(cache, [path, integrity]) {
  const from = address(path);
  if (await cache.match(from)) return;
  const held = isLasting(path) ? await caches.match(from) : undefined;
  const answer = held ?? (await fetch(from, { integrity, cache: isLasting(path) ? 'default' : 'no-cache' }));
  if (!answer.ok) throw new Error(`${path} could not be fetched (${answer.status}).`);
  await cache.put(from, answer);
}

/** What a first visit had no need of, one by one; what cannot be had now comes when it is used. @param {Kept[]} files */
async function rest(files) {
  const cache = await caches.open(own);
  for (const it of files) await take(cache, it).catch(() => undefined);
  await clean();
}

async function start() {
  await worker.clients.claim();
  await clean();
}

/** Removes the caches of versions that no open page is of and none is to come of. */
async function clean() {
  if (worker.registration.installing || worker.registration.waiting) return;
  const { held = [] } = await navigator.locks.query();
  const used = new Set([own, ...held.map(({ name }) => name)]);
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !used.has(name)) await caches.delete(name);
  }
}

/** There is no published page here any more. */
async function end() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await worker.registration.unregister();
}

/** @param {Request} request */
async function page(request) {
  const cache = await caches.open(own);
  return (await cache.match(address(''))) ?? fetch(request);
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function file(request, path) {
  const held = await caches.match(address(path), { ignoreVary: true });
  if (held) return held;
  const known = PUBLISHED?.later.find((it) => it[0] === path);
  if (!known) return fetch(request);
  const cache = await caches.open(own);
  await take(cache, known).catch(() => undefined);
  return (await cache.match(address(path))) ?? fetch(request);
}

/** Keeps what is shared for the page, which is opened to take it (`view/shared.js`). @param {Request} request */
async function share(request) {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  await cache.put(address('shared'), new Response(form));
  return Response.redirect(new URL('./?shared', scope).href, 303);
}
