import { isPreviewBuild } from "./preview-build.mjs";
import type { Site } from "./schema.ts";

type Env = Record<string, string | undefined>;

/**
 * The site's own address without a trailing slash: SITE_URL, else on production the address in site.yaml
 * or Vercel's, else a preview's branch address, else localhost. Throws where a production build on Vercel
 * would have no https address. Vercel's variables hold host names without a scheme.
 */
export function siteAddress(site: Pick<Site, "url">, env: Env = process.env): string {
  if (env.VERCEL && !env.VERCEL_ENV) {
    throw new Error(
      "Vercel does not say whether this is production or a preview. In the project's settings, switch on " +
        "“Automatically expose System Environment Variables”.",
    );
  }
  const isPreview = isPreviewBuild(env);
  const host = isPreview ? env.VERCEL_BRANCH_URL || env.VERCEL_URL : env.VERCEL_PROJECT_PRODUCTION_URL;
  const [name, address] = env.SITE_URL
    ? ["SITE_URL", env.SITE_URL]
    : site.url && !isPreview
      ? ["url in content/site.yaml", site.url]
      : ["the address", host ? `https://${host}` : `http://localhost:${env.PORT || 3000}`];
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || address.replace(/\/+$/, "") !== url.origin)
    throw new Error(
      `${name} is “${address}”. Write https:// and a host name, and nothing after it, such as https://example.org.`,
    );
  if (env.VERCEL_ENV === "production" && url.protocol !== "https:") {
    throw new Error("A production build needs an https address: set url in content/site.yaml, or SITE_URL.");
  }
  return url.origin;
}

/** Whether a build is the public site: production on Vercel, or a build elsewhere that has an https address. */
export function isPublicBuild(site: Pick<Site, "url">, env: Env = process.env): boolean {
  return !isPreviewBuild(env) && siteAddress(site, env).startsWith("https:");
}

/** What a build that nobody is meant to find says of itself; null for the public site. */
export function buildNotice(site: Pick<Site, "url">, env: Env = process.env): string | null {
  if (isPublicBuild(site, env)) return null;
  const kind = isPreviewBuild(env) ? "preview" : "local build";
  return `This is a ${kind} for ${siteAddress(site, env)}, and search engines are kept out.${isPreviewBuild(env) ? "" : " SITE_URL=https://… makes it public."}`;
}

/** Response headers for all addresses of a host, as Next takes them. */
export type HeaderRule = {
  source: string;
  has?: { type: "host"; value: string }[];
  headers: { key: string; value: string }[];
};

/**
 * What keeps search engines from everything but the public site: previews and local builds as a whole, and
 * of the public site its copies at Vercel's own hosts. The public address itself may be such a host.
 */
export function noIndexHeaders(site: Pick<Site, "url">, env: Env = process.env): HeaderRule[] {
  const headers = [{ key: "X-Robots-Tag", value: "noindex" }];
  const everywhere = { source: "/:path*", headers };
  if (!isPublicBuild(site, env)) return [everywhere];
  const { hostname } = new URL(siteAddress(site, env));
  const other = hostname.endsWith(".vercel.app") ? `(?!${hostname.replaceAll(".", "\\.")}$)` : "";
  return [{ ...everywhere, has: [{ type: "host", value: `${other}.*\\.vercel\\.app` }] }];
}
