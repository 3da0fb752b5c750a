/** The model comes apart from the program, sooner or later or damaged; it lasts as long as the instance. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bare, model, speech } from './module.mjs';

const { Core, hasModel, loadModel, loadPartsOfSpeech, spans } = bare();
const STORY = 'Maria Lindqvist met Luc Marchetti in Oslo on 3 June 2021, and paid $5 million.';

/** @param {import('../../www/pkg/manicule.js').Core} core */
const labels = (core) => core.mentions(0, core.text().length).map(({ label }) => label);

test('without a model articles open and are annotated, and only what rules find is found', async () => {
  const core = Core.inMemory();
  await core.addText(STORY);
  const id = core.annotate(0, 5, { note: 'who?' });
  assert.deepEqual([core.annotations()[0]?.id, core.annotations()[0]?.quote], [id, 'Maria']);
  assert.deepEqual(labels(core), ['DATE', 'MONEY']);
  assert.ok(core.entities().length > 0);
  assert.equal(hasModel(), false);
  assert.throws(() => spans(STORY), { code: 'no-model' });
});

test('what is no model, or not as it was written, is refused with a sentence', () => {
  const changed = Uint8Array.from(model);
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
  for (const [bytes, code] of /** @type {[Uint8Array, string][]} */ ([
    [new Uint8Array(), 'model-version'],
    [new TextEncoder().encode('<!doctype html><title>404</title>'), 'model-version'],
    [new TextEncoder().encode('manicule model 0\n'), 'model-version'],
    [model.subarray(0, model.length - 1), 'model-damaged'],
    [model.subarray(0, 20), 'model-damaged'],
    [changed, 'model-damaged'],
  ])) {
    assert.throws(() => loadModel(bytes), { code, message: /^The .+\.$/ });
  }
  assert.equal(hasModel(), false);
});

test('an article that is open when the model comes is tagged again, and its notes stay', async () => {
  const core = Core.inMemory();
  await core.addText(STORY);
  core.annotate(0, 5, { note: 'who?' });
  const before = core.annotations();
  loadModel(model);
  assert.equal(hasModel(), true);
  core.tagAgain();
  assert.deepEqual(labels(core), ['PERSON', 'PERSON', 'GPE', 'DATE', 'MONEY']);
  assert.deepEqual(core.annotations(), before);
  assert.equal(spans(STORY).length, 5);
  loadModel(model);
  Core.inMemory().tagAgain();
});

test('parts of speech have a file of their own, and what needs them says so until it is there', async () => {
  const core = Core.inMemory();
  await core.addText(STORY);
  const formats = (await core.exportFormats()).filter((format) => format.speech).map(({ name }) => name);
  assert.deepEqual(formats, ['conll2003', 'conllup']);
  const code = 'no-parts-of-speech';
  await assert.rejects(core.tokens(), { code });
  for (const name of formats) await assert.rejects(core.exportAs(name, { entities: true }), { code });
  assert.throws(() => loadPartsOfSpeech(model), { code: 'model-version' });
  assert.throws(() => loadPartsOfSpeech(speech.subarray(1000)), { code: 'model-version' });
  assert.throws(() => loadPartsOfSpeech(speech.subarray(0, 1000)), { code: 'model-damaged' });
  loadPartsOfSpeech(speech);
  loadPartsOfSpeech(speech);
  assert.ok((await core.tokens()).length > 0);
  const [written] = await core.exportAs('conllup', { entities: true });
  assert.match(written?.text ?? '', /\tLindqvist\tPROPN\t/);
});
