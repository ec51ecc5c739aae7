/**
 * Opens what many ask for when the first of them does, and then no more.
 * @param open started once however many wait; after it failed, the next who asks starts it again
 */
export const once = <Value>(open: () => Promise<Value>): (() => Promise<Value>) => {
  let opened: Promise<Value> | undefined;
  return () => {
    // Forgotten before anybody hears of the failure, so that who hears of it can ask again at once.
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
};
