const languageTag = /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,7}$/i;

/** Whether a text could be a BCP 47 tag, such as `en` or `pt-BR`. */
export const isLanguageTag = (text: string): boolean => languageTag.test(text);
