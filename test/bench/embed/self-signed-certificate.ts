/**
 * A key and a certificate for one run: browsers speak HTTP/2 over TLS only. X.509 as RFC 5280 has it, nothing optional.
 * @module
 */
import { generateKeyPairSync, sign } from 'node:crypto';

const tagged = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >>> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...contents: readonly Uint8Array[]): Buffer => tagged(0x30, ...contents);
const object = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const utcTime = (date: Date): Buffer =>
  tagged(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

const ecdsaWithSha256 = sequence(object('2a8648ce3d040302'));
/** `CN=localhost` */
const name = sequence(tagged(0x31, sequence(object('550403'), tagged(0x0c, Buffer.from('localhost')))));
const day = 86_400_000;

/** Both in PEM, valid for some days. */
export const createSelfSignedCertificate = (): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const validity = sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + 7 * day)));
  const toSign = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', toSign, privateKey);
  const certificate = sequence(toSign, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
};
