/**
 * The part of the manifest that says what the author has to say of the order of answers.
 * @module
 */
import type { Pin, RankingSettings, Recency } from '../domain/ranking-settings.js';
import { type CheckedObject, corrupt } from './checked-json.js';

const parseDay = (value: CheckedObject, name: string, file: string): string | undefined => {
  const day = value.optionalString(name);
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw corrupt(file, `"${name}" is no day`);
  return day;
};

const parsePin = (value: CheckedObject, file: string): Pin => {
  const from = parseDay(value, 'from', file);
  const to = parseDay(value, 'to', file);
  return {
    query: value.string('query'),
    urls: value.strings('urls'),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
};

const parseRecency = (value: CheckedObject, file: string): Recency => {
  const halfLife = value.number('halfLife');
  const floor = value.number('floor');
  if (halfLife <= 0 || floor <= 0 || floor > 1) throw corrupt(file, 'has a recency that is none');
  return { halfLife, floor };
};

/** @throws LookbackError `index-corrupt` */
export const parseRankingSettings = (value: CheckedObject, file: string): RankingSettings => {
  const recency = value.optionalObject('recency');
  return {
    pins: value.objects('pins').map((pin) => parsePin(pin, file)),
    ...(recency && { recency: parseRecency(recency, file) }),
    ...(value.optionalFlag('fuzzy') === false && { fuzzy: false }),
  };
};
