import { expect, test } from "@playwright/test";
import { article, statement } from "./site.ts";

test("the Atom feed carries the whole text with dates from the content", async ({ request }) => {
  const response = await request.get("/feed.xml");
  expect(response.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const text = await response.text();
  expect(text).toContain(`${article}</id>`);
  expect(text).toContain(`${statement}</id>`);
  expect(text).toContain("<published>2024-06-01T00:00:00.000Z</published>");
  expect(text).toContain("metadata hoarding");
  expect(text).toMatch(/<updated>2024-06-01T00:00:00\.000Z<\/updated>/);
  expect(text).not.toMatch(/CallToAction|Signatories|<script/);
});

test("the JSON feed says the same", async ({ request }) => {
  const response = await request.get("/feed.json");
  expect(response.headers()["content-type"]).toBe("application/feed+json; charset=utf-8");
  const feed = await response.json();
  expect(feed.version).toContain("jsonfeed.org");
  const item = feed.items.find(({ url }: { url: string }) => url.endsWith(article));
  expect(item.date_published).toBe("2024-06-01T00:00:00.000Z");
  expect(item.content_html).toContain("https://edri.org/our-work/be-scanned-or-get-banned/");
});
