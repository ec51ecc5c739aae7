/**
 * CRC-32 as in zlib and PNG (polynomial 0xEDB88320, reflected): finds what a broken transfer or disk did to a part.
 * `crypto.subtle` is missing on pages served over plain HTTP, so the check has to be small and our own.
 * @module
 */
const table = new Uint32Array(256).map((_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/**
 * @param before checksum of what stands before the bytes, to go on from
 * @returns 0 to 2^32 - 1
 */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let remainder = before ^ 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) {
    remainder = (table[(remainder ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (remainder >>> 8);
  }
  return (remainder ^ 0xffffffff) >>> 0;
};
