import type { Metadata } from "next";
import { localized } from "../content/address.ts";
import { isoDateTime } from "../content/dates.ts";
import { descriptionOf } from "../content/description.ts";
import type { Content, Document } from "../content/index.ts";
import { siteAddress } from "../content/site-address.ts";

/** The head of a document's page: title, description, canonical address, other languages, Open Graph. */
export function metadataOf(document: Document, content: Content): Metadata {
  const { site } = content;
  const description = descriptionOf(document, content);
  const isHome = document.permalink === "/";
  const translations = content.languages.filter((lang) =>
    content.byAddress.has(localized(document.permalink, lang)),
  );
  return {
    metadataBase: new URL(siteAddress(site)),
    title: isHome ? `${site.name}: ${document.title}` : `${document.title} · ${site.name}`,
    description,
    alternates: {
      canonical: document.address,
      ...(translations.length > 1 && {
        languages: Object.fromEntries([
          ...translations.map((lang) => [lang, localized(document.permalink, lang)]),
          ["x-default", document.permalink],
        ]),
      }),
      types: { "application/atom+xml": "/feed.xml", "application/feed+json": "/feed.json" },
    },
    openGraph: {
      title: document.title,
      description,
      url: document.address,
      siteName: site.name,
      locale: document.lang,
      ...(document.picture && { images: [{ url: document.picture, alt: document.imageAlt ?? "" }] }),
      ...(document.kind === "page"
        ? { type: "website" }
        : {
            type: "article",
            publishedTime: isoDateTime(document.date!),
            modifiedTime: isoDateTime(document.updated ?? document.date!),
          }),
    },
    twitter: { card: document.picture ? "summary_large_image" : "summary" },
  };
}
