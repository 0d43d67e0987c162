import { intlLocale } from "./locale.ts";
import type { Country } from "./schema.ts";

/** A country's name in a language: ("DE", "fr") → "Allemagne". Throws for a code that is no country. */
export function countryName(code: string, lang: string): string {
  return nameOf("region", code, lang);
}

/** A country's name in each of its own languages, each spelling once: Finland → ["Suomi", "Finland"]. */
export function namesAtHome(country: Pick<Country, "code" | "languages">): string[] {
  return [...new Set(country.languages.map((lang) => countryName(country.code, lang)))];
}

/** A language's name in another language, or in its own: ("fr", "fr") → "français". */
export function languageName(code: string, lang: string): string {
  return nameOf("language", code, lang);
}

/** What marks the names of organisations, which are English everywhere: nothing on English pages. */
export function langOfNames(lang: string): { lang?: "en" } {
  return lang === "en" ? {} : { lang: "en" };
}

/** Languages by their own names, in the order of these names whatever their letters. */
export function languagesByName(codes: string[]): { code: string; name: string }[] {
  const { compare } = new Intl.Collator("en");
  return codes
    .map((code) => ({ code, name: languageName(code, code) }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Several languages as a list within a sentence: "Dutch, French, German and English". */
export function languageNames(codes: string[], lang: string): string {
  return new Intl.ListFormat(intlLocale(lang)).format(codes.map((code) => languageName(code, lang)));
}

const names = new Map<string, Intl.DisplayNames>();

function nameOf(type: "region" | "language", code: string, lang: string): string {
  // Every page names two dozen languages, and what names them takes longer to make than to use.
  const key = `${type} ${lang}`;
  const known = names.get(key) ?? new Intl.DisplayNames(intlLocale(lang), { type, fallback: "none" });
  names.set(key, known);
  const name = known.of(code);
  if (!name)
    throw new Error(`There is no ${type} “${code}”, or this Node.js has no name for it in “${lang}”.`);
  return name;
}
