import { open } from 'node:fs/promises';

/** The first bytes of a file as text; empty where it cannot be read. */
export const readStart = async (path: string, maxBytes: number): Promise<string> => {
  try {
    const handle = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(maxBytes), 0, maxBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
};
