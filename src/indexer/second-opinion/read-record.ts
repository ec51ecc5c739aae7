import { type Statement, toKey, toStatement } from './statements.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toStatements = (record: object, above: readonly string[], line: number): readonly Statement[] =>
  Object.entries(record).flatMap(([name, value]: [string, unknown]) => {
    if (isObject(value) && above.length === 0)
      return [toStatement(name, '', above, line), ...toStatements(value, [toKey(name)], line)];
    if (Array.isArray(value))
      return value.map((item: unknown) => toStatement('', String(item), [...above, toKey(name)], line));
    const text = value === null || isObject(value) ? '' : String(value).slice(0, 200);
    return [toStatement(name, text, above, line)];
  });

/** What a line of JSON states; nothing, where it is none. */
export const readRecord = (json: string, line: number): readonly Statement[] => {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? toStatements(value, [], line) : [];
  } catch {
    return [];
  }
};
