import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../src/engines/minisearch/index.js';
import { createPost } from '../../contract/posts.js';

describe('toDocument', () => {
  it('parts words by what they are, and ends passages where something is left out', () => {
    const text = 'Setup\nRun npm install first.\nconst a = 1;';
    const post = createPost({
      id: 'a',
      title: 'Start',
      tags: ['node.js'],
      categories: ['notes'],
      text,
      headings: [{ level: 2, text: 'Setup', anchor: 'setup', start: 0, end: 5 }],
      code: [
        { start: 10, end: 21 },
        { start: 29, end: 41 },
      ],
    });
    const { body, ...rest } = toDocument(post);
    expect(body.trim().split(/\s+/)).toEqual(['Run', 'first.']);
    expect(rest).toEqual({
      id: 'a',
      title: 'Start',
      headings: 'Setup',
      taxonomy: 'node.js\nnotes',
      code: 'npm install\nconst a = 1;',
    });
  });

  it('leaves out once what is code inside of a heading', () => {
    const post = createPost({
      id: 'a',
      text: 'Use npm\nbody',
      headings: [{ level: 2, text: 'Use npm', anchor: '', start: 0, end: 7 }],
      code: [{ start: 4, end: 7 }],
    });
    expect(toDocument(post).body.trim()).toBe('body');
  });
});
