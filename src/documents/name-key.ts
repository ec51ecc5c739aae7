/** Tags and categories are compared by this key: case and Unicode form do not count. */
export const toNameKey = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');
