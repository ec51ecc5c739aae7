import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const textOf = (source: string, options: Partial<ExtractOptions>) =>
  extractText(source, { format: 'markdown', ...markups.none, ...options }).text;
const codeOf = (source: string, options: Partial<ExtractOptions>) => {
  const post = extractText(source, { format: 'markdown', ...markups.none, ...options });
  return post.code.map(({ start, end }) => post.text.slice(start, end));
};

describe('Liquid', () => {
  const liquid = markups.jekyll;

  it('drops tags and unknown output, keeps the text between them', () => {
    expect(textOf('{% if page.x %}Shown{% endif %} by {{ site.author }} here', liquid)).toBe('Shown by here');
  });

  it('keeps raw text to the letter', () => {
    expect(textOf('Write {% raw %}`{{ page.title }}`{% endraw %} there.', liquid)).toBe(
      'Write {{ page.title }} there.',
    );
  });

  it('makes highlighted text code, with any backticks inside', () => {
    const source = 'Before\n\n{% highlight ruby %}\ndef a\n  ```\nend\n{% endhighlight %}\n\nAfter';
    expect(textOf(source, liquid)).toBe('Before\ndef a\n  ```\nend\nAfter');
    expect(codeOf(source, liquid)).toEqual(['def a\n  ```\nend']);
  });

  it('drops comments', () => {
    expect(textOf('a {% comment %}hidden {{ x }}{% endcomment %} b', liquid)).toBe('a b');
  });

  it('shows the texts that includes and plugins are given, as Markdown, and not their paths', () => {
    const source =
      '{% include list.md\n  q="What *is* it?"\n  a="An `answer`."\n  alink="https://example.org/x y"\n%}';
    expect(textOf(source, liquid)).toBe('What is it?\nAn answer.');
    expect(textOf('[{% image "img/a b.png" "A red door" %}](/door)', liquid)).toBe('A red door');
    expect(textOf('{% image_with_class "a.png" "wide-card" "A red door" %}', liquid)).toBe('A red door');
  });

  it('puts out strings that were assigned or captured', () => {
    const source =
      '{% assign base = "_S_ one" %}{% capture more %}two {{ base }}{% endcapture %}{{ base }}, {{ more }}.';
    expect(textOf(source, liquid)).toBe('S one, two S one.');
  });

  it('leaves links whole, whatever makes their address', () => {
    expect(
      textOf('See [here]({{ "/a/b" | relative_url }}) and [there]({% post_url 2020-01-01-x %}).', liquid),
    ).toBe('See here and there.');
    expect(textOf('[a][one]\n\n[one]: {{ site.baseurl }}', liquid)).toBe('a');
  });

  it('takes references as links when an include may define them', () => {
    expect(textOf('{% include references.md %}\n[Title][some label] and [x][].', liquid)).toContain(
      'Title and',
    );
    expect(textOf('[Title][some label]', liquid)).toBe('[Title][some label]');
  });

  it('keeps an unclosed tag as text', () => {
    expect(textOf('100 {% of', liquid)).toBe('100 {% of');
  });

  it('does not let output multiply', () => {
    const source = `{% capture a %}${'x'.repeat(1000)}{% endcapture %}${'{% capture a %}{{a}}{{a}}{% endcapture %}'.repeat(40)}{{a}}`;
    expect(textOf(source, liquid).length).toBeLessThan(500_000);
  });
});

describe('Nunjucks', () => {
  const nunjucks = markups.eleventy;

  it('drops comments, filters and tags', () => {
    expect(
      textOf(
        '{# note #}[a]({{ "/x/" | url }}) {% set y = "words" %}{{ y }} {{ "Literal" | upper }}',
        nunjucks,
      ),
    ).toBe('a words Literal');
  });

  it('keeps an id in braces for the heading', () => {
    expect(extractText('## Title {#own}', { ...nunjucks, format: 'markdown' }).headings).toMatchObject([
      { text: 'Title', anchor: 'own' },
    ]);
  });
});

describe('Hugo shortcodes', () => {
  const hugo = markups.hugo;

  it('go, and what paired ones hold stays', () => {
    expect(
      textOf('{{< note >}}\nKeep *this*.\n{{< /note >}}\n\n{{% box %}}and **this**{{% /box %}}', hugo),
    ).toBe('Keep this.\nand this');
  });

  it('show captions and alternative texts, not paths', () => {
    expect(textOf('{{< figure src="/a.png" alt="A door" caption="Our door" class="b c" >}}', hugo)).toBe(
      'A door\nOur door',
    );
    expect(textOf('{{< img "a/b.png" >}}', hugo)).toBe('');
  });

  it('are samples when escaped', () => {
    expect(textOf('`{{</* ref "x" */>}}`', hugo)).toBe('{{< ref "x" >}}');
  });

  it('may be the address of a link', () => {
    expect(textOf('[text]({{< ref "post.md" >}} "A tip") more', hugo)).toBe('text more');
  });

  it('highlight code', () => {
    expect(codeOf('{{< highlight go "linenos=table" >}}\nfunc main() {}\n{{< /highlight >}}', hugo)).toEqual([
      'func main() {}',
    ]);
  });

  it('leave template syntax of others alone', () => {
    expect(textOf('{{ .Title }}', hugo)).toBe('{{ .Title }}');
  });
});

describe('Zola shortcodes', () => {
  const zola = markups.zola;

  it('go, with their texts kept', () => {
    expect(
      textOf(
        '{{ youtube(id="abc") }}\n\n{% quote(author="Ada L.") %}\nInner\n{% end %}\n\n{{ not_one }}',
        zola,
      ),
    ).toBe('Ada L.\nInner\n{{ not_one }}');
  });

  it('are samples when escaped', () => {
    expect(textOf('`{{/* youtube(id="x") */}}`', zola)).toBe('{{ youtube(id="x") }}');
  });
});

describe('Vue', () => {
  const vue = markups.vitepress;

  it('loses script, style and interpolation, but not in code', () => {
    const source =
      '<script setup>\nimport a from "b"\n\nconst hidden = 1\n</script>\n\nSum {{ 1 + 1 }} and `{{ shown }}`.\n\n```vue\n{{ too }}\n```';
    expect(textOf(source, vue)).toBe('Sum and {{ shown }}.\n{{ too }}');
  });

  it('takes container marks, keeps their titles and words', () => {
    const source =
      '::: tip Read this\nBody *text*.\n:::\n\n:::note[Own title]{.x}\n- item\n:::\n\n::: code-group\n```js [a.js]\nx\n```\n:::';
    expect(textOf(source, vue)).toBe('Read this\nBody text.\nOwn title\nitem\na.js\nx');
  });

  it('takes attribute lists', () => {
    expect(textOf('A [link](/x){target="_self"} and text.{.big}', vue)).toBe('A link and text.');
  });
});

describe('kramdown attribute lists', () => {
  const kramdown = markups.kramdown;

  it('go, outside of code', () => {
    expect(textOf('Words{:.x}\n{: .note}\n\n* toc\n{:toc}\n\n`{:?}` and ``` {: .y} ```', kramdown)).toBe(
      'Words\n{:?} and {: .y}',
    );
  });
});
