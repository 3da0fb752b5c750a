/** The catalogues have the same messages, all of them used, and the views that use them have no other words. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { parse } from 'espree';

const www = new URL('../../www/', import.meta.url);
const LANGUAGES = ['en', 'fr', 'ar'];

/** Scripts whose words are all in the catalogue. The aim is every one but those that speak before there is one. */
const CONVERTED = (await readFile(new URL('converted.txt', import.meta.url), 'utf8'))
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));

/** @type {Map<string, FluentResource>} */
const catalogues = new Map();
for (const language of LANGUAGES) {
  const { default: source } = await import(new URL(`words/${language}.js`, www).href);
  catalogues.set(language, new FluentResource(source));
  const written = [...source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id);
  const read = catalogues.get(language)?.body.map(({ id }) => id) ?? [];
  assert.deepEqual(read, written, `Every message of ${language} can be read, and is there once.`);
  assert.equal(new Set(read).size, read.length, `No message of ${language} is there twice.`);
}

/** @param {string} language */
const ids = (language) => new Set(catalogues.get(language)?.body.map(({ id }) => id));

/** The names of what is put into a message. @param {any} node @param {Set<string>} [found] @returns {Set<string>} */
function variables(node, found = new Set()) {
  if (node?.type === 'var') found.add(node.name);
  if (node && typeof node === 'object') for (const part of Object.values(node)) variables(part, found);
  return found;
}

/** Every node of a program. @param {any} node @param {(node: any, parent: any) => void} visit @param {any} [parent] */
function walk(node, visit, parent = undefined) {
  if (Array.isArray(node)) for (const part of node) walk(part, visit, parent);
  else if (node && typeof node.type === 'string') {
    visit(node, parent);
    // A piece of a template counts as what the template is.
    const above = node.type === 'TemplateLiteral' ? parent : node;
    for (const part of Object.values(node)) walk(part, visit, above);
  }
}

/** @type {Map<string, any>} */
const scripts = new Map();
for (const path of await readdir(www, { recursive: true })) {
  if (!path.endsWith('.js') || /^(pkg|vendor|words)\//.test(path)) continue;
  const source = await readFile(new URL(path, www), 'utf8');
  const sourceType = path === 'early.js' ? 'script' : 'module';
  scripts.set(path, parse(source, { ecmaVersion: 'latest', sourceType, loc: true }));
}
const markup = await readFile(new URL('index.html', www), 'utf8');

/** What the page asks for: whole ids, and the beginnings of those that are put together. */
function asked() {
  const whole = new Set([...markup.matchAll(/data-(?:words|named)="([^"]+)"/g)].map(([, id]) => id ?? ''));
  /** @type {Set<string>} */
  const beginnings = new Set();
  /** @type {Set<string>} every string of the scripts: ids are chosen from tables, too */
  const strings = new Set();
  for (const program of scripts.values()) {
    walk(program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') strings.add(node.value);
      if (node.type !== 'CallExpression' || node.callee.name !== 't') return;
      walk(node.arguments[0], (part, parent) => {
        if (part.type === 'Literal' && parent?.type !== 'BinaryExpression') whole.add(part.value);
        if (part.type === 'TemplateLiteral') beginnings.add(part.quasis[0].value.cooked);
      });
    });
  }
  return { whole, beginnings, strings };
}

describe('the words of the page', () => {
  for (const language of LANGUAGES.slice(1)) {
    test(`${language} has every message of English, and no other`, () => {
      assert.deepEqual([...ids(language)].sort(), [...ids('en')].sort());
    });

    test(`${language} puts in what English puts in`, () => {
      const english = new Map(catalogues.get('en')?.body.map(({ id, value }) => [id, value]));
      for (const { id, value } of catalogues.get(language)?.body ?? []) {
        assert.deepEqual([...variables(value)].sort(), [...variables(english.get(id))].sort(), id);
      }
    });
  }

  test('every message can be said', () => {
    for (const [language, resource] of catalogues) {
      const bundle = new FluentBundle(language, { useIsolating: false });
      bundle.addResource(resource);
      // A message may stand within another, which then puts in what both do.
      const withinOthers = ['articles', 'annotations', 'count', 'name', 'kind'];
      for (const { id, value } of resource.body) {
        for (const amount of [0, 1, 2, 3, 11, 100]) {
          const names = [...variables(value), ...withinOthers];
          const given = Object.fromEntries(names.map((name) => [name, amount]));

          /** @type {Error[]} */
          const errors = [];
          const said = bundle.formatPattern(/** @type {any} */ (value), given, errors);
          assert.deepEqual(errors, [], `${language}: ${id}`);
          assert.ok(said.length > 0 && !/[{}]/.test(said), `${language}: ${id}: ${said}`);
        }
      }
    }
  });

  test('nothing is asked for that is not there', () => {
    const { whole, beginnings } = asked();
    const english = ids('en');
    assert.deepEqual(
      [...whole].filter((id) => !english.has(id)),
      [],
    );
    assert.deepEqual(
      [...beginnings].filter((beginning) => ![...english].some((id) => id.startsWith(beginning))),
      [],
    );
  });

  test('nothing is there that is not asked for', () => {
    const { whole, beginnings, strings } = asked();
    const source = catalogues.get('en')?.body ?? [];
    const within = JSON.stringify(source.map(({ value }) => value));
    const unused = source
      .map(({ id }) => id)
      .filter((id) => !whole.has(id) && !strings.has(id) && !within.includes(`"name":"${id}"`))
      .filter((id) => ![...beginnings].some((beginning) => id.startsWith(beginning)));
    assert.deepEqual(unused, []);
  });

  test('the views say nothing that is not in the catalogue', () => {
    /** @type {string[]} */
    const bare = [];
    for (const [path, program] of scripts) {
      if (!CONVERTED.includes(path)) continue;
      walk(program, (node, parent) => {
        const words =
          node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : '';
        if (typeof words !== 'string' || !looksSaid(words) || isUnsaid(parent)) return;
        bare.push(`${path}:${node.loc.start.line}: ${words}`);
      });
    }
    assert.equal(bare.join('\n'), '');
  });

  test('what is converted is there', () => {
    assert.deepEqual(
      CONVERTED.filter((path) => !scripts.has(path)),
      [],
    );
  });
});

/** Whether a text reads like words for a reader: a capital and letters, or letters, a space and letters. @param {string} text */
function looksSaid(text) {
  if (/^\(prefers-|[#[\]=<>]|^\.|--|::|\/|^--|^[a-z-]+( [a-z-]+)*$/.test(text))
    return /[.!?…]$/.test(text) && / /.test(text);
  return /^[\s“]*\p{Lu}\p{Ll}+/u.test(text) || /\p{L}{2,} \p{L}{2,}/u.test(text) || / \p{L}{2,}/u.test(text);
}

/** Faults of ours, keys of the keyboard and names of things are no words for a reader. @param {any} parent */
function isUnsaid(parent) {
  if (parent?.type === 'NewExpression') return /Error$/.test(parent.callee.name ?? '');
  if (parent?.type === 'BinaryExpression') return /^[!=]==$/.test(parent.operator);
  if (parent?.type === 'Property') return ['class', 'group'].includes(parent.key?.name);
  return parent?.type === 'ImportDeclaration' || parent?.type === 'ImportExpression';
}
