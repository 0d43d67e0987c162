import type { MetadataRoute } from "next";
import { countryPermalink, localized } from "../content/address.ts";
import { getContent } from "../content/index.ts";
import { siteAddress } from "../content/site-address.ts";

/** Every published page. Dates come from content alone; a page without a date has none here. */
export default function sitemap(): MetadataRoute.Sitemap {
  const content = getContent();
  const base = siteAddress(content.site);
  const documents = content.documents.map((document) => {
    const lastModified = document.updated ?? document.date;
    const translations = content.languages.filter((lang) =>
      content.byAddress.has(localized(document.permalink, lang)),
    );
    const languages = Object.fromEntries(
      translations.map((lang) => [lang, base + localized(document.permalink, lang)]),
    );
    return {
      url: base + document.address,
      ...(lastModified && { lastModified }),
      ...(translations.length > 1 && { alternates: { languages } }),
    };
  });
  const acting = content.languages.filter((lang) => content.byAddress.has(localized("/act", lang)));
  const countries = [...content.countries.keys()].flatMap((code) => {
    const addresses = acting.map((lang) => [lang, base + localized(countryPermalink(code), lang)] as const);
    return addresses.map(([, url]) => ({
      url,
      ...(addresses.length > 1 && { alternates: { languages: Object.fromEntries(addresses) } }),
    }));
  });
  return [...documents, ...countries];
}
