/**
 * The regular expressions of the sources: those that are written out, and the places that make one.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { isIdentifier, isMemberExpression, type Node, traverseFast } from '@babel/types';

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
  /** Places where an expression may be made so that nobody sees it. There must be none. */
  readonly unseen: readonly { readonly file: string; readonly line: number; readonly what: string }[];
}

const isCall = (node: Node) =>
  node.type === 'NewExpression' || node.type === 'CallExpression' || node.type === 'OptionalCallExpression';

/** The engine for patterns that a site writes, whose time is linear in any. */
const isLinearEngine = (node: Node): boolean => isIdentifier(node, { name: 'RE2JS' });

/** `RegExp` where it is called, is a type, or is asked for; anywhere else it may get another name. */
const plainUses = (node: Node): readonly Node[] => {
  if (isCall(node)) return [node.callee];
  if (node.type === 'TSTypeReference') return [node.typeName];
  return node.type === 'BinaryExpression' && node.operator === 'instanceof' ? [node.right] : [];
};

/** What makes an expression of a text, or code. */
const makesUnseen = (node: Node): string | undefined => {
  if (isMemberExpression(node) && isIdentifier(node.property) && !isLinearEngine(node.object))
    return /^(?:compile|constructor)$/.test(node.property.name) ? `.${node.property.name}` : undefined;
  if (!isCall(node)) return undefined;
  const { callee } = node;
  if (isIdentifier(callee)) return /^(?:eval|Function)$/.test(callee.name) ? callee.name : undefined;
  const [first, ...others] = node.arguments;
  if (!isMemberExpression(callee) && callee.type !== 'OptionalMemberExpression') return undefined;
  if (!isIdentifier(callee.property) || first === undefined || others.length > 0) return undefined;
  const isText = /^(?:StringLiteral|TemplateLiteral|TaggedTemplateExpression|BinaryExpression)$/.test(
    first.type,
  );
  return isText && /^(?:match|matchAll|search)$/.test(callee.property.name)
    ? `.${callee.property.name} of a text`
    : undefined;
};

/** @param sources the text of each source file, by its path */
export const findExpressions = (sources: ReadonlyMap<string, string>): FoundExpressions => {
  const literals: Expression[] = [];
  const made = new Map<string, number>();
  const unseen: { readonly file: string; readonly line: number; readonly what: string }[] = [];
  for (const [file, text] of sources) {
    const tree = parse(text, { sourceType: 'module', plugins: ['typescript'] });
    const plain = new Set<Node>();
    traverseFast(tree, (node) => {
      for (const use of plainUses(node)) plain.add(use);
      if (node.type === 'RegExpLiteral') literals.push({ file, source: node.pattern, flags: node.flags });
      if (isCall(node) && isIdentifier(node.callee, { name: 'RegExp' }))
        made.set(file, (made.get(file) ?? 0) + 1);
      const isRenamed = isIdentifier(node, { name: 'RegExp' }) && !plain.has(node);
      const isNamed = node.type === 'StringLiteral' && node.value === 'RegExp';
      const what = isRenamed || isNamed ? 'RegExp by another name' : makesUnseen(node);
      if (what !== undefined) unseen.push({ file, line: node.loc?.start.line ?? 0, what });
    });
  }
  return { literals, made, unseen };
};

export const readSources = (root: string): Map<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.endsWith('.d.ts'))
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
