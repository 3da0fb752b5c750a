import assert from 'node:assert/strict';
import { test } from 'node:test';

import { load } from './module.mjs';

test('a part that cannot be fetched is an error with a code, and is fetched at the next call', async () => {
  const core = load().Core.inMemory();
  await core.addText('Mara Lind sailed from the port of Lund.');
  const whole = globalThis.fetch;
  /** @type {(string | undefined)[]} */
  const asked = [];
  globalThis.fetch = async (what) => {
    asked.push(new URL(String(what)).pathname.split('/').pop());
    throw new TypeError('offline');
  };
  await assert.rejects(core.exportFormats(), { code: 'not-fetched' });
  assert.ok(asked.includes('split_exchange.wasm'));
  globalThis.fetch = whole;
  // What was asked for at the same time fails a moment later, and is then asked for again as well.
  await new Promise((done) => setTimeout(done, 50));
  assert.ok((await core.exportFormats()).some(({ name }) => name === 'w3c'));
  // It is there now, and asks for nothing more.
  globalThis.fetch = () => assert.fail('A part was fetched twice.');
  assert.equal((await core.exportAs('w3c', {})).length, 1);
  globalThis.fetch = whole;
});
