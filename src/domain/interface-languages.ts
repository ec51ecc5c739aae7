/** Languages that the search page speaks (BCP 47); `page/wording/` has a dictionary of each. */
export const interfaceLanguages = ['en', 'de', 'cs', 'ja', 'ar'] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];
