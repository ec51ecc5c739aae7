import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const engines = {
  liquid: { format: 'markdown', ...markups.jekyll },
  nunjucks: { format: 'markdown', ...markups.eleventy },
  hugo: { format: 'markdown', ...markups.hugo },
} as const satisfies Record<string, ExtractOptions>;
const textOf = (source: string, engine: keyof typeof engines) => extractText(source, engines[engine]).text;

// What is expected here is what Liquid 5, liquidjs 10, Nunjucks 3 and Hugo 0.168 put out.
describe('comments of template engines', () => {
  it.each([
    '{% comment %}secret{% endcomment %}',
    '{%comment%}secret{%endcomment%}',
    '{%- comment -%}secret{%- endcomment -%}',
    '{% comment why %}secret{% endcomment why %}',
    '{% comment %}secret{% comment %}secret{% endcomment %}secret{% endcomment %}',
    '{% comment %}{% raw %}{% endcomment %}{% endraw %}secret{% endcomment %}',
    '{% comment %}\n\nsecret\n\n{% if x %}\n\n{% endcomment %}',
    '{% # secret %}',
  ])('%j', (comment) => {
    expect(textOf(`before ${comment} after`, 'liquid')).toMatch(/^before\s+after$/);
  });

  it.each(['{{< comment >}}secret{{< /comment >}}', '{{% comment %}}\n\nsecret\n\n{{% /comment %}}'])(
    '%j',
    (comment) => {
      expect(textOf(`before ${comment} after`, 'hugo')).toMatch(/^before\s+after$/);
    },
  );

  it('of Hugo without an end are those of a theme, and the sample of one is shown', () => {
    expect(textOf('before {{< comment >}} after', 'hugo')).toBe('before after');
    expect(textOf('before {{</* shown */>}} after {{/* shown */}}', 'hugo')).toBe(
      'before {{< shown >}} after {{/* shown */}}',
    );
  });

  it('that do not end hide the rest, which is said', () => {
    const { text, notices } = extractText('before\n\n{% comment %}\nsecret', engines.liquid);
    expect(text).toBe('before');
    expect(notices).toMatchObject([{ line: 3 }]);
  });
});

describe('branches that are never taken', () => {
  it.each([
    ['{% if false %}secret{% endif %}', ''],
    ['{%-if false-%}secret{%-endif-%}', ''],
    ['{% if nil %}secret{% else %}shown{% endif %}', 'shown'],
    ['{% if x %}shown{% else %}shown{% endif %}', 'shownshown'],
    ['{% if true %}shown{% else %}secret{% endif %}', 'shown'],
    ['{% if x and false %}secret{% endif %}', ''],
    ['{% if true or x %}shown{% else %}secret{% endif %}', 'shown'],
    ['{% if false or x %}shown{% endif %}', 'shown'],
    ['{% if 1 == 2 %}secret{% endif %}', ''],
    ['{% if "a" != "a" %}secret{% endif %}', ''],
    ['{% if not true %}secret{% endif %}', ''],
    [
      '{% if false %}secret{% if x %}secret{% else %}secret{% endif %}secret{% else %}shown{% endif %}',
      'shown',
    ],
    ['{% if false %}secret{% for a in b %}secret{% else %}secret{% endfor %}secret{% endif %}shown', 'shown'],
    ['{% if false %}{% raw %}secret{% endif %}{% endraw %}secret{% endif %}shown', 'shown'],
    ['{% if false %}{{ "secret" }}{% include x title="secret words" %}{% endif %}', ''],
  ])('%j', (source, text) => {
    for (const engine of ['liquid', 'nunjucks'] as const) expect(textOf(source, engine)).toBe(text);
  });

  it.each([
    ['{% unless true %}secret{% else %}shown{% endunless %}', 'shown'],
    ['{% if false %}secret{% elsif x %}shown{% elsif true %}shown{% else %}secret{% endif %}', 'shownshown'],
    ['{% if false and true or x %}secret{% endif %}', ''],
    ['{% if "" %}shown{% endif %}{% if 0 %}shown{% endif %}', 'shownshown'],
    [
      '{% if false %}{% assign y = "secret" %}{% capture z %}secret{% endcapture %}{% endif %}{{ y }}{{ z }}',
      '',
    ],
    ['{% case x %}{% when 1 %}shown{% else %}shown{% endcase %}', 'shownshown'],
  ])('in Liquid: %j', (source, text) => {
    expect(textOf(source, 'liquid')).toBe(text);
  });

  it.each([
    ['{% if false %}secret{% elif x %}shown{% else %}shown{% endif %}', 'shownshown'],
    ['{% if 0 %}secret{% endif %}{% if "" %}secret{% endif %}{% if none %}secret{% endif %}', ''],
    ['{% if false %}{% set y = "secret" %}{% endif %}{{ y }}', ''],
    ['{% if false and x or y %}shown{% endif %}', 'shown'],
  ])('in Nunjucks: %j', (source, text) => {
    expect(textOf(source, 'nunjucks')).toBe(text);
  });

  it('that do not end hide the rest, which is said', () => {
    const { text, notices } = extractText('before\n\n{% if false %}\nsecret', engines.liquid);
    expect(text).toBe('before');
    expect(notices).toMatchObject([{ line: 3 }]);
  });

  it('are not in the excerpt that ends inside of one', () => {
    const { excerpt } = extractText(
      'shown {% if false %}secret <!--more--> secret{% endif %}\n\nafter',
      engines.liquid,
    );
    expect(excerpt).toBe('shown');
  });
});
