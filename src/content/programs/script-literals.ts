/**
 * Settings of configurations that are programs, wherever in them they stand: one that puts its settings together still
 * writes most of them out.
 * @module
 */

import type { Node, ObjectProperty } from '@babel/types';
import { isObject } from '../../domain/is-object.js';
import { createScope, evaluateProperty, nameOf, unknownValue } from './script-expressions.js';
import { nodesOf, parseProgram } from './script-program.js';

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrFlag = (value: unknown): boolean => isText(value) || typeof value === 'boolean';

/** Settings that decide which files are pages, and their URLs; with what such a setting can be. */
const settings: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ...[
    'base',
    'baseUrl',
    'pathPrefix',
    'input',
    'srcDir',
    'cleanUrls',
    'trailingSlash',
    'format',
    'lang',
    'defaultLocale',
  ].map((name) => [name, isTextOrFlag] as const),
  ['srcExclude', (value) => Array.isArray(value) && value.every(isText)],
  ['rewrites', (value) => isObject(value) && Object.values(value).every(isText)],
]);

/** Without these no page can be placed, or told from what is left out: where they are not written out, that is known. */
const deciding: ReadonlySet<string> = new Set(['srcExclude', 'rewrites']);

const isProperty = (node: Node): node is ObjectProperty => node.type === 'ObjectProperty';

/** Every value that stands under one of the names, in the order in which they are written. */
const writtenValues = (
  script: string,
  wanted: ReadonlySet<string>,
): readonly (readonly [name: string, value: unknown])[] => {
  const statements = parseProgram(script)?.body ?? [];
  const scope = createScope(statements);
  return [...nodesOf(statements)]
    .filter((node) => isProperty(node) || node.type === 'ObjectMethod')
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
    .flatMap((node) => {
      const name = nameOf(node);
      if (name === undefined || !wanted.has(name)) return [];
      return [[name, isProperty(node) ? evaluateProperty(node, scope) : unknownValue]];
    });
};

/**
 * @returns the settings that are written out; one that is written twice, differently, is not known. A deciding one that is
 *   there and not written out is {@link unknownValue}.
 */
export function readScriptLiterals(script: string): Readonly<Record<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [name, value] of writtenValues(script, new Set(settings.keys()))) {
    if (settings.get(name)?.(value) !== true) {
      if (deciding.has(name)) found.set(name, unknownValue);
      continue;
    }
    const isSame = !found.has(name) || JSON.stringify(found.get(name)) === JSON.stringify(value);
    found.set(name, isSame ? value : undefined);
  }
  return Object.fromEntries([...found].filter(([, value]) => value !== undefined));
}

/** Every text that is written under a name, in a call too: `glob({ base: './posts' })`. */
export const readTextsOf = (script: string, wanted: string): string[] =>
  writtenValues(script, new Set([wanted])).flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
