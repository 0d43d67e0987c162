// @ts-check
/** What every host of the site must answer with: `next start`, Vercel, and the servers that carry a mirror. */

/** A file is whatever has an ending other than .html; pages have that or none. */
const pages = "/:page((?:.*\\.html|[^.]*))";
const files = "/:file(.*\\.(?!html$)[^./]+)";

const minute = 60;
const day = 24 * 60 * minute;
const year = 365 * day;

/** @param {number} seconds @param {string} more */
const cached = (seconds, more) => ({ key: "Cache-Control", value: `public, max-age=${seconds}, ${more}` });
const forever = cached(year, "immutable");

/**
 * The one list of headers, in Next's form; where two rules set the same header, the later one wins.
 *
 * What a page may load is told by a policy in the page itself, which knows the hash of its own style
 * (app/_finish/content-policy.mjs); the header holds what only a header can say. Files run and load nothing.
 * @type {{ source: string, missing?: { type: "header", key: string, value: string }[], headers: { key: string, value: string }[] }[]}
 */
export const headerRules = [
  {
    source: "/:path*",
    headers: [
      // Without includeSubDomains and preload: they bind the owner's whole domain, which is for the owner to decide.
      { key: "Strict-Transport-Security", value: `max-age=${2 * year}` },
      { key: "X-Content-Type-Options", value: "nosniff" },
      { key: "X-Frame-Options", value: "DENY" },
      // No site that a link leads to learns that its reader came from here.
      { key: "Referrer-Policy", value: "no-referrer" },
      { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      {
        key: "Permissions-Policy",
        value:
          "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
          "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()",
      },
    ],
  },
  {
    source: pages,
    headers: [
      {
        key: "Content-Security-Policy",
        value: "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      },
      cached(5 * minute, `stale-while-revalidate=${day}`),
    ],
  },
  {
    source: files,
    headers: [
      {
        key: "Content-Security-Policy",
        value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
      },
      cached(60 * minute, `stale-while-revalidate=${day}`),
    ],
  },
  // Their addresses change with what they hold.
  { source: "/:folder(pictures|scripts|og)/:file*", headers: [forever] },
  { source: "/_next/static/:file*", headers: [forever] },
  // Chats show cards, and readers of feeds show feeds, on pages of their own.
  {
    source: "/:file(og/.*|(?:[a-z]{2}/)?feed\\.(?:xml|json))",
    headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }],
  },
  // The next page is fetched while the reader aims at its link: no script, and not where data is saved.
  {
    source: pages,
    missing: [{ type: "header", key: "save-data", value: "on" }],
    headers: [{ key: "Speculation-Rules", value: '"/speculation-rules.json"' }],
  },
  {
    source: "/speculation-rules.json",
    headers: [
      { key: "Content-Type", value: "application/speculationrules+json" },
      // A browser asks for it on every page it opens.
      cached(day, `stale-while-revalidate=${day}`),
    ],
  },
];
