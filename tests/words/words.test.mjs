/** The catalogues have the same messages, all of them used where they are, and the views have no other words. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, test } from 'node:test';

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { parse } from 'espree';

const www = new URL('../../www/', import.meta.url);
const LANGUAGES = ['en', 'fr', 'ar'];
/** The first screen's words, by the empty name, and those of each part that is loaded later. */
const FIRST = '';
const AREAS = [FIRST, 'bring', 'core', 'keep', 'receive', 'see', 'work'];

/** Scripts whose words are all in the catalogue. The aim is every one but those that speak before there is one. */
const CONVERTED = (await readFile(new URL('converted.txt', import.meta.url), 'utf8'))
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));

/** By area and language. @type {Map<string, Map<string, FluentResource>>} */
const catalogues = new Map();
for (const area of AREAS) {
  const languages = new Map();
  for (const language of LANGUAGES) {
    const { default: source } = await import(new URL(join('words', area, `${language}.js`), www).href);
    languages.set(language, new FluentResource(source));
    const written = [...source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id);
    const read = languages.get(language).body.map((/** @type {any} */ { id }) => id);
    assert.deepEqual(read, written, `Every message of ${area} ${language} can be read.`);
  }
  catalogues.set(area, languages);
}

/** @param {string} area @param {string} language */
const body = (area, language) => catalogues.get(area)?.get(language)?.body ?? [];
/** The messages of a language, of all areas. @param {string} language */
const everything = (language) => AREAS.flatMap((area) => body(area, language));
/** @param {string} area */
const ids = (area) => new Set(body(area, 'en').map(({ id }) => id));

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

/** What a script imports and has others import, at once or later. @param {string} path */
function imports(path) {
  /** @type {string[]} */
  const now = [];
  /** @type {string[]} */
  const later = [];
  walk(scripts.get(path), (node) => {
    const from = node.source?.value;
    if (typeof from !== 'string' || !from.startsWith('.')) return;
    const to = normalize(join(dirname(path), from));
    if (scripts.has(to)) (node.type === 'ImportExpression' ? later : now).push(to);
  });
  return { now, later };
}

/** A script with all that comes along with it. @param {string} path @param {Set<string>} [found] */
function together(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const other of imports(path).now) together(other, found);
  return found;
}

/** Whether a module gives `ready` on. @param {string} path */
function givesReady(path) {
  let gives = false;
  walk(scripts.get(path), (node) => {
    if (node.type === 'ExportSpecifier' && node.exported.name === 'ready') gives = true;
  });
  return gives;
}

/** What a script asks for: whole ids, and the beginnings of those that are put together. @param {any} program */
function asked(program) {
  /** @type {Set<string>} */
  const whole = new Set();
  /** @type {Set<string>} */
  const beginnings = new Set();
  /** @type {Set<string>} every string: ids are chosen from tables, too */
  const strings = new Set();
  walk(program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') strings.add(node.value);
    if (node.type !== 'CallExpression' || node.callee.name !== 't') return;
    walk(node.arguments[0], (part, parent) => {
      if (typeof part.value === 'string' && parent?.type !== 'BinaryExpression') whole.add(part.value);
      if (part.type === 'TemplateLiteral') beginnings.add(part.quasis[0].value.cooked);
    });
  });
  return { whole, beginnings, strings };
}

/** @type {Map<string, ReturnType<typeof asked>>} */
const questions = new Map([...scripts].map(([path, program]) => [path, asked(program)]));
const dressed = [...markup.matchAll(/data-(?:words|named)="([^"]+)"/g)].map(([, id]) => id ?? '');
/** What every visit loads: the last when the page has come to rest. */
const shell = together('view/offline.js', together('main.js'));

describe('the words of the page', () => {
  for (const language of LANGUAGES.slice(1)) {
    test(`${language} has every message of English, where English has it, and no other`, () => {
      for (const area of AREAS) {
        const own = body(area, language).map(({ id }) => id);
        assert.deepEqual(own.sort(), [...ids(area)].sort(), area);
      }
    });

    test(`${language} puts in what English puts in`, () => {
      const english = new Map(everything('en').map(({ id, value }) => [id, value]));
      for (const { id, value } of everything(language)) {
        assert.deepEqual([...variables(value)].sort(), [...variables(english.get(id))].sort(), id);
      }
    });
  }

  test('no message is there twice', () => {
    for (const language of LANGUAGES) {
      const all = everything(language).map(({ id }) => id);
      assert.deepEqual(
        all.filter((id, index) => all.indexOf(id) !== index),
        [],
        language,
      );
    }
  });

  test('the full name of what is pressed has the words that are seen on it', () => {
    /** @type {string[]} */
    const apart = [];
    for (const language of LANGUAGES) {
      const all = new Map(everything(language).map(({ id, value }) => [id, value]));
      for (const [id, name] of all) {
        const seen = all.get(id.replace(/-named?$/, ''));
        // These say something else than what stands on a button of the other name.
        const isOther = /^(bulk-colour|save-as|same-as)-named$/.test(id);
        if (isOther || !/-named?$/.test(id) || typeof seen !== 'string' || !Array.isArray(name)) continue;
        const words = name.map((it) => (typeof it === 'string' ? it : '')).join('');
        if (!words.toLowerCase().includes(seen.replace(/…$/, '').toLowerCase()))
          apart.push(`${language}: ${id}: “${seen}”, “${words}”`);
      }
    }
    assert.equal(apart.join('\n'), '');
  });

  test('every message can be said', () => {
    for (const language of LANGUAGES) {
      const bundle = new FluentBundle(language, { useIsolating: false });
      for (const area of AREAS) bundle.addResource(/** @type {any} */ (catalogues.get(area)?.get(language)));
      // A message may stand within another, which then puts in what both do.
      const withinOthers = ['articles', 'annotations', 'count', 'name', 'kind'];
      for (const { id, value } of everything(language)) {
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

  test('what is asked for is there by then: in the first screen’s words, or in those of a part that came along', () => {
    const entries = ['main.js', ...[...scripts.keys()].flatMap((path) => imports(path).later)];
    for (const entry of new Set(entries)) {
      const all = [...together(entry)];
      // Scripts of one part alone have others come when its words are there.
      const callers = [...scripts.keys()].filter((path) => imports(path).later.includes(entry));
      const isWithin = (/** @type {string} */ area) =>
        callers.length > 0 && callers.every((path) => path.startsWith(`${area}/`));
      const areas = AREAS.filter((area) => all.includes(`${area}/words.js`) || isWithin(area));
      const first = ids(FIRST);
      const known = new Set([FIRST, ...areas].flatMap((area) => [...ids(area)]));
      // What the first screen has asked for is asked for with its own words.
      const own = entry === 'main.js' ? all : all.filter((path) => !shell.has(path));
      let isLater = false;
      for (const path of own) {
        const { whole, beginnings } = questions.get(path) ?? asked(undefined);
        for (const id of whole) {
          assert.ok(known.has(id), `${path}, which comes with ${entry}, asks for ${id}.`);
          isLater ||= !first.has(id);
        }
        for (const beginning of beginnings) {
          const begun = [...known].filter((id) => id.startsWith(beginning));
          assert.ok(begun.length > 0, `${path}, which comes with ${entry}, asks for ${beginning}….`);
          isLater ||= begun.every((id) => !first.has(id));
        }
      }
      if (isLater && !AREAS.some(isWithin))
        assert.ok(givesReady(entry), `${entry} has its words waited for by giving ready on.`);
    }
    for (const id of dressed) assert.ok(ids(FIRST).has(id), id);
  });

  test('nothing is there that is not asked for, and the first screen’s words are asked for by its own scripts', () => {
    // The core's are asked for by what they say (`core.test.mjs`).
    for (const area of AREAS.filter((it) => it !== 'core')) {
      const source = body(area, 'en');
      const within = JSON.stringify(source.map(({ value }) => value));
      const paths = [...scripts.keys()].filter((path) => area !== FIRST || shell.has(path));
      const all = paths.map((path) => questions.get(path) ?? asked(undefined));
      const isAsked = (/** @type {string} */ id) =>
        (area === FIRST && dressed.includes(id)) ||
        within.includes(`"name":"${id}"`) ||
        all.some(
          ({ whole, beginnings, strings }) =>
            whole.has(id) || strings.has(id) || [...beginnings].some((it) => it !== '' && id.startsWith(it)),
        );
      const unused = source.map(({ id }) => id).filter((id) => !isAsked(id));
      assert.deepEqual(unused, [], area);
    }
  });

  test('every command that has its id written out has its words', () => {
    const held = ids('work');
    for (const [path, program] of scripts) {
      walk(program, (node) => {
        if (node.type !== 'ObjectExpression') return;
        const named = (/** @type {string} */ name) =>
          node.properties.find((/** @type {any} */ it) => it.key?.name === name)?.value;
        const id = named('id')?.value;
        if (!named('run') || typeof id !== 'string') return;
        assert.ok(held.has(`command-${id.replaceAll('.', '-')}`), `${path}: ${id}`);
      });
    }
  });

  test('the views say nothing that is not in the catalogue', () => {
    /** @type {string[]} */
    const bare = [];
    for (const [path, program] of scripts) {
      if (!CONVERTED.includes(path)) continue;
      walkSaid(program, (node) => {
        const words =
          node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : '';
        if (typeof words === 'string' && looksSaid(words))
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

/** A key, or several at a time. */
const KEY =
  /^((Mod|Alt|Shift)\+)*(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down)|Tab|Escape|Enter|Space|Delete|Backspace|Cmd|F\d+|.)$/;

/** Whether a text reads like words for a reader: a capital and letters, or letters, a space and letters. @param {string} text */
function looksSaid(text) {
  // Keys, as browsers call them.
  if (KEY.test(text)) return false;
  if (/^\(prefers-|[#[\]=<>]|, \.|^( · )?Manicule$|^\.|--|::|\/|^--|^[a-z-]+(,? [a-z-]+)*$/.test(text))
    return /[.!?…]$/.test(text) && / /.test(text);
  return /^[\s“]*\p{Lu}\p{Ll}+/u.test(text) || /\p{L}{2,} \p{L}{2,}/u.test(text) || / \p{L}{2,}/u.test(text);
}

/** Every node of a program but those whose words are for no reader. @param {any} node @param {(node: any) => void} visit */
function walkSaid(node, visit) {
  if (Array.isArray(node)) for (const part of node) walkSaid(part, visit);
  else if (node && typeof node.type === 'string' && !isUnsaid(node)) {
    visit(node);
    for (const part of Object.values(node)) walkSaid(part, visit);
  }
}

/** Calls that are given selectors and names of properties. */
const OWN = /^(includes|querySelector|querySelectorAll|closest|matches|getAttribute|property)$/;

/** Faults of ours, selectors, names of things and of classes. @param {any} node */
function isUnsaid(node) {
  switch (node.type) {
    case 'NewExpression':
      return /Error$/.test(node.callee.name ?? '');
    case 'CallExpression':
      return (
        OWN.test(node.callee.property?.name ?? node.callee.name) || node.arguments[0]?.value === 'transform'
      );
    case 'BinaryExpression':
      return /^[!=]==$/.test(node.operator);
    case 'Property':
      return ['class', 'type', 'ALLOWED_TAGS'].includes(node.key?.name);
    default:
      return node.type === 'ImportDeclaration' || node.type === 'ImportExpression';
  }
}
