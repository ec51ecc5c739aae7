/**
 * What waits for letters: none of it is needed before somebody types, and it is loaded as one file.
 * @module
 */
export { completeTyping } from './complete-typing.js';
export { findValues } from './find-values.js';
