/**
 * Language tags of BCP 47, as front matter, folders and file names write them.
 * @module
 */

/** ISO 639-1, the two-letter codes. */
const languages = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ' +
    'ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my ' +
    'na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ' +
    'ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** `pt_br` is `pt-BR`, `zh-hans-cn` is `zh-Hans-CN`; `undefined` for what is no language tag. */
export function toLanguageTag(written: string): string | undefined {
  const parts = written.trim().replaceAll('_', '-').split('.')[0]?.split('-') ?? [];
  const [language = '', ...subtags] = parts.map((part) => part.toLowerCase());
  if (!languages.has(language) && !/^[a-z]{3}$/.test(language)) return undefined;
  const tag = [language];
  for (const [index, subtag] of subtags.entries()) {
    if (/^[a-z]{4}$/.test(subtag) && index === 0) tag.push(subtag.charAt(0).toUpperCase() + subtag.slice(1));
    else if (/^(?:[a-z]{2}|\d{3})$/.test(subtag)) tag.push(subtag.toUpperCase());
    else if (/^(?:[a-z\d]{5,8}|\d[a-z\d]{3})$/.test(subtag)) tag.push(subtag);
    else return undefined;
  }
  return tag.length > 4 ? undefined : tag.join('-');
}

/** The language of a folder or file suffix: a two-letter code, with or without a region or script. */
export function toLocale(name: string): string | undefined {
  return /^[a-z]{2}(?:[-_](?:(?:hans|hant|latn|cyrl|arab)[-_])?[a-z]{2}|[-_](?:hans|hant|latn|cyrl|arab))?$/i.test(
    name,
  )
    ? toLanguageTag(name)
    : undefined;
}
