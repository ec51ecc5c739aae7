import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { boundIgnoreLine } from '../../../src/content/site/ignore-lines.js';

const ignores = (line: string, path: string): boolean =>
  ignore()
    .add(boundIgnoreLine(line) ?? [])
    .ignores(path);

describe('a line of an ignore file', () => {
  it.each(['drafts/**', '**/*.draft.md', 'a*b*c*.md', '!keep/**', 'a/**/b/**/c/**'])('%s stays', (line) => {
    expect(boundIgnoreLine(line)).toBe(line);
  });

  it('with many wildcards leaves out more, and takes nothing back', () => {
    expect(boundIgnoreLine('x*a*b*c*.md')).toBe('x*.md');
    expect(boundIgnoreLine('a/**/b/**/c/**/d/**/e')).toBe('a/**/e');
    expect(boundIgnoreLine('!x*a*b*c*.md')).toBeUndefined();
    expect(ignores('x*a*b*c*.md', 'x1a2b3c4.md')).toBe(true);
    expect(ignores('a/**/b/**/c/**/d/**/e', 'a/1/b/2/c/3/d/4/e')).toBe(true);
  });

  it('takes no long path long', () => {
    const path = `${'a'.repeat(250)}.md`;
    const before = process.cpuUsage().user;
    ignores(`${'*a'.repeat(60)}b`, path);
    ignores('*a*a*ab', path);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(1);
  });
});
