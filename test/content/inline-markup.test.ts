import { describe, expect, it } from 'vitest';
import { toPlainInline } from '../../src/content/post/inline-markup.js';

describe('a title or summary', () => {
  it.each([
    'shown <!-- secret <b>secret</b> --> words',
    'shown <span hidden>secret</span> words',
    'shown <b style="display: none">secret <i>secret</i></b> words',
    'shown {% comment %}secret{% endcomment %} words',
    'shown {::comment}secret{:/comment} words',
    'shown {/* secret */} words',
  ])('says nothing of %j', (markup) => {
    expect(toPlainInline(markup)).toBe('shown words');
  });

  it('keeps what only looks like it', () => {
    expect(toPlainInline('Vec<T>, <!-- open and <b class="hidden">bold</b>')).toBe(
      'Vec<T>, <!-- open and bold',
    );
  });
});
