import { describe, expect, test } from 'vitest';
import { isIntact } from '../../src/index-store/is-intact.js';
import { packPath, rolePath } from '../../src/index-store/layout.js';
import { bodyOf, isSealed, seal, toBody } from '../../src/index-store/seal.js';
import { sha256 } from '../../src/index-store/sha256.js';

const body = toBody({ values: ['notes'], ordinals: [[1]] });

describe('a seal', () => {
  test('is of the path and of what follows, as the format says byte by byte', async () => {
    const path = rolePath('en', 'categories', await sha256(body));
    const bytes = seal(path, body);
    expect(path).toBe('en/categories-85ba788c3715843e.json');
    expect(new TextDecoder().decode(bytes)).toBe('5912c6b1\n{"values":["notes"],"ordinals":[[1]]}');
    expect(bodyOf(bytes)).toEqual(body);
    expect(await isIntact(path, bytes)).toBe(true);
  });

  test('tells every place from every other', () => {
    const places = ['en', 'de', 'pt-BR'].flatMap((language) =>
      ['0'.repeat(16), `${'0'.repeat(15)}1`].flatMap((block) =>
        Array.from({ length: 24 }, (_, at) => packPath(language, block, at)),
      ),
    );
    const sealed = places.map((path) => seal(path, body));
    const believed = places.flatMap((path) => sealed.filter((bytes) => isSealed(path, bytes)));
    expect(believed).toEqual(sealed);
  });
});
