/**
 * Where the bytes of an index come from: a folder, memory, or HTTP.
 * @module
 */
export interface IndexSource {
  /**
   * The whole content of a file of the index.
   * @param path below the index folder, with `/`.
   * @param options `fresh`: past every cache, because what was read before is not what was written
   * @throws LookbackError `index-missing` if there is no such file.
   */
  read(
    path: string,
    options?: { readonly signal?: AbortSignal; readonly fresh?: boolean },
  ): Promise<Uint8Array>;
}
