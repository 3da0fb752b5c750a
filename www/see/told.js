// Owns how a time is told in the reader's language: on the axis, and of a date.

import { date, number, t } from '../view/catalogue.js';

/** @typedef {import('./when.js').When} When */

/**
 * @param {number} time
 * @param {Intl.DateTimeFormatOptions} options
 */
function written(time, options) {
  return date(new Date(time).toISOString(), { timeZone: 'UTC', ...options });
}

/** @param {number} time */
function yearOf(time) {
  const year = new Date(time).getUTCFullYear();
  const plain = (/** @type {number} */ value) => number(value, { useGrouping: false });
  return year > 0 ? plain(year) : t('year-bc', { year: plain(1 - year) });
}

/** What stands at a line of the axis: as much as tells it from its neighbours. @param {Date} at */
export function tick(at) {
  const time = at.getTime();
  if (at.getUTCHours() + at.getUTCMinutes() > 0) return written(time, { hour: 'numeric', minute: 'numeric' });
  if (at.getUTCDate() > 1) return written(time, { month: 'short', day: 'numeric' });
  return at.getUTCMonth() > 0 ? written(time, { month: 'long' }) : yearOf(time);
}

/**
 * In words: `March 14, 2024`, `some time from 1980 to 1989`.
 * @param {When} time
 */
export function inWords({ from, to, kind, grain }) {
  const last = to - 1;
  const plain = new Date(from).getUTCFullYear() > 0;
  const one = (/** @type {number} */ at) =>
    plain ? written(at, { year: 'numeric', month: 'long', day: 'numeric' }) : yearOf(at);
  if (grain === 'century' || grain === 'decade' || grain === 'year') {
    const years = { from: yearOf(from), to: yearOf(last) };
    if (years.from === years.to) return years.from;
    return t(kind === 'span' || grain === 'year' ? 'from-to' : 'some-time', years);
  }
  if (kind === 'day' || (kind === 'somewhere' && one(from) === one(last))) return one(from);
  if (kind === 'somewhere' && grain === 'month') return written(from, { year: 'numeric', month: 'long' });
  return t(kind === 'span' ? 'from-to' : 'some-time', { from: one(from), to: one(last) });
}
