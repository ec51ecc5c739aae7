/** `:material-check:`, `:smile:`: a picture. */
const icon = /(?<![\w:]):[a-z0-9][\w+-]*:(?![\w:])/gi;
/** `++ctrl+alt+del++`: a key each. */
const keys = /\+\+([\w-]+(?:\+[\w-]+)*)\+\+/g;
/** Marks of insertions, deletions, highlights and comments of an editor. All that they hold is shown. */
const editorMark = /\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}/g;
const marked = /(\^\^|==)([^\s^=](?:[^^=\n]*[^\s^=])?)\1/g;
/** `H~2~O` and `x^2^` are one word each. */
const raised = /(?<=\w)([~^])(\w{1,100})\1/g;

/** Running text without the marks of PyMdown's extensions that Material is used with. */
export function withoutPymdownMarks(text: string): string {
  let out = text;
  if (out.includes(':')) out = out.replace(icon, '');
  if (out.includes('{') || out.includes('}')) out = out.replaceAll('~>', ' ').replace(editorMark, '');
  if (out.includes('++')) out = out.replace(keys, (_, names: string) => names.replaceAll('-', ' '));
  if (out.includes('^') || out.includes('==')) out = out.replace(marked, '$2');
  return out.includes('^') || out.includes('~') ? out.replace(raised, '$2') : out;
}
