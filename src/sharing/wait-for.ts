/**
 * Waits for a promise that others wait for too: an abort ends this wait only.
 * @throws the signal's reason, as soon as it aborts
 */
export const waitFor = async <Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> => {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    // Listened to in any case: a failure that nobody hears of ends a process.
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
};
