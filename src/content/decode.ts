/**
 * Bytes of a source file -> text, or why they are none.
 * @module
 */

export type DecodedText =
  | {
      readonly ok: true;
      /** With `\n` line ends and without byte order mark and NUL. */
      readonly text: string;
      /** 1-based line of the first NUL that was dropped. */
      readonly nulLine?: number;
    }
  | {
      readonly ok: false;
      /** 1-based line of the first byte that cannot be read, where one can be named. */
      readonly line?: number;
      readonly message: string;
    };

const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

/** Windows and old Macintosh line ends become `\n`; a NUL has no meaning in text and breaks what reads it. */
const normalize = (text: string): DecodedText => {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const nul = unix.indexOf('\0');
  if (nul === -1) return { ok: true, text: unix };
  return { ok: true, text: unix.replaceAll('\0', ''), nulLine: lineAt(unix, nul) };
};

const decodeAs = (encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText => {
  try {
    return normalize(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    if (encoding !== 'utf-8') return { ok: false, message: `is not valid ${encoding.toUpperCase()}` };
    const lenient = new TextDecoder(encoding).decode(bytes);
    return {
      ok: false,
      line: lineAt(lenient, lenient.indexOf('\uFFFD')),
      message: 'is not valid UTF-8',
    };
  }
};

/** UTF-8, or UTF-16 with a byte order mark. A byte that is neither is never guessed at. */
export function decode(bytes: Uint8Array): DecodedText {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    if (third === 0 && fourth === 0 && bytes.length % 4 === 0)
      return { ok: false, line: 1, message: 'is UTF-32, which no site generator reads' };
    return decodeAs('utf-16le', bytes);
  }
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes);
}
