import { type APIRequestContext, expect, test } from "@playwright/test";
import { local, origin, pathsInLanguages, published, sentPage } from "./site.ts";

/** Calls with every page of the published site. */
async function forEveryPage(
  request: APIRequestContext,
  check: (path: string, page: Awaited<ReturnType<typeof sentPage>>) => void | Promise<void>,
) {
  for (const path of await pathsInLanguages(request, origin("fresh"))) {
    await check(path, await sentPage(request, path));
  }
}

function tag(document: Document, name: string): string | null {
  return (
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content") ?? null
  );
}

test("every page answers in one go, in HTML and UTF-8, to GET and to HEAD", async ({ request }) => {
  await forEveryPage(request, async (path, { response }) => {
    expect(response.status(), path).toBe(200);
    expect(response.headers()["content-type"], path).toBe("text/html; charset=utf-8");
    expect(response.headers()["content-disposition"], path).toBeUndefined();
    expect(response.headers()["set-cookie"], path).toBeUndefined();
    const head = await request.head(origin("fresh") + path);
    expect(head.status(), path).toBe(200);
    expect(head.headers()["content-type"], path).toBe("text/html; charset=utf-8");
  });
});

test("every page has exactly one of each tag that a preview reads, in its head", async ({ request }) => {
  const once = [
    "title",
    'meta[name="description"]',
    'link[rel="canonical"]',
    'link[rel="manifest"]',
    'link[rel="apple-touch-icon"]',
    'link[type="application/atom+xml"]',
    'link[type="application/feed+json"]',
    ...[
      ...["title", "description", "url", "image", "site_name", "type", "locale"],
      ...["image:width", "image:height", "image:type", "image:alt"],
    ].map((name) => `meta[property="og:${name}"]`),
    'meta[name="twitter:card"]',
  ];
  await forEveryPage(request, (path, { document }) => {
    for (const selector of once) {
      expect(document.querySelectorAll(`head ${selector}`), `${path} ${selector}`).toHaveLength(1);
      if (selector !== "title") expect(document.querySelectorAll(selector), selector).toHaveLength(1);
    }
    // Mastodon, Discourse and Zulip would take these before Open Graph.
    expect(document.querySelectorAll('link[type*="oembed"], meta[name^="twitter:player"]')).toHaveLength(0);
    const graph = [...document.querySelectorAll('meta[property^="og:"]')];
    expect(graph.length, path).toBeLessThan(50);
    expect(graph.map((meta) => meta.outerHTML).join("").length, path).toBeLessThan(5 * 1024);
  });
});

test("the tags come early enough for clients that read only the beginning", async ({ request }) => {
  await forEveryPage(request, (path, { bytes, html }) => {
    const at = (text: string) => bytes.indexOf(text);
    expect(html.slice(0, 1024), path).toMatch(/<meta charset="utf-8"/i);
    expect(bytes.lastIndexOf('property="og:'), path).toBeLessThan(16_000);
    expect(at("</head>"), path).toBeLessThan(32 * 1024);
    expect(bytes.lastIndexOf('property="og:'), path).toBeLessThan(at("</head>"));
    expect(html, "the title stands on one line").toMatch(/<title>[^<\n]+<\/title>/);
  });
});

test("title and description have the length and the words that clients show", async ({ request }) => {
  await forEveryPage(request, (path, { document }) => {
    const title = tag(document, "og:title")!;
    const name = tag(document, "og:site_name")!;
    expect(title.length, path).toBeGreaterThan(0);
    expect(title.length, path).toBeLessThanOrEqual(80);
    expect(title, path).not.toContain(name);
    expect(document.title, path).toContain(name);
    const description = tag(document, "og:description")!;
    expect(description, path).toBe(tag(document, "description"));
    expect(description.length, path).toBeGreaterThanOrEqual(50);
    expect(description.length, path).toBeLessThanOrEqual(250);
    expect(description, path).not.toBe(title);
  });
});

test("canonical, og:url and the shared address are one, and absolute", async ({ request }) => {
  await forEveryPage(request, (path, { document }) => {
    const canonical = document.querySelector('link[rel="canonical"]')!.getAttribute("href")!;
    expect(new URL(canonical).href, path).toBe(published + path);
    expect(tag(document, "og:url"), path).toBe(canonical);
    // Bluesky guesses the type of a page from what follows its last full stop.
    expect(path).toMatch(/^\/[a-z0-9/_~-]*(\.html)?$/);
    expect(new URL(tag(document, "og:image")!).origin, path).toBe(published);
    for (const link of document.querySelectorAll('link[rel="alternate"]')) {
      expect(new URL(link.getAttribute("href")!).href, path).toMatch(new RegExp(`^${published}/`));
    }
  });
});

test("articles and statements say when and in what language they were published", async ({ request }) => {
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
  await forEveryPage(request, (path, { document }) => {
    const isArticle = /^\/(?:[a-z]{2}\/)?(blog|statements)\/./.test(path);
    expect(tag(document, "og:type"), path).toBe(isArticle ? "article" : "website");
    expect(tag(document, "og:locale"), path).toMatch(/^[a-z]{2}_[A-Z]{2}$/);
    expect(tag(document, "og:locale")!.slice(0, 2), path).toBe(document.documentElement.lang);
    for (const name of ["article:published_time", "article:modified_time"]) {
      if (isArticle) expect(tag(document, name), `${path} ${name}`).toMatch(zoned);
      else expect(tag(document, name), `${path} ${name}`).toBeNull();
    }
    const languages = document.querySelectorAll('link[rel="alternate"][hreflang]');
    const alternates = document.querySelectorAll('meta[property="og:locale:alternate"]');
    expect(alternates.length, path).toBe(Math.max(0, languages.length - 2));
  });
});

test("the data for machines is valid, escaped, in the body, and says what Open Graph says", async ({
  request,
}) => {
  await forEveryPage(request, (path, { html, document }) => {
    const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
    expect(document.querySelectorAll("head script[type='application/ld+json']"), path).toHaveLength(0);
    const raw = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      (m) => m[1]!,
    );
    expect(raw, path).toHaveLength(scripts.length);
    for (const text of raw) expect(text, path).not.toMatch(/[<&]/);
    const things = raw.map((text) => JSON.parse(text));
    for (const thing of things) expect(thing["@context"]).toBe("https://schema.org");
    const article = things.find((thing) => thing["@type"] === "NewsArticle");
    expect(article !== undefined, path).toBe(tag(document, "og:type") === "article");
    if (article) {
      expect(things[0], "Mastodon takes the first").toBe(article);
      expect(article.headline, path).toBe(tag(document, "og:title"));
      expect(article.description, path).toBe(tag(document, "og:description"));
      expect(article.image, path).toBe(tag(document, "og:image"));
      expect(article.url, path).toBe(tag(document, "og:url"));
      expect(article.datePublished, path).toBe(tag(document, "article:published_time"));
      expect(article.dateModified, path).toBe(tag(document, "article:modified_time"));
      expect(article.author.name, path).toMatch(/\S/);
      expect(article.publisher.name, path).toBe(tag(document, "og:site_name"));
    }
    const trail = things.find((thing) => thing["@type"] === "BreadcrumbList");
    if (/^\/([a-z]{2})?$/.test(path)) expect(things.map((thing) => thing["@type"])).toContain("WebSite");
    else expect(new URL(trail.itemListElement.at(-1).item).pathname, path).toBe(path);
  });
});

test("every step of every trail is a page", async ({ request }) => {
  await forEveryPage(request, async (path, { html }) => {
    const items = [...html.matchAll(/"item":"([^"]+)"/g)];
    if (!/^\/([a-z]{2})?$/.test(path)) expect(items.length, path).toBeGreaterThan(1);
    for (const [, item] of items) {
      expect((await request.get(local(item!), { maxRedirects: 0 })).status(), `${path}: ${item}`).toBe(200);
    }
  });
});
