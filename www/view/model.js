// Owns the model's way from the server to the core. Invariant: the page works without it, and that it is not
// there is said where mentions are counted.

import { hasModel, loadModel } from '../pkg/manicule.js';
import { t } from './catalogue.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {'coming' | 'there' | 'missing'} ModelState */

/**
 * The model's bytes. The page's own link has the browser fetch them before any script runs, and its address
 * is the one place that names the file.
 * @param {RequestCache} [cache]
 */
export async function fetchModel(cache = 'default') {
  const link = /** @type {HTMLLinkElement | null} */ (
    document.querySelector('link[rel="preload"][href$=".model"]')
  );
  if (!link) throw new Error(t('model-unnamed'));
  const answer = await fetch(link.href, { cache }).catch(() => undefined);
  if (!answer) throw new Error(t('model-unreachable'));
  if (!answer.ok) throw new Error(t('model-refused', { status: answer.status }));
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * Waits for the model, or for the next turn if it takes longer; whether it is there.
 * @param {Promise<Uint8Array>} coming
 */
export async function isThereByNow(coming) {
  const given = coming.then(loadModel).catch(() => undefined);
  await Promise.race([given, new Promise((resolve) => setTimeout(resolve))]);
  return hasModel();
}

/**
 * Hands the model to the core and has the open article tagged with it.
 * @param {App} app
 * @param {Promise<Uint8Array>} coming
 */
export async function bring(app, coming) {
  app.modelIs('coming');
  try {
    loadModel(await coming);
    app.modelIs('there');
  } catch (error) {
    app.failed(error);
    app.modelIs('missing');
  }
}
