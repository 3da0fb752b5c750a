/** What the core says is in the catalogue, and is found there again with all that was put into it. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { FluentBundle, FluentResource } from '@fluent/bundle';

import { asGiven, isTold, reader } from '../../www/core/sentences.js';

const folder = new URL('../../src/', import.meta.url);

/** Said to who writes a program with the core, by a page that gives it what its types do not allow. */
const FOR_PROGRAMS = [
  'The blocks must be an array.',
  'The text is no UTF-8.',
  'There is no such kind of block.',
  'There is no model yet: give it to `loadModel` first.',
  'The patch must be an object.',
  'The tags must be an array.',
  'Notes and tags must be strings.',
  'Each passage has a start and an end.',
  '“{}” is no hash of a text: sixteen hexadecimal digits are.',
];
/** The page says these itself, by the state that goes with them. */
const BY_STATE = ['Not kept: this browser offers no storage here', 'Read only: written by a newer Manicule'];

/** A notice that is put together of what happened and what became of it. */
const TOGETHER = /^(.* could not be read: \{\}\. )(.*)$/;

/** A string of Rust as it is said, with `{}` for all that is put in. @param {string} literal */
const said = (literal) =>
  literal
    .replace(/\\\n\s*/g, '')
    .replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\"/g, '"')
    .replace(/\{[^}]*\}/g, '{}');

/** The program without its tests and without comments, by file. @type {Map<string, string>} */
const sources = new Map();
for (const path of (await readdir(folder, { recursive: true })).filter((it) => it.endsWith('.rs'))) {
  const source = await readFile(new URL(path, folder), 'utf8');
  const [program = ''] = source.split(/^#\[cfg\(test\)\]/m);
  sources.set(path, program.replace(/^\s*\/\/.*$/gm, ''));
}
const LITERAL = '"((?:[^"\\\\]|\\\\[^])*)"';
/** Every string of the program that `around` stands before. @param {string} before */
const strings = (before) =>
  [...sources.values()].flatMap((source) =>
    [...source.matchAll(new RegExp(`${before}${LITERAL}`, 'g'))].map(([, literal]) => said(literal ?? '')),
  );

/** What the script says for the core that brings its later half. */
const script = await readFile(new URL('../../www/core/later.js', import.meta.url), 'utf8');
const byItsScript = [...script.matchAll(/'([^'\n]+\.)'/g)].map(([, sentence]) => sentence ?? '');

const { default: english } = await import(new URL('../../www/words/core/en.js', import.meta.url).href);
/** @type {any[]} */
const messages = new FluentResource(english).body;
const find = reader(messages);
/** @param {any} value */
const parts = (value) => (Array.isArray(value) ? value : [value]);
/** @param {any} value */
const flat = (value) =>
  parts(value)
    .map((part) => (typeof part === 'string' ? part : '{}'))
    .join('');

/** What the core says to a reader, each with `{}` for what is put in. */
const spoken = new Set([
  ...strings(String.raw`#\[error\(\s*`),
  ...strings(String.raw`\.refuse\(\s*`),
  ...strings(String.raw`\bone_id\(path, object, `),
  ...strings(String.raw`\bcorrupt\((?:format!\()?\s*`),
  ...strings(String.raw`\bset_aside_as_is\(&key, `),
  ...strings(String.raw`\bunavailable\(`),
  ...strings(String.raw`\blet reason = `),
  ...strings(String.raw`\bpurpose: `),
  ...strings(String.raw`return Err\(format!\(`),
  ...[...(sources.get('session/action.rs') ?? '').matchAll(/^ {4}\w+ = "([^"]+)",$/gm)].map(
    ([, phrase]) => phrase ?? '',
  ),
  // Whole sentences, wherever they stand.
  ...strings('').filter((it) => /^(\p{Lu}|“|\{\} \p{Ll})[^\n]* [^\n]*\.$/u.test(it)),
  ...strings('').filter((it) => /^Not \w+: /.test(it)),
]);

describe('the words of the core', () => {
  test('every message is said by the core, as it stands', () => {
    const whole = new Set([...strings(''), ...byItsScript]);
    for (const { id, value } of messages) {
      const words = flat(value);
      const [, first, fate] = TOGETHER.exec(words) ?? [];
      if (fate) {
        assert.ok(whole.has(`${first}{}`) && whole.has(fate), id);
        continue;
      }
      assert.ok(whole.has(words) || whole.has(words.replace(/\.$/, '')), `${id} = ${words}`);
    }
  });

  test('all that the core says to a reader is in the catalogue', () => {
    assert.ok(spoken.size > 120, `${spoken.size}`);
    const except = [...FOR_PROGRAMS, ...BY_STATE];
    for (const it of except) assert.ok(strings('').includes(it), `The core no longer says “${it}”.`);
    const held = messages.map(({ value }) => flat(value));
    const isHeld = (/** @type {string} */ words) =>
      [words, `${words}.`].some((it) => held.includes(it)) ||
      // Parts of the notice that is put together.
      held.some((it) => TOGETHER.exec(it)?.slice(1).includes(words.replace(/\{\}$/, '')));
    const lacking = [...spoken].filter((it) => !except.includes(it) && !isHeld(it));
    assert.deepEqual(lacking, []);
  });

  test('every message is found by what it says, in each language, with what was put in', async () => {
    for (const language of ['fr', 'ar']) {
      const { default: own } = await import(
        new URL(`../../www/words/core/${language}.js`, import.meta.url).href
      );
      const bundle = new FluentBundle(language, { useIsolating: false });
      bundle.addResource(new FluentResource(own));
      for (const { id, value } of messages) {
        let count = 0;
        const sentence = parts(value)
          .map((part) =>
            typeof part === 'string' ? part : asGiven(part.name, `1234${(count += 1)}`).toString(),
          )
          .join('');
        const found = find(sentence);
        assert.equal(found?.id, id, sentence);
        const given = found?.given.map(([name, text]) => [name, asGiven(name, text)]) ?? [];
        const translated = bundle.formatPattern(
          /** @type {any} */ (bundle.getMessage(id)?.value),
          Object.fromEntries(given),
        );
        for (const [name, text] of given) {
          const shown = typeof text === 'number' ? text.toLocaleString(language) : String(text);
          assert.ok(translated.includes(shown), `${language}: ${id}: ${String(name)} in ${translated}`);
        }
      }
    }
  });

  test('of what is put in, only the core’s own words are said in another language', () => {
    const title = find('The text of “note” cannot be read. The record is damaged: it is empty.');
    assert.equal(title?.id, 'core-no-text');
    assert.deepEqual(
      title?.given.map(([name, text]) => [isTold(name), text]),
      [
        [false, 'note'],
        [true, 'The record is damaged: it is empty.'],
      ],
    );
    assert.equal(find('Something went wrong in the browser'), undefined);
    assert.equal(find('Line twelve is not readable: its “id” is missing or wrong.'), undefined);
  });
});
