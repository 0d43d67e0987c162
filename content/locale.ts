/**
 * A language as Intl is to speak it: as in Europe, where it would otherwise take the spelling of America.
 * ("en") → "en-GB", ("pt") → "pt-PT", ("de") → "de".
 */
export function intlLocale(lang: string): string {
  return { en: "en-GB", pt: "pt-PT" }[lang] ?? lang;
}
