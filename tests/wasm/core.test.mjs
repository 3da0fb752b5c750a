/** The boundary as the page uses it: positions, records, errors, storage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { load, speech } from './module.mjs';

const STORY = 'Harbour reopens\n\nThe port of Lund reopened on Monday — 😀 said Lund.\n';

/**
 * A core with the story open in it.
 * @param {string} [text]
 */
async function opened(text = STORY) {
  const core = load().Core.inMemory();
  const id = await core.addText(text);
  return { core, id };
}

/**
 * The code of the error that `act` throws.
 * @param {() => unknown} act
 */
function code(act) {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.match(error.message, /^.+\.$/, 'a message is a full sentence');
    return /** @type {Error & { code: string }} */ (error).code;
  }
  return undefined;
}

test('positions count UTF-16 code units', async () => {
  const { core } = await opened();
  const text = core.text();
  for (const { start, end, kind } of core.blocks()) {
    assert.equal(text.slice(start, end), text.slice(start, end).trim(), kind);
  }
  const start = text.indexOf('said');
  const id = core.annotate(start, start + 4, { colour: 'green', note: 'who?', tags: ['a'] });
  const [note] = core.annotations();
  assert.ok(note);
  assert.equal(text.slice(note.start, note.end), 'said');
  assert.deepEqual(
    [note.id, note.kind, note.quote, note.colour, note.note, note.tags, note.place],
    [id, 'note', 'said', 'green', 'who?', ['a'], 'exact'],
  );
  for (const entity of core.entities()) {
    for (const [ordinal, mention] of entity.mentions.entries()) {
      const [found] = core.mentions(mention.start, mention.end);
      assert.ok(found);
      assert.deepEqual(
        [found.start, found.end, found.entity, found.ordinal],
        [mention.start, mention.end, entity.index, ordinal],
      );
    }
  }
  assert.ok(core.entities().length > 0);
});

test('who said what, where, and what ties crosses', async () => {
  const { core } = await opened(
    'Chinese President Xi Jinping left. “Good,” said Xi. They asked Beijing, and China came.',
  );
  const text = core.text();
  const entities = core.entities();
  const named = (/** @type {string} */ name) => entities.find((entity) => entity.name === name);
  const [quotation] = core.quotations();
  assert.ok(quotation?.speakerSpan && quotation.cue);
  assert.equal(text.slice(quotation.start, quotation.end), 'Good,');
  assert.equal(text.slice(quotation.speakerSpan.start, quotation.speakerSpan.end), 'Xi');
  assert.equal(text.slice(quotation.cue.start, quotation.cue.end), 'said');
  assert.deepEqual([quotation.kind, quotation.speaker], ['direct', named('Xi Jinping')?.index]);
  const [china, beijing] = [named('China'), named('Beijing')];
  assert.deepEqual([china?.place?.certain, china?.place?.candidates[0]?.country], [true, 'CN']);
  assert.deepEqual(beijing?.links, [{ kind: 'mayStandFor', entity: china?.index }]);
});

test('tokens cross with their parts of speech', async () => {
  const { core } = await opened();
  load().loadPartsOfSpeech(speech);
  const [text, tokens] = [core.text(), await core.tokens()];
  assert.ok(tokens instanceof Uint32Array);
  const found = Array.from({ length: tokens.length / 3 }, (_, at) => {
    const [start, end, tag] = tokens.subarray(at * 3);
    return [text.slice(start, end), tag];
  });
  assert.deepEqual(found.slice(2, 7), [
    ['The', 5],
    ['port', 7],
    ['of', 1],
    ['Lund', 11],
    ['reopened', 15],
  ]);
  assert.deepEqual(found.at(-2), ['Lund', 11]);
});

test('a position inside a surrogate pair, past the end or of an empty range is refused', async () => {
  const { core } = await opened();
  const face = core.text().indexOf('😀');
  assert.equal(
    code(() => core.annotate(face + 1, face + 3, {})),
    'offset',
  );
  assert.equal(
    code(() => core.mentions(0, face + 1)),
    'offset',
  );
  assert.equal(
    code(() => core.annotate(0, 100_000, {})),
    'offset',
  );
  assert.equal(
    code(() => core.annotate(3, 3, {})),
    'empty-range',
  );
  assert.equal(core.annotations().length, 0);
});

test('lone surrogates are replaced, counted and said', async () => {
  const { core } = await opened('one \ud800 two \udc00\udc00 three 😀 \ufffd.');
  assert.equal(core.text().trim(), 'one \ufffd two \ufffd\ufffd three 😀 \ufffd.');
  const notices = core.notices().filter((notice) => notice.code === 'replaced-characters');
  assert.deepEqual(
    notices.map((notice) => notice.detail),
    ['3'],
  );
  assert.deepEqual(core.notices(), []);
  await core.addText('a \ufffd that was there');
  assert.deepEqual(core.notices(), []);
});

test('what is absent stays, null takes away', async () => {
  const { core } = await opened();
  const id = core.annotate(0, 7, { colour: 'red', note: 'x', tags: ['t'] });
  core.update(id, { colour: undefined, note: null });
  const [note] = core.annotations();
  assert.deepEqual([note?.colour, note?.note, note?.tags], ['red', undefined, ['t']]);
  assert.equal(core.undo(), 'note');
  assert.equal(core.annotations()[0]?.note, 'x');
  assert.equal(core.redo(), 'note');
  core.remove(id);
  assert.deepEqual(core.annotations(), []);
  assert.ok(core.canUndo());
});

test('wrong arguments are errors with a code', async () => {
  const { core } = await opened();
  const wrong = /** @type {any} */ (core);
  assert.equal(
    code(() => wrong.annotate(0, 7, { colour: 'mauve' })),
    'bad-colour',
  );
  assert.equal(
    code(() => wrong.annotate(0, 7, { note: 7 })),
    'bad-argument',
  );
  assert.equal(
    code(() => wrong.correct(0, 7, { kind: 'label', label: 'CAT', everywhere: false })),
    'bad-label',
  );
  assert.equal(
    code(() => core.setDate('yesterday')),
    'bad-date',
  );
  assert.equal(
    code(() => core.update('urn:uuid:none', {})),
    'not-found',
  );
  assert.equal(
    code(() => core.rename('none', 'x')),
    'not-found',
  );
  assert.equal(
    code(() => load().Core.inMemory().text()),
    'nothing-open',
  );
  await assert.rejects(core.open('none'), { code: 'not-found' });
  await assert.rejects(core.importJson('{'), { code: 'bad-import' });
  await assert.rejects(wrong.addBlocks([{ kind: 'cat', text: '' }]), { code: 'bad-argument' });
});

test('a correction changes the mentions and is undone', async () => {
  const { core } = await opened();
  const start = core.text().indexOf('port of Lund');
  core.correct(start, start + 12, { kind: 'label', label: 'FAC', everywhere: false });
  const [mention] = core.mentions(start, start + 12);
  assert.deepEqual(
    [mention?.start, mention?.end, mention?.label, mention?.family, mention?.source],
    [start, start + 12, 'FAC', 'where', 'reader'],
  );
  assert.equal(core.undo(), 'correction');
  assert.notEqual(core.mentions(start, start + 12)[0]?.label, 'FAC');
});

test('a name that is taught holds in the next article, goes along and is forgotten', async () => {
  const { core } = await opened();
  const start = core.text().indexOf('port of Lund');
  core.correctAndLearn(start, start + 12, { kind: 'label', label: 'FAC', everywhere: false });
  assert.deepEqual(
    core.taught().map(({ name, verdict }) => [name, verdict]),
    [['port of Lund', 'FAC']],
  );
  const other = load().Core.inMemory();
  assert.equal((await other.importJson(await core.exportJson({ entities: false }))).learned, 1);
  await other.addText('They saw the port of Lund.');
  const [mention] = other.mentions(0, 26);
  assert.deepEqual(
    [mention?.start, mention?.label, mention?.source, mention?.score],
    [13, 'FAC', 'taught', 1],
  );
  other.forget('port of Lund');
  assert.deepEqual(other.taught(), []);
  assert.notEqual(other.mentions(0, 26)[0]?.source, 'taught');
});

test('an export goes into another core whole', async () => {
  const { core, id } = await opened();
  core.annotate(0, 7, { colour: 'yellow', note: '**x** <script>alert(1)</script>', tags: ['t'] });
  const json = await core.exportJson({ entities: true });
  const other = load().Core.inMemory();
  const report = await other.importJson(json);
  assert.deepEqual(report, { added: 1, updated: 0, same: 0, learned: 0, refused: [], article: id });
  assert.deepEqual(other.annotations(), core.annotations());
  assert.equal(await other.exportJson({ entities: true }), json);
});

test('without storage everything works and the status says so', async () => {
  const core = load().Core.start();
  assert.deepEqual(
    core.notices().map((notice) => notice.code),
    ['storage-unavailable'],
  );
  await core.addText(STORY);
  assert.equal(core.status().state, 'memory');
  core.setSetting('theme', 'dark');
  assert.equal(core.setting('theme'), 'dark');
});

test('asynchronous calls do not get into each other’s way', async () => {
  const core = load().Core.inMemory();
  const ids = await Promise.all([
    core.addText('One thing.'),
    core.addText('Another.'),
    core.addText('A third.'),
  ]);
  await Promise.all(ids.map((id) => core.open(id)));
  assert.equal(core.articles().length, 3);
});
