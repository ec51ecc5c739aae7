import { LinePlaces } from './line-places.js';

/** A tag, or a line of one, in which Vue's `@click="…"` and `#name="…"` may stand. */
const tagLine = /^[ \t>]*(?:<[A-Za-z]|[@#:][a-z][\w:.-]{0,80}=["'])/;
const shorthand = /(^|[\s"'])([@#])([A-Za-z][\w:.-]{0,80}=["'])/g;

/** Names of attributes as Markdown takes them: with `@click` a tag is none, and its attributes are printed. */
export function withPlainAttributes(markdown: string): string {
  if (!/[@#][A-Za-z][\w:.-]{0,80}=["']/.test(markdown)) return markdown;
  const places = new LinePlaces();
  return markdown
    .split('\n')
    .map((line) => {
      const place = places.next(line);
      return place === 'code' || !tagLine.test(line)
        ? line
        : line.replace(
            shorthand,
            (_, before: string, sign: string, rest: string) =>
              `${before}${sign === '@' ? 'v-on:' : 'v-slot:'}${rest}`,
          );
    })
    .join('\n');
}
