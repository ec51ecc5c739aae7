/**
 * Where the command reads and writes: the process's own streams, or a test's.
 * @module
 */
import { styleText } from 'node:util';
import { toOneLine } from '../domain/one-line.js';

/** A terminal that somebody sits at, who can be asked. */
export interface Conversation {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export interface Terminal {
  readonly in: AsyncIterable<Uint8Array>;
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
  /** Whether standard output (error) is a terminal that understands colours and moves. */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Absent where input or output is a file or a pipe. */
  readonly conversation?: Conversation;
  /** Shows an address of the web to the user, if that can be; does not wait until it is shown. */
  open(url: string): Promise<unknown>;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const processTerminal = (): Terminal => ({
  in: process.stdin,
  out: process.stdout,
  err: process.stderr,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  ...(process.stdin.isTTY &&
    process.stdout.isTTY && { conversation: { input: process.stdin, output: process.stdout } }),
  open: async (url) => {
    const { default: openInBrowser } = await import('open');
    const browser = await openInBrowser(url);
    // Where there is none, the address that was printed has to do.
    browser.once('error', () => {});
  },
  folder: process.cwd(),
  environment: process.env,
});

type Style = 'bold' | 'dim' | 'underline' | 'yellow' | 'red' | 'cyan';

/** Colours only on a terminal, and never against https://no-color.org. */
export const createPainter =
  (terminal: Terminal) =>
  (style: Style, text: string): string =>
    terminal.outIsTerminal && !terminal.environment.NO_COLOR
      ? styleText(style, text, { validateStream: false })
      : text;

/** JSON for a person to read, in which nothing acts on the terminal either. */
export const toShownJson = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2).split('\n').map(toOneLine).join('\n')}\n`;

/** Of texts of several lines; see {@link toOneLine} for all else. A post's own control and direction characters must not move the cursor or change the terminal. */
export const toPrintable = (text: string): string =>
  text.replace(/[\p{Zl}\p{Zp}]/gu, ' ').replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu, '');
