// Owns what is said of the room on the device.

/** @typedef {import('../view/app.js').App} App */

/**
 * How much is used and left.
 * @param {App} app
 */
export async function storageLine(app) {
  const room = await navigator.storage?.estimate?.().catch(() => undefined);
  const articles = app.articles().length;
  const what = `${articles} ${articles === 1 ? 'article' : 'articles'} on this device`;
  if (room?.usage === undefined || !room.quota) return `${what}.`;
  return `${what}, ${size(room.usage)} used, ${size(room.quota - room.usage)} left.`;
}

/** @param {number} bytes */
function size(bytes) {
  const units = ['KB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes / 1024, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  const digits = value >= 100 || unit === 0 ? 0 : 1;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })}\u00a0${units[unit]}`;
}
