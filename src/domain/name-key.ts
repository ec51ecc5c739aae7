/**
 * Values of facets are compared by this key: how they are spelt does not count, only what they say. `Open-Source`, `open_source` and
 * `open  source` are one; `c` and `c++` are two, and so are `opensource` and `open source`.
 */
export const toNameKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .trim()
    .replace(/[\s_-]+/g, ' ');
