/** The hash that names and guards index files. */

/** SHA-256 as 64 hexadecimal digits, by Web Crypto, which Node and secure pages share. */
export const sha256 = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
