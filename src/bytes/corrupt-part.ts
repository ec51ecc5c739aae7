import { LookbackError } from '../domain/errors.js';

/** @param part name of the part that cannot be what was written */
export const createCorruptError = (part: string, what: string): LookbackError =>
  new LookbackError('index-corrupt', `The index part ${part} is damaged: ${what}.`, { file: part });
