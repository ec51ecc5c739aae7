import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBeginning, readForeignFile } from '../../src/files/read-foreign-file.js';

const isWindows = process.platform === 'win32';

const createFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lookback-files-'));

describe('a file that somebody else wrote', () => {
  it('is read as it is, up to its last byte', async () => {
    const file = join(await createFolder(), 'a');
    for (const size of [0, 1, 1023, 1024]) {
      await writeFile(file, Buffer.alloc(size, 7));
      expect(await readForeignFile(file, 1024)).toEqual(Buffer.alloc(size, 7));
      expect(await readBeginning(file, 1000)).toEqual(Buffer.alloc(Math.min(size, 1000), 7));
    }
  });

  it('is not read where it is too large', async () => {
    const file = join(await createFolder(), 'a');
    await writeFile(file, '');
    await truncate(file, 2 ** 40);
    await expect(readForeignFile(file, 1024)).rejects.toMatchObject({ problem: 'too-large', bytes: 2 ** 40 });
    expect(await readBeginning(file, 10)).toHaveLength(10);
    await truncate(file, 1024);
    await appendFile(file, 'x');
    await expect(readForeignFile(file, 1024)).rejects.toMatchObject({ problem: 'too-large' });
  });

  it.skipIf(isWindows)('is never waited for: pipes, devices, sockets, folders, links to them', async () => {
    const folder = await createFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await symlink('pipe', join(folder, 'link'));
    await symlink('/dev/zero', join(folder, 'zero'));
    const server = createServer().listen(join(folder, 'socket'));
    try {
      for (const name of ['pipe', 'link', 'zero', 'socket', '.'])
        for (const read of [readForeignFile, readBeginning])
          await expect(read(join(folder, name), 1024), name).rejects.toMatchObject({ problem: 'no-file' });
    } finally {
      server.close();
    }
  });

  it.skipIf(process.platform !== 'linux')('is read to its end where its size says nothing', async () => {
    expect(String(await readForeignFile('/proc/self/status'))).toContain('\nPid:');
    await expect(readForeignFile('/proc/self/status', 10)).rejects.toMatchObject({ problem: 'too-large' });
  });

  it('says what is missing, and what leads nowhere', async () => {
    const folder = await createFolder();
    await writeFile(join(folder, 'a'), '');
    await symlink('cycle', join(folder, 'cycle'));
    await expect(readForeignFile(join(folder, 'none'))).rejects.toMatchObject({ problem: 'missing' });
    await expect(readForeignFile(join(folder, 'a/b'))).rejects.toMatchObject({ problem: 'missing' });
    await expect(readForeignFile(join(folder, 'cycle'))).rejects.toMatchObject({ problem: 'refused' });
  });
});
