import type { Site } from "./schema.ts";

/**
 * The site's own address without a trailing slash: SITE_URL, else on production the address in site.yaml
 * or Vercel's, else a preview's branch address, else localhost. Throws where a production build on Vercel
 * would have no https address. Vercel's variables hold host names without a scheme.
 */
export function siteAddress(
  site: Pick<Site, "url">,
  env: Record<string, string | undefined> = process.env,
): string {
  const preview = env.VERCEL_ENV === "preview" || env.VERCEL_ENV === "development";
  const host = preview ? (env.VERCEL_BRANCH_URL ?? env.VERCEL_URL) : env.VERCEL_PROJECT_PRODUCTION_URL;
  const address =
    env.SITE_URL ||
    (preview ? undefined : site.url) ||
    (host && `https://${host}`) ||
    `http://localhost:${env.PORT || 3000}`;
  if (!URL.canParse(address))
    throw new Error(`SITE_URL is “${address}”. Write a complete address such as https://….`);
  if (env.VERCEL_ENV === "production" && new URL(address).protocol !== "https:") {
    throw new Error("A production build needs an https address: set url in content/site.yaml, or SITE_URL.");
  }
  return address.replace(/\/+$/, "");
}
