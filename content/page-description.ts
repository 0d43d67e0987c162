import { countryPermalink, defaultLanguage, localized } from "./address.ts";
import { isoDateTime } from "./dates.ts";
import { descriptionOf, longestDescription, shorten, shortestDescription } from "./description.ts";
import { type Content, type Document, documentAt, textsOf, titleOf } from "./index.ts";
import { letterLanguages } from "./letter.ts";
import { translator } from "./messages.ts";
import { countryName, languageNames, namesAtHome } from "./names.ts";
import type { Country } from "./schema.ts";

/**
 * What a link preview, the sitemap or a search engine learns of a page. A new kind of page gets a function
 * of its own here, and joins in `pageDescriptions`.
 */
export type PageDescription = {
  /** Path in its language, such as /de/act. */
  address: string;
  /** The same path without the language: what its translations share. */
  permalink: string;
  lang: string;
  kind: "article" | "statement" | "page";
  title: string;
  /** The title for previews, at most 80 characters: some clients cut there. */
  shortTitle: string;
  /** 50 to 250 characters. */
  description: string;
  /** Moments in ISO 8601 with a zone; an article or statement has both. */
  published?: string;
  modified?: string;
  author?: string;
  /** Where the text was first published. */
  source?: string;
  /** Address of a picture in public/. */
  picture?: string;
  pictureAlt?: string;
  /** What stands on the card where that is not the title: a country's name, each of its languages on a line. */
  card?: { lines: string[]; above: string };
  /** Every language that has this page, its own included. */
  languages: string[];
};

// Clients cut a longer one.
const longestTitle = 80;

const known = new WeakMap<Content, PageDescription[]>();

/** Every page of the site that can be shared and found. */
export function pageDescriptions(content: Content): PageDescription[] {
  const all = known.get(content) ?? describeAll(content);
  known.set(content, all);
  return all;
}

function describeAll(content: Content): PageDescription[] {
  return [
    ...content.documents.map((document) => describe(document, content)),
    ...content.languages
      .filter((lang) => documentAt(content, lang, "/act"))
      .flatMap((lang) => [...content.countries.values()].map((each) => describeCountry(each, lang, content))),
  ];
}

/** A page's addresses by language, behind a base, with English for everybody else where there is an English one. */
export function alternatesOf({ permalink, languages }: PageDescription, base = ""): Record<string, string> {
  return Object.fromEntries([
    ...languages.map((lang) => [lang, base + localized(permalink, lang)]),
    ...(languages.includes(defaultLanguage) ? [["x-default", base + permalink]] : []),
  ]);
}

/** What previews learn of a document's page. */
export function describe(document: Document, content: Content): PageDescription {
  const { address, permalink, lang, kind, author, source, picture } = document;
  const title = titleOf(document);
  const changed = document.updated ?? document.date ?? dayOfFacts(document, content);
  return {
    address,
    permalink,
    lang,
    kind,
    title,
    shortTitle: shorten(document.shortTitle ?? document.title, longestTitle),
    description: longEnough(descriptionOf(document, content), lang, content),
    languages: content.languages.filter((other) => documentAt(content, other, permalink)),
    ...(document.date && { published: isoDateTime(document.date) }),
    ...(changed && { modified: isoDateTime(changed) }),
    ...(author && { author }),
    ...(source && { source }),
    ...(picture && { picture, pictureAlt: document.imageAlt ?? "" }),
  };
}

/** What previews learn of a country's page, which is made from facts. */
export function describeCountry(country: Country, lang: string, content: Content): PageDescription {
  const t = translator(textsOf(content, lang).messages, lang);
  const permalink = countryPermalink(country.code);
  const name = countryName(country.code, lang);
  const title = t("country.title", { country: name });
  const languages = languageNames(letterLanguages(country), lang);
  const { representation, ministries, parliament, directory } = country;
  const checked = [representation, ...ministries, parliament, directory]
    .map((link) => link.checked ?? "")
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
    .sort()
    .at(-1);
  return {
    address: localized(permalink, lang),
    permalink,
    lang,
    kind: "page",
    title,
    shortTitle: shorten(title, longestTitle),
    description: longEnough(t("country.description", { country: name, languages }), lang, content),
    card: { lines: namesAtHome(country), above: t("card.country", { country: name }) },
    languages: content.languages.filter((other) => documentAt(content, other, "/act")),
    ...(checked && { modified: isoDateTime(checked) }),
  };
}

/** A description in the length that previews show; one of a few words is continued with that of the site. */
function longEnough(text: string, lang: string, content: Content): string {
  if (text.length >= shortestDescription) return shorten(text, longestDescription);
  const home = documentAt(content, lang, "/");
  return shorten(`${text} ${home ? descriptionOf(home, content) : ""}`.trim(), longestDescription);
}

/** The day on which the facts were last checked that a page without a date of its own shows. */
function dayOfFacts(document: Document, content: Content): string | undefined {
  return document.permalink === "/timeline" ? content.timeline.asOf : undefined;
}
