/**
 * No engine: what the process itself costs.
 * @module
 */
import type { Engine } from './engine.js';

export const engine: Engine = {
  build: async () => {},
  open: async () => ({ words: () => [] }),
};
