import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { runCommand } from '../../src/cli/program.js';

/** A working folder of its own, and commands run in it. */
export const createCommandLine = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-cli-'));
  return {
    folder,
    write: async (name: string, text: string): Promise<void> => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    },
    /**
     * @param input what stands on standard input
     * @param onError is told of each text on standard error as it is written
     */
    run: async (words: readonly string[], input = '', onError = (_text: string): void => {}) => {
      let out = '';
      let err = '';
      const code = await runCommand(words, {
        in: Readable.from([Buffer.from(input)]),
        out: { write: (text) => (out += text) },
        err: {
          write: (text) => {
            err += text;
            onError(text);
          },
        },
        outIsTerminal: false,
        errIsTerminal: false,
        open: async () => undefined,
        folder,
        environment: {},
      });
      return { code, out, err };
    },
  };
};

export type CommandLine = Awaited<ReturnType<typeof createCommandLine>>;
