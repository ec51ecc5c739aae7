/**
 * Whether there is something at a path.
 * @module
 */
import { access } from 'node:fs/promises';

/** True of a file, a folder and whatever else can be reached; false where a folder above forbids to look. Never rejects. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
