import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findRepository } from '../../../src/content/site/repository.js';
import { writeSite } from '../open-site.js';

afterEach(() => void vi.unstubAllEnvs());

describe('the repository around posts', () => {
  const files = { 'package.json': '{"dependencies": {"next": "1"}}', 'a/b/c/d/e/f/post.md': '' };

  test('is found as far as five levels up, with what makes the site', async () => {
    const root = await writeSite(files);
    expect(await findRepository(join(root, 'a/b/c/d/e'))).toEqual({ root, framework: 'Next.js' });
    expect(await findRepository(join(root, 'a/b/c/d/e/f'))).toBeUndefined();
  });

  test.each(['HOME', 'TMPDIR'])('is no folder that all of a user’s files are in: %s', async (name) => {
    const root = await writeSite(files);
    expect(await findRepository(join(root, 'a'))).toBeDefined();
    vi.stubEnv(name, root);
    expect(await findRepository(join(root, 'a'))).toBeUndefined();
  });
});
