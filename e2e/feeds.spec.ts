import { type APIRequestContext, expect, test } from "@playwright/test";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { article, everyPath, local, origin, published, statement } from "./site.ts";

async function feed(request: APIRequestContext, path: string, type: string): Promise<string> {
  const response = await request.get(origin("fresh") + path);
  expect(response.headers()["content-type"]).toBe(`${type}; charset=utf-8`);
  return response.text();
}

test("the Atom feed carries the whole text with dates from the content", async ({ request }) => {
  const text = await feed(request, "/feed.xml", "application/atom+xml");
  const { id, title, updated, links, entries = [] } = parseAtomFeed(text);
  expect(id).toBe(`${published}/`);
  expect(title?.value).toMatch(/\S/);
  expect(links).toContainEqual(expect.objectContaining({ rel: "self", href: `${published}/feed.xml` }));
  expect(updated).toBe(
    entries
      .map((entry) => entry.updated!)
      .sort()
      .at(-1),
  );
  expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  const found = entries.find((entry) => entry.id === published + article)!;
  expect(found.published).toBe("2024-06-01T00:00:00.000Z");
  expect(found.updated).toBe("2024-06-01T00:00:00.000Z");
  expect(JSON.stringify(found.content)).toContain("metadata hoarding");
  expect(entries.map((entry) => entry.id)).toContain(published + statement);
});

test("the JSON feed says the same", async ({ request }) => {
  const text = await feed(request, "/feed.json", "application/feed+json");
  const { version, feed_url, items = [] } = { ...parseJsonFeed(text), ...JSON.parse(text) };
  expect(version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1/);
  expect(feed_url).toBe(`${published}/feed.json`);
  const item = items.find(({ url }: { url: string }) => url.endsWith(article));
  expect(item.id).toBe(published + article);
  expect(item.date_published).toBe("2024-06-01T00:00:00.000Z");
  expect(item.content_html).toContain("https://edri.org/our-work/be-scanned-or-get-banned/");
});

test("feeds hold no component, no script and no relative address", async ({ request }) => {
  for (const [path, type] of [
    ["/feed.xml", "application/atom+xml"],
    ["/feed.json", "application/feed+json"],
  ] as const) {
    const text = await feed(request, path, type);
    expect(text).not.toMatch(/CallToAction|Signatories|<script|\son\w+=/);
    for (const [, address] of text.matchAll(/(?:href|src)=\\?"([^"\\]+)/g)) {
      expect(address, path).toMatch(/^https:\/\//);
    }
  }
});

test("both feeds hold the same texts", async ({ request }) => {
  const { entries = [] } = parseAtomFeed(await feed(request, "/feed.xml", "application/atom+xml"));
  const { items } = JSON.parse(await feed(request, "/feed.json", "application/feed+json"));
  expect(items.map(({ id }: { id: string }) => id)).toEqual(entries.map(({ id }) => id));
  for (const [index, { content }] of entries.entries()) {
    expect(content?.value?.trim(), items[index].id).toBe(items[index].content_html.trim());
  }
});

test("the feeds date from the content, not from the clock of the build", async ({ request }) => {
  const [one, other] = await Promise.all(
    ["fresh", "site"].map(async (variant) => {
      const text = await (await request.get(`${origin(variant as "fresh")}/feed.xml`)).text();
      return text.match(/<(?:updated|published)>[^<]+/g);
    }),
  );
  expect(one).toEqual(other);
});

test("the sitemap gives every page once, with dates that its feed or text confirms", async ({ request }) => {
  const text = await (await request.get(`${origin("fresh")}/sitemap.xml`)).text();
  const paths = await everyPath(request, origin("fresh"));
  expect(new Set(paths).size).toBe(paths.length);
  for (const [, url] of text.matchAll(/<loc>([^<]+)/g)) {
    expect((await request.get(local(url!), { maxRedirects: 0 })).status(), url).toBe(200);
  }
  const of = (path: string) =>
    new RegExp(`<loc>${published}${path}</loc>(?:(?!</url>).)*<lastmod>([^<]+)`, "s").exec(text)?.[1];
  expect(of(article)).toBe("2024-06-01T00:00:00.000Z");
  expect(of("/privacy"), "a page without a date claims none").toBeUndefined();
  const robots = await (await request.get(`${origin("fresh")}/robots.txt`)).text();
  expect(robots).toContain(`Sitemap: ${published}/sitemap.xml`);
});
