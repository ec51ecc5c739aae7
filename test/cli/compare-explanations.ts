import { Readable } from 'node:stream';
import { runCommand } from '../../src/cli/program.js';

interface LedgerRow {
  readonly file: string;
  readonly outcome: 'indexed' | 'skipped';
  readonly rule: string;
  readonly line?: number;
  readonly url?: string;
  readonly language?: string;
}

export interface ExplanationComparison {
  readonly tried: number;
  /** What the build did, and what `explain` says. */
  readonly differing: readonly { readonly file: string; readonly built: string; readonly told: string }[];
}

const explain = async (folder: string, words: readonly string[]): Promise<string> => {
  let out = '';
  let err = '';
  await runCommand(['explain', '--json', ...words], {
    in: Readable.from([]),
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    outIsTerminal: false,
    errIsTerminal: false,
    open: async () => undefined,
    folder,
    environment: {},
  });
  if (out === '') return err;
  const { outcome, urlRule, reason, line, generator, post } = JSON.parse(out);
  return outcome === 'indexed'
    ? [generator, urlRule, post.url, post.language].join(' ')
    : [generator, reason, line ?? ''].join(' ');
};

/**
 * Explains the files of a ledger from the folder that its paths are relative to.
 * @param most files that are tried, evenly spread
 */
export const compareExplanations = async (
  ledger: string,
  generator: string,
  folder: string,
  { options = [], most = Number.POSITIVE_INFINITY }: { options?: readonly string[]; most?: number } = {},
): Promise<ExplanationComparison> => {
  const rows = ledger
    .trimEnd()
    .split('\n')
    .map((row): LedgerRow => JSON.parse(row))
    // Only a build reads all posts and knows which have one URL.
    .filter(({ rule }) => rule !== 'duplicate-url');
  const step = Math.max(1, Math.ceil(rows.length / most));
  const chosen = rows.filter((_, index) => index % step === 0);
  const differing: ExplanationComparison['differing'][number][] = [];
  for (const { file, outcome, rule, line, url, language } of chosen) {
    const built =
      outcome === 'indexed'
        ? [generator, rule, url, language].join(' ')
        : [generator, rule, line ?? ''].join(' ');
    const told = await explain(folder, [file, ...options]);
    if (told !== built) differing.push({ file, built, told });
  }
  return { tried: chosen.length, differing };
};
