/** `pt` takes `pt` and `pt-BR`. */
export const isLanguageAsked = (language: string, asked: readonly string[] | undefined): boolean => {
  if (asked === undefined || asked.length === 0) return true;
  const own = language.toLowerCase();
  return asked.some((name) => own === name.toLowerCase() || own.startsWith(`${name.toLowerCase()}-`));
};
