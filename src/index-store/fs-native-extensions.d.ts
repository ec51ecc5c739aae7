declare module 'fs-native-extensions' {
  /** Takes the lock of an open file for its owner alone, without waiting. @returns whether it is taken */
  export function tryLock(descriptor: number): boolean;
}
