import type { Metadata } from "next";
import { cardAddress, cardAlt } from "../components/card-address.ts";
import { cardSizes } from "../components/draw-card.tsx";
import { localized } from "../content/address.ts";
import type { Content } from "../content/index.ts";
import { intlLocale } from "../content/locale.ts";
import { alternatesOf, type PageDescription } from "../content/page-description.ts";
import { siteAddress } from "../content/site-address.ts";

/**
 * The head of a page: title, description, canonical address, other languages, feeds and the link preview.
 * Takes what is known of the page, gives what Next prints; every tag that a preview reads comes from here.
 */
export function metadataOf(page: PageDescription, content: Content): Metadata {
  const { site } = content;
  const { description, lang } = page;
  const others = page.languages.filter((other) => other !== lang);
  return {
    metadataBase: new URL(siteAddress(site)),
    title: page.permalink === "/" ? `${site.name}: ${page.title}` : `${page.title} · ${site.name}`,
    description,
    alternates: {
      canonical: page.address,
      ...(others.length > 0 && { languages: alternatesOf(page) }),
      types: {
        "application/atom+xml": localized("/feed.xml", lang),
        "application/feed+json": localized("/feed.json", lang),
      },
    },
    openGraph: {
      title: page.shortTitle,
      description,
      url: page.address,
      siteName: site.name,
      locale: localeOf(lang),
      alternateLocale: others.map(localeOf),
      images: [
        {
          url: cardAddress(page, content),
          ...cardSizes.wide,
          type: "image/png",
          alt: cardAlt(page, content),
        },
      ],
      ...(page.kind === "page" || !page.published
        ? { type: "website" }
        : { type: "article", publishedTime: page.published, modifiedTime: page.modified ?? page.published }),
    },
    twitter: { card: "summary_large_image" },
    // Mastodon shows the account beside the link, if that account names this site.
    ...(site.fediverse && { other: { "fediverse:creator": site.fediverse } }),
  };
}

const locales = new Map<string, string>();

/** A language with the country whose spelling we follow, as Open Graph wants it: "en" → "en_GB", "el" → "el_GR". */
function localeOf(lang: string): string {
  const known = locales.get(lang) ?? `${lang}_${new Intl.Locale(intlLocale(lang)).maximize().region}`;
  locales.set(lang, known);
  return known;
}
