import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The tests that a folder's mutants must not pass: its own, and the contract of the engines, which asks all that answers.
 * `MUTATED_FOLDER` is set by `run.ts`.
 */
export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '../..'),
    include: [`test/${process.env.MUTATED_FOLDER}/**/*.test.ts`, 'test/engines/*/contract.test.ts'],
    setupFiles: ['test/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
