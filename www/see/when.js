// Owns what a normalised time means on an axis: from when to when, and how sure that is. Invariant: nothing is
// guessed; what has no place in time (a length, a time of day, a day of an unknown year) has none here.

/**
 * @typedef {{ from: number, to: number, kind: 'day' | 'somewhere' | 'span', grain: string }} When
 * Milliseconds since 1970, `to` one past the end. A `day` (or a time of one) is known, `somewhere` lies within,
 * a `span` takes all of it.
 */

const SEASONS = { SP: [2, 5], SU: [5, 8], FA: [8, 11], WI: [11, 14] };
const DAY = 86_400_000;

/**
 * A moment; months may lie beyond December.
 * @param {number} year
 * @param {number} [month] from 0
 * @param {number} [day]
 */
function utc(year, month = 0, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** The Monday of the first ISO week. @param {number} year */
function firstMonday(year) {
  const fourth = utc(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}

/** Which third of a time is meant by `early`, `mid` and `late`. */
const THIRDS = { START: 0, MID: 1, END: 2 };

/**
 * @param {string} value as TIMEX3 writes it
 * @param {string} [qualifier] its `mod`
 * @returns {When | undefined}
 */
export function when(value, qualifier = '') {
  const time = unqualified(value);
  if (time === undefined) return undefined;
  if (qualifier === 'APPROX') return { ...time, kind: 'somewhere' };
  const third = THIRDS[/** @type {keyof typeof THIRDS} */ (qualifier)];
  if (third === undefined || time.kind !== 'somewhere') return time;
  // In whole days, as all that is wider than one is.
  const edge = (/** @type {number} */ at) =>
    time.from + Math.round(((time.to - time.from) / 3 / DAY) * at) * DAY;
  return { from: edge(third), to: edge(third + 1), kind: 'somewhere', grain: 'part' };
}

/**
 * @param {string} value
 * @returns {When | undefined}
 */
function unqualified(value) {
  const [first, last, more] = value.split('/');
  if (first === undefined || more !== undefined) return undefined;
  if (last === undefined) return single(first);
  const [from, to] = [single(first), single(last)];
  if (!from || !to || to.to <= from.from) return undefined;
  return { from: from.from, to: to.to, kind: 'span', grain: from.grain === to.grain ? from.grain : 'span' };
}

/**
 * @param {string} value
 * @returns {When | undefined}
 */
function single(value) {
  const parts = /^(-?)(\d{4}|\d{3}X|\d\dXX)(?:-(.+))?$/.exec(value);
  if (!parts) return undefined;
  const [, sign, digits = '', rest] = parts;
  const unknown = digits.replace(/\d/g, '').length;
  const size = 10 ** unknown;
  const known = Number(digits.replaceAll('X', '0'));
  if (sign && unknown > 0) return undefined;
  const year = sign ? -known : known;
  const whole = within(
    utc(year),
    utc(year + size),
    unknown === 0 ? 'year' : unknown === 1 ? 'decade' : 'century',
  );
  if (rest === undefined || unknown > 0) return whole;
  return part(year, rest) ?? whole;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {string} grain
 * @returns {When}
 */
function within(from, to, grain) {
  return { from, to, kind: 'somewhere', grain };
}

/**
 * What stands behind the year.
 * @param {number} year
 * @param {string} rest
 * @returns {When | undefined}
 */
function part(year, rest) {
  const day = /^(\d\d)-(\d\d)(?:T(\d\d)?.*)?$/.exec(rest);
  if (day) {
    const start = utc(year, Number(day[1]) - 1, Number(day[2]));
    if (day[3] === undefined) return { from: start, to: start + DAY, kind: 'day', grain: 'day' };
    const hour = start + Number(day[3]) * (DAY / 24);
    return { from: hour, to: hour + DAY / 24, kind: 'day', grain: 'time' };
  }
  const month = /^(\d\d)(?:-XX)?$/.exec(rest);
  if (month) return within(utc(year, Number(month[1]) - 1), utc(year, Number(month[1])), 'month');
  const week = /^W(\d\d)(?:-(WE|\d))?$/.exec(rest);
  if (week) {
    const monday = firstMonday(year) + (Number(week[1]) - 1) * 7 * DAY;
    if (week[2] === 'WE') return within(monday + 5 * DAY, monday + 7 * DAY, 'weekend');
    if (week[2] === undefined) return within(monday, monday + 7 * DAY, 'week');
    const start = monday + (Number(week[2]) - 1) * DAY;
    return { from: start, to: start + DAY, kind: 'day', grain: 'day' };
  }
  const third = /^([QH])(\d)$/.exec(rest);
  if (third) {
    const months = third[1] === 'Q' ? 3 : 6;
    const start = (Number(third[2]) - 1) * months;
    return within(utc(year, start), utc(year, start + months), months === 3 ? 'quarter' : 'half-year');
  }
  const season = SEASONS[/** @type {keyof typeof SEASONS} */ (rest)];
  if (season) return within(utc(year, season[0]), utc(year, season[1]), 'season');
  return undefined;
}
