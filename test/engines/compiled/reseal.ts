import { crc32 } from '../../../src/domain/crc32.js';
import {
  type PartEntry,
  parseRoot,
  partName,
  type Root,
  writeRoot,
} from '../../../src/engines/compiled/root.js';

export type Parts = ReadonlyMap<string, Uint8Array>;

/** What an attacker would do: damage that carries the right checksums. */
export const reseal = (
  parts: Parts,
  change: (name: string, bytes: Uint8Array) => Uint8Array,
  changeRoot: (root: Root) => Root,
): Parts => {
  const root = parseRoot(parts.get('root') ?? new Uint8Array());
  const resealed = new Map<string, Uint8Array>();
  const sealAll = <Entry extends PartEntry>(
    kind: 'words' | 'terms' | 'positions',
    entries: readonly Entry[],
  ): Entry[] =>
    entries.map((entry, number) => {
      const name = partName(kind, number, entry);
      const bytes = change(name, parts.get(name) ?? new Uint8Array());
      const sealed = { ...entry, bytes: bytes.length, crc32: crc32(bytes) };
      resealed.set(partName(kind, number, sealed), bytes);
      return sealed;
    });
  const inline = change('lengths', root.lengths.inline ?? new Uint8Array());
  const changed = changeRoot({
    ...root,
    lengths: { bytes: inline.length, crc32: crc32(inline), inline },
    words: sealAll('words', root.words),
    terms: sealAll('terms', root.terms),
    positions: sealAll('positions', root.positions),
  });
  return resealed.set('root', writeRoot(changed));
};
