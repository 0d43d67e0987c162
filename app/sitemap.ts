import type { MetadataRoute } from "next";
import { getContent } from "../content/index.ts";
import { alternatesOf, pageDescriptions } from "../content/page-description.ts";
import { siteAddress } from "../content/site-address.ts";

/** Every published page. Dates come from content alone; a page without a date has none here. */
export default function sitemap(): MetadataRoute.Sitemap {
  const content = getContent();
  const base = siteAddress(content.site);
  return pageDescriptions(content).map((page) => ({
    url: base + page.address,
    ...(page.modified && { lastModified: page.modified }),
    ...(page.languages.length > 1 && { alternates: { languages: alternatesOf(page, base) } }),
  }));
}
