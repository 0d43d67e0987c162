import type { MetadataRoute } from "next";
import { getContent } from "../content/index.ts";
import { isPublicBuild, siteAddress } from "../content/site-address.ts";

/** Search engines may read the public site, and nothing of previews and local builds. */
export default function robots(): MetadataRoute.Robots {
  const { site } = getContent();
  if (!isPublicBuild(site)) return { rules: { userAgent: "*", disallow: "/" } };
  return { rules: { userAgent: "*", allow: "/" }, sitemap: `${siteAddress(site)}/sitemap.xml` };
}
