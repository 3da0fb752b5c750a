/** The tagger alone: positions count code points of the text as it was given. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { load } from './module.mjs';

const { spans } = load();

/**
 * What is found in a text, as the text itself has it.
 * @param {string} text
 */
function found(text) {
  const characters = [...text];
  return spans(text).map(([start, end, type]) => [characters.slice(start, end).join(''), type]);
}

test('positions are those of the text before it was normalised', () => {
  assert.deepEqual(spans('\ufeff😀 She flew to\u00a0Seoul.\r\nSeoul it was.'), [
    [15, 20, 'GPE'],
    [23, 28, 'GPE'],
  ]);
});

test('what was left out inside a name is part of it, what stands around it is not', () => {
  assert.deepEqual(found('漢字 👩\u200d🚀 She flew to \u200bSe\u00adoul\u200b on Monday.'), [
    ['Se\u00adoul', 'GPE'],
    ['Monday', 'DATE'],
  ]);
});

test('lone surrogates count one, and the empty text holds nothing', () => {
  assert.deepEqual(spans('\ud800 \udc00 😀 They went to Seoul.'), [[19, 24, 'GPE']]);
  assert.deepEqual(spans(''), []);
});
