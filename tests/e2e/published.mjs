/**
 * A static host of what `cargo xtask dist` wrote, for scenarios in which it goes away, comes back, or has another
 * version: `MANICULE_DIST`, or `dist/` of the repository.
 */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = process.env.MANICULE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const TOLD = /\((\{"first".*\})\);/;

/** @typedef {{ version: string, first: [string, string][], later: [string, string][] }} Told */

/** A host with a copy of the published page, listening. */
export async function host() {
  const folder = await mkdtemp(join(tmpdir(), 'manicule-published-'));
  await cp(dist, folder, { recursive: true }).catch(() => {
    throw new Error('There is no dist/ to serve: run `cargo xtask dist` first.');
  });
  const read = (/** @type {string} */ path) => readFile(join(folder, path), 'utf8');
  const write = (/** @type {string} */ path, /** @type {string} */ text) =>
    writeFile(join(folder, path), text);

  const server = createServer(async ({ url = '/' }, answer) => {
    const path = new URL(url, 'http://host').pathname.replace(/\/$/, '/index.html');
    const content = await readFile(join(folder, path)).catch(() => undefined);
    answer.setHeader('Cache-Control', 'no-cache');
    if (!content) {
      answer.writeHead(404).end('There is nothing at this address.');
      return;
    }
    answer.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    answer.end(content);
  });
  // A scenario that fails before it closes the site must not keep the tests from ending.
  server.unref();
  const start = (port = 0) =>
    /** @type {Promise<void>} */ (new Promise((done) => server.listen(port, '127.0.0.1', () => done())));
  await start();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  /** @returns {Promise<Told>} what the worker is told */
  const told = async () => JSON.parse(TOLD.exec(await read('service-worker.js'))?.[1] ?? '');

  return {
    url: `http://127.0.0.1:${port}/`,
    told,
    read,
    write,
    /** The network is gone. */
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
    start: () => start(port),
    /**
     * Another version of the page; all of it lies in another folder, and the first is gone, as on a host that keeps
     * one version.
     */
    async publish() {
      const before = await told();
      const old = before.first.find(([path]) => path.endsWith('/main.js'))?.[0].split('/')[0] ?? '';
      const [folderName, version] = [`${old}-2`, `${before.version}-2`];
      const move = (/** @type {string} */ text) =>
        text.replaceAll(`${old}/`, `${folderName}/`).replaceAll(before.version, version);
      await write('index.html', move(await read('index.html')));
      await write('manifest.webmanifest', move(await read('manifest.webmanifest')));
      await rename(join(folder, old), join(folder, folderName));
      const worker = move(await read('service-worker.js'));
      const after = /** @type {Told} */ (JSON.parse(TOLD.exec(worker)?.[1] ?? ''));
      for (const file of [...after.first, ...after.later]) {
        if (file[0].includes('/')) continue;
        file[1] = `sha256-${createHash('sha256')
          .update(await read(file[0]))
          .digest('base64')}`;
      }
      await write(
        'service-worker.js',
        worker.replace(TOLD, () => `(${JSON.stringify(after)});`),
      );
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
