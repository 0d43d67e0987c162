import type { MetadataRoute } from "next";
import { defaultLanguage, localized } from "../content/address.ts";
import { getContent } from "../content/index.ts";
import { pageDescriptions } from "../content/page-description.ts";
import { siteAddress } from "../content/site-address.ts";

/** Every published page. Dates come from content alone; a page without a date has none here. */
export default function sitemap(): MetadataRoute.Sitemap {
  const content = getContent();
  const base = siteAddress(content.site);
  return pageDescriptions(content).map((page) => ({
    url: base + page.address,
    ...(page.modified && { lastModified: page.modified }),
    ...(page.languages.length > 1 && {
      alternates: {
        languages: Object.fromEntries([
          ...page.languages.map((lang) => [lang, base + localized(page.permalink, lang)]),
          ...(page.languages.includes(defaultLanguage) ? [["x-default", base + page.permalink]] : []),
        ]),
      },
    }),
  }));
}
