import { localized } from "../content/address.ts";
import { root } from "../content/files.ts";
import { readContent, textsOf } from "../content/index.ts";
import { type Translate, translator } from "../content/messages.ts";
import { networks } from "../content/networks.ts";

const reading = readContent(root).content;
if (!reading) throw new Error("The content cannot be read; run npm run check:content.");

/** The content as it is published, of which these tests take the words of each language. */
export const content = reading;

/** The languages that the site speaks, but for English. */
export const translations = content.languages.filter((lang) => lang !== "en");

/** What the tests of a language need: its words, the addresses of its pages, and a country where it is official. */
export function inLanguage(lang: string): {
  t: Translate;
  at: (permalink: string) => string;
  country: string;
} {
  const country = [...content.countries.values()].find(({ languages }) => languages.includes(lang));
  if (!country) throw new Error(`No member state has the language “${lang}”.`);
  return {
    t: translator(textsOf(content, lang).messages, lang),
    at: (permalink) => localized(permalink, lang),
    country: country.code,
  };
}

/** Names that are written the same in every language. */
export const names = [
  content.site.name,
  ...content.signatories.organisations.map(({ name }) => name),
  ...networks.map(({ name }) => name),
  "Global Encryption Coalition",
  "Global Encryption Coalition Steering Committee",
  "SimpleX Chat",
  "mySociety",
  "Open Rights Group",
  "La Quadrature du Net",
  "DearMEP",
  "EDRi",
  "EFF",
  "Tor Browser",
  "SMS",
];
