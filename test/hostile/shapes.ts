/**
 * Posts that no author writes: every construct of the formats that are read, repeated in the ways that make a parser go
 * over the same characters again and again.
 * @module
 */

/** How a construct begins and ends; an end may be missing. */
type Construct = readonly [open: string, close: string];

const pairs = (table: string): readonly Construct[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [open = '', close = ''] = line.trim().split(' … ');
      return [open.replaceAll('\\n', '\n'), close.replaceAll('\\n', '\n')];
    });

const markdown = pairs(String.raw`
  # … \n
  ## a … #
  ## a {#b … }
  ## a {# … }
  ## a\n{:#b … }\n
  > … \n
  > [!NOTE] … \n
  - … \n
  1. … \n
  - [ ] … \n
  *  … *
  ** … **
  _ … _
  __ … __
  ***a … a***
  ~~ … ~~
  ${'`'} … ${'`'}
  ${'``'} … ${'```'}
  ${'```'}[ … ]\n${'```'}\n
  ${'```'}a title=" … "\n${'```'}\n
  ~~~a\n … \n~~~\n
  [ … ](b)
  [a]( … )
  [a](< … >)
  [a](b " … ")
  [a][ … ]
  ![ … ](b)
  [a]: b " … "
  [a]: … \n
  [^a] … \n
  [^a]: … \n
  < … >
  <http:// … >
  http:// … \n
  a@b … \n
  &amp; … ;
  &# … ;
  \ … \
  a|b\n-|-\n … |\n
  |-\n|-\n … |
  --- … \n
  a\n= … \n
  ::: … :::\n
  :::note[ … ]\n:::\n
  ::: tip { … }\n
  {# … }
  {. … }
  {a= … }
  :a: … :
  [[toc … ]]
  $ … $
  $$ … $$
  ==  … ==
  ^[ … ]
  -----BEGIN A KEY----- … -----END A KEY-----
`);

const dialects = pairs(String.raw`
  {: … }
  {:: … /}
  {::comment} … {:/comment}
  *[a]: … \n
  {:toc … }
  !!! note " … "\n
  ??? note … \n
  === " … "\n
  --8<-- " … "
  {% … %}
  {% x " … " %}
  {% x a= … %}
  {% x ' … %}
  {% raw %} … {% endraw %}
  {% highlight a %} … {% endhighlight %}
  {% comment %} … {% endcomment %}
  {% if false %} … {% endif %}
  {% capture a %} … {% endcapture %}{{ a }}
  {% assign a = " … " %}{{ a }}
  {% include a b=" … " %}
  {% set a %} … {% endset %}
  {{ … }}
  {{ " … " }}
  {{ a | … }}
  {# … #}
  {{< … >}}
  {{% … %}}
  {{< a " … " >}}
  {{< a b=" … " >}}
  {{< highlight a >}} … {{< /highlight >}}
  {{</* … */>}}
  {{< a >}} … {{< /a >}}
  {{ a( … ) }}
  {% a( … ) %}
  {% end %} … \n
  {{/* … */}}
  {%/* … */%}
`);

const html = pairs(String.raw`
  <a … >
  <a> … </a>
  <a href=" … ">
  <p … >
  <b … </b>
  <div> … </div>
  <pre> … </pre>
  <pre>\n … \n
  <script> … </script>
  <style> … </style>
  <textarea> … </textarea>
  <template> … </template>
  <!-- … -->
  <!-- a -- … -->
  <! … >
  <? … ?>
  <![CDATA[ … ]]>
  <code> … </code>
  <h1 id=" … "></h1>
  <h2> … </h2>
  <table><tr><td> … </table>
  <img alt=" … ">
  <a\n … >
  </ … >
  <svg><title> … </title></svg>
  <details><summary> … </summary>
`);

const mdx = pairs(String.raw`
  { … }
  {" … "}
  {/* … */}
  {${'`'} … ${'`'}}
  {a(" … ")}
  <A … />
  <A b={ … } />
  <A b=" … " />
  <A b={" … "} />
  <A {...a} … />
  <A>{ … }</A>
  <A b={{c:" … "}} />
  <A set:html={" … "} />
  <> … </>
  \n\nexport const a = { … }\n\n
  \n\nexport const a = ${'`'} … ${'`'}\n\n
  \n\nexport const a = ( … )\n\n
  \n\nimport a from " … "\n\n
  \n\nimport { … } from "a"\n\n
  ## a {/* … */}
`);

const matter = pairs(String.raw`
  ---\na: … \n---\n
  ---\na: " … "\n---\n
  ---\na: ' … '\n---\n
  ---\na: [ … ]\n---\n
  ---\na: { … }\n---\n
  ---\n- … \n---\n
  ---\na: |\n  … \n---\n
  ---\n? … \n---\n
  ---\n&a … \n---\n
  ---\ntitle: … \n---\n
  ---\ntitle: <b> … </b>\n---\n
  ---\ndate: … \n---\n
  ---\npermalink: / … /\n---\n
  ---\nslug: … \n---\n
  ---\ntags: … \n---\n
  ---\ndescription: … \n---\n
  ---\n# … \n---\n
  ---\na: b … \n---\n
  ---\n" … ": a\n---\n
  ---toml\na = " … "\n---\n
  +++\na = " … "\n+++\n
  +++\na = [ … ]\n+++\n
  +++\na = ''' … '''\n+++\n
  +++\n[a. … ]\n+++\n
  +++\na. … = 1\n+++\n
  +++\n# … \n+++\n
  {"a": " … "}\n
  {"a": [ … ]}\n
  ---js\n{a: " … "}\n---\n
  "a": … \n;;;\n
  a: … \n---\n
  Title: … \n\n
  Foo: … a
  #+TITLE: … \n
  * TODO … \n
  :PROPERTIES: … :END:\n
`);

export const constructs = { markdown, dialects, html, mdx, matter } as const;

/** What stands between the openers, or inside one. */
const fillers = [
  '',
  'a',
  ' ',
  '\n',
  '\n\n',
  'a ',
  'a\n',
  'a.',
  '[',
  '"',
  "'",
  '\\',
  '|',
  '\u2028',
  '-',
  '=a',
  '😀',
];

const fill = (unit: string, size: number): string =>
  unit === '' ? '' : unit.repeat(Math.max(1, Math.ceil(size / unit.length))).slice(0, size);

export interface Shape {
  readonly name: string;
  make(size: number): string;
}

/** The ways to repeat one construct. `make` gives about `size` characters. */
export function shapesOf([open, close]: Construct): Shape[] {
  const name = (what: string): string => `${JSON.stringify(`${open} … ${close}`)} ${what}`;
  const one = fillers.flatMap((filler): Shape[] =>
    filler === ''
      ? []
      : [
          {
            name: name(`once around ${JSON.stringify(filler)}`),
            make: (size) => `${open}${fill(filler, size)}${close}`,
          },
          {
            name: name(`opened before ${JSON.stringify(filler)}`),
            make: (size) => `${open}${fill(filler, size)}`,
          },
        ],
  );
  const many = fillers.flatMap((filler): Shape[] => [
    {
      name: name(`opened again and again with ${JSON.stringify(filler)}`),
      make: (size) => fill(`${open}${filler}`, size),
    },
    {
      name: name(`again and again with ${JSON.stringify(filler)}`),
      make: (size) => fill(`${open}a${close}${filler}`, size),
    },
  ]);
  const nested: Shape[] = ['', ' ', '\n'].map((filler) => ({
    name: name(`nested with ${JSON.stringify(filler)}`),
    make: (size) => {
      const half = size / 2;
      return fill(`${open}${filler}`, half) + fill(`${close}${filler}`, half);
    },
  }));
  const closers: Shape[] = ['', 'a', '\n'].map((filler) => ({
    name: name(`closed again and again with ${JSON.stringify(filler)}`),
    make: (size) => `${open}${fill(`${filler}${close}`, size)}`,
  }));
  return [...one, ...many, ...nested, ...(close === '' ? [] : closers)];
}

/** The few that are tried with every test run; all together take hours. */
export const everydayShapesOf = (construct: Construct): Shape[] => {
  const names = ['opened again and again with ""', 'opened again and again with "a\\n"', 'once around " "'];
  return shapesOf(construct).filter(({ name }) => names.some((end) => name.endsWith(` ${end}`)));
};
