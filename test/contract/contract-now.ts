/** Milliseconds since the epoch. Fixed, so that what has expired does not depend on when a test runs: 2024-06-01. */
export const contractNow = Date.UTC(2024, 5, 1);
