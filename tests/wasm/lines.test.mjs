/** The units in which other taggers' spans are compared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inCodePoints } from '../../xtask/peers/lines.mjs';

test('code units become code points', () => {
  const text = 'a😀漢b';
  const rows = inCodePoints(text, [
    [0, 1, 'A'],
    [1, 3, 'B'],
    [3, text.length, 'C'],
  ]);
  assert.deepEqual(rows, [
    [0, 1, 'A'],
    [1, 2, 'B'],
    [2, 4, 'C'],
  ]);
});
