/**
 * The W3C Web Annotation test suite's schemas, where they are at hand: the MUSTs of annotations and of
 * collections, checked with formats on.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const suite = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../../shared/conformance/w3c-web-annotation-tests',
);

/** @param {string} path */
const readJson = async (path) => JSON.parse(await readFile(join(suite, path), 'utf8'));

/**
 * Names of the MUST schemas that `value` breaks; undefined where the suite is not at hand.
 * @param {"annotations" | "collections"} kind
 * @param {unknown} value
 */
export async function brokenMusts(kind, value) {
  const list =
    kind === 'annotations' ? 'annotations/annotationMusts.test' : 'collections/collectionMusts.test';
  const test = await readJson(list).catch(() => undefined);
  if (test === undefined) {
    console.log('Not checked against the schemas of the W3C: they are not at hand.');
    return undefined;
  }
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  for (const name of await readdir(join(suite, 'definitions'))) {
    if (name.endsWith('.json')) ajv.addSchema(await readJson(`definitions/${name}`));
  }
  /** @type {string[]} */
  const broken = [];
  for (const assertion of test.assertions) {
    const schema = await readJson(assertion);
    if (!ajv.validate(schema, value)) broken.push(`${assertion}: ${ajv.errorsText()}`);
  }
  return broken;
}
