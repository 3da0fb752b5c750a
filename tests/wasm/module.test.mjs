import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytes, load } from './module.mjs';

test('the module is read from bytes and has a memory of its own', () => {
  const exports = load().initSync({ module: bytes });
  assert.ok(exports.memory.buffer.byteLength > 0);
});

test('the module asks only its own bindings and the script of its later half for imports', () => {
  const origins = new Set(
    WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map((entry) => entry.module),
  );
  assert.deepEqual(
    [...origins].filter((origin) => origin !== './manicule_bg.js'),
    ['../core/later.js'],
  );
});
