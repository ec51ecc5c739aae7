/**
 * The first line of a sealed file: a checksum of its path and of what follows. So a file says where it belongs, in no byte
 * more than it takes to say that it is whole, and another one in its place is not believed.
 * @module
 */
import { crc32 } from '../domain/crc32.js';
import { parseJson } from './checked-json.js';

/** Eight hexadecimal digits and a line feed. */
const sealLength = 9;

const encoder = new TextEncoder();

const toSeal = (path: string, body: Uint8Array): string =>
  `${crc32(body, crc32(encoder.encode(path)))
    .toString(16)
    .padStart(8, '0')}\n`;

/** @param path of the file below the index folder */
export const seal = (path: string, body: Uint8Array): Uint8Array => {
  const sealed = new Uint8Array(sealLength + body.length);
  sealed.set(encoder.encode(toSeal(path, body)));
  sealed.set(body, sealLength);
  return sealed;
};

/** What is under the seal. */
export const bodyOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(sealLength);

/** Whether the file is as {@link seal} made it, for this path. */
export const isSealed = (path: string, bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, sealLength)) === toSeal(path, bodyOf(bytes));

/** A value as the body of a sealed file. */
export const toBody = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

/**
 * @param bytes of a sealed file that came from a checked source
 * @throws LookbackError `index-corrupt`
 */
export const parseBody = (bytes: Uint8Array, file: string): unknown => parseJson(bodyOf(bytes), file);
