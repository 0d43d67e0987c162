import type { MetadataRoute } from "next";
import { getContent } from "../content/index.ts";
import { siteAddress } from "../content/site-address.ts";

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/" }, sitemap: `${siteAddress(getContent().site)}/sitemap.xml` };
}
