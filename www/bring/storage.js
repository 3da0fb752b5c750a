// Owns what is said of the room on the device.

import { number, t } from '../view/catalogue.js';

/** @typedef {import('../view/app.js').App} App */

/**
 * How much is used and left.
 * @param {App} app
 */
export async function storageLine(app) {
  const room = await navigator.storage?.estimate?.().catch(() => undefined);
  const articles = app.articles().length;
  if (room?.usage === undefined || !room.quota) return t('storage-unmeasured', { count: articles });
  const sizes = { used: size(room.usage), left: size(room.quota - room.usage) };
  return t('storage', { count: articles, ...sizes });
}

/** @param {number} bytes */
function size(bytes) {
  const units = /** @type {const} */ (['size-KB', 'size-MB', 'size-GB', 'size-TB']);
  let [value, unit] = [bytes / 1024, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  const digits = value >= 100 || unit === 0 ? 0 : 1;
  return t(units[unit] ?? units[0], { size: number(value, { maximumFractionDigits: digits }) });
}
