/**
 * The regular expressions of the sources: those that are written out, and the places that make one.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { isIdentifier, traverseFast } from '@babel/types';

export interface Expression {
  /** Below `src`, `/` separators. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

export interface FoundExpressions {
  readonly literals: readonly Expression[];
  /** How often `RegExp` is called with what is no literal, by file. */
  readonly made: ReadonlyMap<string, number>;
}

/** @param read the text of each source file, by its path */
export const findExpressions = (sources: ReadonlyMap<string, string>): FoundExpressions => {
  const literals: Expression[] = [];
  const made = new Map<string, number>();
  for (const [file, text] of sources) {
    const tree = parse(text, { sourceType: 'module', plugins: ['typescript'] });
    traverseFast(tree, (node) => {
      if (node.type === 'RegExpLiteral') literals.push({ file, source: node.pattern, flags: node.flags });
      const calls = node.type === 'NewExpression' || node.type === 'CallExpression';
      if (calls && isIdentifier(node.callee, { name: 'RegExp' })) made.set(file, (made.get(file) ?? 0) + 1);
    });
  }
  return { literals, made };
};

export const readSources = (root: string): Map<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
