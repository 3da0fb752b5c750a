/** What is asked of annotations and done to several at once, as the page does it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { load } from './module.mjs';

const STORY = 'Detour 😀\n\nThe old bridge over the Torne is closed. The bridge opens again in May.\n';

async function opened() {
  const core = load().Core.inMemory();
  await core.addText(STORY);
  const text = core.text();
  /** @param {string} words @param {Parameters<typeof core.annotate>[2]} patch @param {number} [from] */
  const mark = (words, patch, from = 0) => {
    const start = text.indexOf(words, from);
    return core.annotate(start, start + words.length, patch);
  };
  return { core, text, mark };
}

test('annotations are found by place, words, tag, colour, kind and day', async () => {
  const { core, text, mark } = await opened();
  const old = mark('old bridge', { colour: 'red', tags: ['bridges'] });
  const river = mark('Torne', { note: 'Which RIVER?' });
  const day = core.annotations()[0]?.created.slice(0, 10) ?? '';
  assert.deepEqual(core.annotationsAt(text.indexOf('bridge over')), [old]);
  assert.deepEqual(core.annotationsAt(text.length), []);
  assert.deepEqual(core.annotationsIn(0, text.length), [old, river]);
  for (const [query, found] of /** @type {[Parameters<typeof core.find>[0], string[]][]} */ ([
    [{}, [old, river]],
    [{ text: 'river' }, [river]],
    [{ tags: ['bridges'] }, [old]],
    [{ colours: ['red', 'blue'] }, [old]],
    [{ kinds: ['note'] }, [river]],
    [{ places: ['orphan', 'ambiguous'] }, []],
    [{ since: day, until: day }, [old, river]],
    [{ until: '2001' }, []],
    [{ within: [0, text.indexOf('old') + 1] }, [old]],
  ])) {
    assert.deepEqual(core.find(query), found, JSON.stringify(query));
  }
  assert.throws(() => core.find({ colours: /** @type {any} */ (['mauve']) }), { code: 'bad-argument' });
  assert.throws(() => core.annotationsAt(text.indexOf('😀') + 1), { code: 'offset' });
});

test('several are changed, merged and removed as one step each', async () => {
  const { core, mark } = await opened();
  const ids = [mark('old bridge', { note: 'One.' }), mark('bridge over', { note: 'Two.', colour: 'blue' })];
  assert.equal(core.updateSeveral(ids, { add: ['a'], colour: 'green' }), 2);
  assert.equal(core.updateSeveral(ids, { remove: ['a'], colour: 'none' }), 2);
  core.undo();
  assert.deepEqual(
    core.annotations().map(({ tags, colour }) => [tags, colour]),
    [
      [['a'], 'green'],
      [['a'], 'green'],
    ],
  );
  assert.deepEqual(core.done(), ['change of several notes', 'note', 'note']);
  assert.deepEqual(core.undone(), ['change of several notes']);
  assert.equal(core.merge(ids), ids[0]);
  const [merged] = core.annotations();
  assert.deepEqual([merged?.quote, merged?.note], ['old bridge over', 'One.\n\nTwo.']);
  assert.throws(() => core.merge(ids.slice(0, 1)), { code: 'not-mergeable' });
  core.undo();
  assert.equal(core.removeSeveral(ids), 2);
  assert.deepEqual(core.annotations(), []);
});

test('an annotation is put elsewhere, ties two passages, or is about the whole', async () => {
  const { core, text, mark } = await opened();
  const id = mark('Torne', {});
  const may = text.indexOf('May');
  core.reattach(id, may, may + 3);
  assert.deepEqual(
    core.annotations().map(({ quote, place, start }) => [quote, place, start]),
    [['May', 'exact', may]],
  );
  assert.throws(() => core.reattach(id, may, may + 3, 4), { code: 'no-passage' });
  const whole = core.annotateWhole({ note: 'Ask the council.' });
  const relation = core.relate(0, 6, may, may + 3, 'until');
  const [tied, , about] = core.annotations();
  assert.deepEqual(
    [tied?.id, tied?.kind, tied?.relation, tied?.ends],
    [relation, 'relation', 'until', [{ start: may, end: may + 3, quote: 'May' }]],
  );
  assert.deepEqual([about?.id, about?.place, about?.start], [whole, 'whole', -1]);
});

test('places that could be meant and bodies that are no note cross with their reasons', async () => {
  const { core, text } = await opened();
  const item = (/** @type {string} */ name, /** @type {string} */ exact) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:example:${name}`,
    type: 'Annotation',
    creator: { type: 'Person', name: 'Reader' },
    body: [
      'http://example.org/page',
      { type: 'TextualBody', value: 'Hm.', purpose: 'commenting' },
      { type: 'TextualBody', value: 'Bro?', purpose: 'questioning', language: 'sv' },
    ],
    target: { source: 'http://example.org/', selector: { type: 'TextQuoteSelector', exact } },
  });
  await core.importJson(JSON.stringify([item('many', 'bridge'), item('none', 'a ferry on the river')]));
  const [many, none] = core.annotations();
  assert.equal(many?.place, 'ambiguous');
  assert.deepEqual(
    many.candidates.map(({ start, end }) => text.slice(start, end)),
    ['bridge', 'bridge'],
  );
  assert.equal(none?.place, 'orphan');
  assert.match(none.reason ?? '', /^The quoted words .+\.$/);
  assert.deepEqual([none.note, none.creator], ['Hm.', 'Reader']);
  assert.deepEqual(none.further, [
    { text: 'http://example.org/page', link: true },
    { text: 'Bro?', link: false, purpose: 'questioning', language: 'sv' },
  ]);
});

test('colours are named and templates kept', async () => {
  const { core } = await opened();
  core.nameColour('red', 'Doubtful');
  core.nameColour('blue', ' Evidence ');
  assert.deepEqual(core.colourNames(), { red: 'Doubtful', blue: 'Evidence' });
  core.undo();
  assert.deepEqual(core.colourNames(), { red: 'Doubtful' });
  assert.throws(() => core.nameColour(/** @type {any} */ ('mauve'), 'x'), { code: 'bad-argument' });
  const first = core.templates();
  core.setTemplates([{ name: 'Mine', text: '- ' }]);
  assert.deepEqual(core.templates(), [{ name: 'Mine', text: '- ' }]);
  core.setTemplates(null);
  assert.deepEqual(core.templates(), first);
});
