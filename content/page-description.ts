import { localized } from "./address.ts";
import { isoDateTime } from "./dates.ts";
import { descriptionOf, shorten } from "./description.ts";
import type { Content, Document } from "./index.ts";

/**
 * What a link preview, the sitemap or a search engine learns of a page. A page that has a document gets it
 * from `describe`; a page made from facts alone writes it itself, and joins in `pageDescriptions`.
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
  /** What stands on the card where that is not the title, such as a country's name in its own language. */
  card?: { title: string; above?: string };
  /** Every language that has this page, its own included. */
  languages: string[];
};

const longestTitle = 80;

/** Every page of the site that can be shared and found. */
export function pageDescriptions(content: Content): PageDescription[] {
  return content.documents.map((document) => describe(document, content));
}

/** What previews learn of a document's page. */
export function describe(document: Document, content: Content): PageDescription {
  const { address, permalink, lang, kind, title, author, source, picture } = document;
  const changed = document.updated ?? document.date ?? dayOfFacts(document, content);
  return {
    address,
    permalink,
    lang,
    kind,
    title,
    shortTitle: shorten(document.shortTitle ?? title, longestTitle),
    description: descriptionOf(document, content),
    languages: content.languages.filter((other) => content.byAddress.has(localized(permalink, other))),
    ...(document.date && { published: isoDateTime(document.date) }),
    ...(changed && { modified: isoDateTime(changed) }),
    ...(author && { author }),
    ...(source && { source }),
    ...(picture && { picture, pictureAlt: document.imageAlt ?? "" }),
  };
}

/** The day on which the facts were last checked that a page without a date of its own shows. */
function dayOfFacts(document: Document, content: Content): string | undefined {
  return document.permalink === "/timeline" ? content.timeline.asOf : undefined;
}
