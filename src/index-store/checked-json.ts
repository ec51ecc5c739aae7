/**
 * Reading JSON that may come from anywhere: every shape is checked before it is believed.
 * @module
 */

import { LookbackError } from '../domain/errors.js';
import { isObject, type JsonObject } from '../domain/is-object.js';

/** An index file whose content is not what a build writes. */
export const corrupt = (file: string, what: string): LookbackError =>
  new LookbackError('index-corrupt', `${file}: ${what}`, { file });

/** @throws LookbackError `index-corrupt` if the bytes are not UTF-8 JSON. */
export const parseJson = (bytes: Uint8Array, file: string): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw corrupt(file, 'is not complete JSON');
  }
};

/** Whether a value is the position of one of so many documents. */
export const isOrdinal = (value: unknown, documentCount: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < documentCount;

/** Reads the properties of one JSON object and fails with its file and the property's name. */
export class CheckedObject {
  readonly #value: JsonObject;
  readonly #file: string;

  constructor(value: unknown, file: string) {
    if (!isObject(value)) throw corrupt(file, 'holds something else than an object');
    this.#value = value;
    this.#file = file;
  }

  #fail(name: string, expected: string): never {
    throw corrupt(this.#file, `"${name}" is not ${expected}`);
  }

  string(name: string): string {
    const value = this.#value[name];
    return typeof value === 'string' ? value : this.#fail(name, 'a string');
  }

  optionalString(name: string): string | undefined {
    return this.#value[name] === undefined ? undefined : this.string(name);
  }

  /** A whole number from 0 to 2^53. */
  count(name: string): number {
    const value = this.#value[name];
    return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : this.#fail(name, 'a count');
  }

  optionalCount(name: string): number | undefined {
    return this.#value[name] === undefined ? undefined : this.count(name);
  }

  number(name: string): number {
    const value = this.#value[name];
    return Number.isFinite(value) ? Number(value) : this.#fail(name, 'a number');
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.#value[name];
    return value === undefined || typeof value === 'boolean' ? value : this.#fail(name, 'true or false');
  }

  strings(name: string): readonly string[] {
    const value = this.#value[name];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    return this.#fail(name, 'a list of strings');
  }

  optionalStrings(name: string): readonly string[] {
    return this.#value[name] === undefined ? [] : this.strings(name);
  }

  /** Whole numbers from 0 to 2^53. */
  counts(name: string): readonly number[] {
    const value = this.#value[name];
    if (Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0)) return value;
    return this.#fail(name, 'a list of counts');
  }

  /** Of each list, as {@link counts}. */
  countLists(name: string): readonly (readonly number[])[] {
    return this.list(name).map((list) => new CheckedObject({ [name]: list }, this.#file).counts(name));
  }

  list(name: string): readonly unknown[] {
    const value = this.#value[name];
    return Array.isArray(value) ? value : this.#fail(name, 'a list');
  }

  optionalList(name: string): readonly unknown[] | undefined {
    return this.#value[name] === undefined ? undefined : this.list(name);
  }

  objects(name: string): readonly CheckedObject[] {
    const value = this.#value[name];
    if (!Array.isArray(value)) return this.#fail(name, 'a list');
    return value.map((item) => new CheckedObject(item, this.#file));
  }

  optionalObjects(name: string): readonly CheckedObject[] {
    return this.#value[name] === undefined ? [] : this.objects(name);
  }

  optionalObject(name: string): CheckedObject | undefined {
    return this.#value[name] === undefined ? undefined : this.object(name);
  }

  object(name: string): CheckedObject {
    return new CheckedObject(this.#value[name], this.#file);
  }
}

/**
 * A list whose places have names, as an object: `null`, and what is left out at the end, is a property that is not there.
 * @throws LookbackError `index-corrupt` for what is no list, or a longer one
 */
export const toNamed = (value: unknown, names: readonly string[], file: string): CheckedObject => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (list.length === 0 || list.length > names.length)
    throw corrupt(file, `holds something else than ${names.join()}`);
  return new CheckedObject(Object.fromEntries(names.map((name, at) => [name, list[at] ?? undefined])), file);
};
