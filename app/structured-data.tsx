import type { BreadcrumbList, NewsArticle, Organization, Thing, WebSite, WithContext } from "schema-dts";
import { cardAddress } from "../components/card-address.ts";
import { localized } from "../content/address.ts";
import { type Content, documentAt, getContent } from "../content/index.ts";
import type { PageDescription } from "../content/page-description.ts";
import { siteAddress } from "../content/site-address.ts";

/**
 * What search engines and Mastodon read of a page, in the words of schema.org. It stands in the body, so
 * that it does not push the tags of the head out of the first bytes that previews read.
 */
export function StructuredData({ page }: { page: PageDescription }) {
  // One script each: Mastodon takes the first that is a NewsArticle and does not look into a @graph.
  return structuredData(page, getContent()).map((thing) => (
    <script
      key={thing["@type" as keyof typeof thing]}
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: escaped(thing) }}
    />
  ));
}

/** The things that are true of a page: an article or the site itself, and where it stands. */
export function structuredData(page: PageDescription, content: Content): WithContext<Thing>[] {
  const base = siteAddress(content.site);
  const trail = breadcrumbs(page, content, base);
  const about = page.permalink === "/" ? website(page, content, base) : article(page, content, base);
  return [about, trail].filter((thing) => thing !== null);
}

function article(page: PageDescription, content: Content, base: string): WithContext<NewsArticle> | null {
  if (page.kind === "page" || !page.published) return null;
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: page.shortTitle,
    description: page.description,
    url: base + page.address,
    mainEntityOfPage: base + page.address,
    inLanguage: page.lang,
    datePublished: page.published,
    dateModified: page.modified ?? page.published,
    image: base + cardAddress(page, content),
    ...(page.author && {
      // A text that was first published elsewhere is by the organisation that published it there.
      author: { "@type": page.source ? "Organization" : "Person", name: page.author },
    }),
    publisher: publisher(content, base),
    ...(page.source && { isBasedOn: page.source }),
  };
}

function website(page: PageDescription, content: Content, base: string): WithContext<WebSite> {
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: content.site.name,
    description: page.description,
    url: base + page.address,
    inLanguage: page.lang,
    publisher: publisher(content, base),
  };
}

function publisher(content: Content, base: string): Organization {
  const { name, operator } = content.site;
  return {
    "@type": "Organization",
    name,
    url: `${base}/`,
    logo: `${base}/apple-icon.png`,
    ...(operator && { legalName: operator }),
  };
}

/** The pages above this one that exist in its language; nothing for home. */
function breadcrumbs(
  page: PageDescription,
  content: Content,
  base: string,
): WithContext<BreadcrumbList> | null {
  const parts = page.permalink.split("/").slice(1);
  if (page.permalink === "/") return null;
  const above = ["/", ...parts.slice(0, -1).map((_, index) => `/${parts.slice(0, index + 1).join("/")}`)];
  const steps = above.flatMap((permalink) => {
    const document = documentAt(content, page.lang, permalink);
    if (!document) return [];
    const name = permalink === "/" ? content.site.name : document.title;
    return [{ name, address: localized(permalink, page.lang) }];
  });
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [...steps, { name: page.title, address: page.address }].map(
      ({ name, address }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        item: base + address,
      }),
    ),
  };
}

// Mastodon reads the block as HTML before it reads it as JSON.
function escaped(thing: WithContext<Thing>): string {
  return JSON.stringify(thing).replace(/</g, "\\u003c").replace(/&/g, "\\u0026");
}
