import type { Metadata } from "next";
import { countryPermalink, localized } from "../content/address.ts";
import { isoDateTime } from "../content/dates.ts";
import { descriptionOf } from "../content/description.ts";
import { type Content, type Document, documentAt, textsOf, titleOf } from "../content/index.ts";
import { letterLanguages } from "../content/letter.ts";
import { translator } from "../content/messages.ts";
import { countryName, languageNames } from "../content/names.ts";
import type { Country } from "../content/schema.ts";
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
    title: isHome ? `${site.name}: ${titleOf(document)}` : `${titleOf(document)} · ${site.name}`,
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

/** The head of a country's page, which lies below /act and shares with it what is not its own. */
export function metadataOfCountry(country: Country, lang: string, content: Content): Metadata {
  const act = documentAt(content, lang, "/act");
  if (!act) throw new Error(`There is no page /act in “${lang}”, so that no country has one.`);
  const shared = metadataOf(act, content);
  const t = translator(textsOf(content, lang).messages, lang);
  const name = countryName(country.code, lang);
  const title = t("country.title", { country: name });
  const languages = languageNames(letterLanguages(country), lang);
  const description = t("country.description", { country: name, languages });
  const permalink = countryPermalink(country.code);
  const acting = content.languages.filter((other) => content.byAddress.has(localized("/act", other)));
  return {
    ...shared,
    title: `${title} · ${content.site.name}`,
    description,
    alternates: {
      ...shared.alternates,
      canonical: localized(permalink, lang),
      ...(acting.length > 1 && {
        languages: Object.fromEntries([
          ...acting.map((other) => [other, localized(permalink, other)]),
          ["x-default", permalink],
        ]),
      }),
    },
    openGraph: { ...shared.openGraph, title, description, url: localized(permalink, lang) },
  };
}
