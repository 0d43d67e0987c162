import { expect, test } from "vitest";
import { countryPermalink, localized } from "../content/address.ts";
import { type Content, documentAt, getContent } from "../content/index.ts";
import { describe, describeCountry, pageDescriptions } from "../content/page-description.ts";
import { article, site } from "../content/testing.ts";
import { metadataOf } from "./metadata.ts";
import sitemap from "./sitemap.ts";
import { structuredData } from "./structured-data.tsx";

/** The head of a page of a copy of the site. */
function headOf(content: Content, lang: string, permalink: string) {
  return metadataOf(describe(documentAt(content, lang, permalink)!, content), content);
}

test("a page of several languages names them all, with English for everybody else", () => {
  const copy = site();
  copy.addLanguage("el");
  copy.addLanguage("pt");
  copy.remove("content/pt/pages/about.mdx");
  const content = copy.content();
  const { alternates, openGraph } = headOf(content, "el", "/about");
  expect(alternates).toMatchObject({
    canonical: "/el/about",
    languages: { en: "/about", el: "/el/about", "x-default": "/about" },
    types: { "application/atom+xml": "/el/feed.xml", "application/feed+json": "/el/feed.json" },
  });
  expect(alternates?.languages).not.toHaveProperty("pt");
  expect(openGraph).toMatchObject({ url: "/el/about", locale: "el_GR", alternateLocale: ["en_GB"] });
  expect(headOf(content, "pt", "/act").openGraph).toMatchObject({
    locale: "pt_PT",
    alternateLocale: ["el_GR", "en_GB"],
  });
});

test("a page without an English text names no page for everybody else", () => {
  const copy = site();
  for (const lang of ["el", "pt"]) {
    copy.addLanguage(lang);
    copy.write(
      `content/${lang}/pages/own.mdx`,
      '---\nlayout: layouts/page.html\ntitle: "Own"\npermalink: /own\n---\n\nText.\n',
    );
  }
  const content = copy.content();
  expect(headOf(content, "el", "/own").alternates?.languages).toEqual({ el: "/el/own", pt: "/pt/own" });
});

test("a page of one language names no other", () => {
  const { alternates, openGraph } = headOf(site().content(), "en", "/about");
  expect(alternates).not.toHaveProperty("languages");
  expect(openGraph).toMatchObject({ alternateLocale: [] });
});

test("the account in the Fediverse is named where there is one", () => {
  const copy = site();
  expect(headOf(copy.content(), "en", "/").other).toBeUndefined();
  copy.change("content/site.yaml", "fediverse: null", 'fediverse: "@sealed@example.org"');
  expect(headOf(copy.content(), "en", "/").other).toEqual({ "fediverse:creator": "@sealed@example.org" });
});

test("every title and description has the length that previews show", () => {
  const copy = site();
  article(copy, "Text.", { title: JSON.stringify("A long title ".repeat(12).trim()) });
  article(copy, "Word ".repeat(100), {}, "long.mdx");
  article(copy, "", { title: '"Nothing to read"' }, "empty.mdx");
  const pages = pageDescriptions(copy.content());
  expect(pages.some(({ shortTitle }) => shortTitle.endsWith("…"))).toBe(true);
  for (const { address, shortTitle, description } of pages) {
    expect(shortTitle.length, address).toBeLessThanOrEqual(80);
    expect(description.length, address).toBeGreaterThanOrEqual(50);
    expect(description.length, address).toBeLessThanOrEqual(250);
    expect(description, address).not.toBe(shortTitle);
  }
});

test("a shortTitle stands for a long title", () => {
  const copy = site();
  article(copy, "Text.", { title: JSON.stringify("Long ".repeat(30).trim()), shortTitle: '"Short"' });
  expect(headOf(copy.content(), "en", "/blog/test.html").openGraph).toMatchObject({ title: "Short" });
});

test("an article is dated in full, to the day it was last changed", () => {
  const copy = site();
  article(copy, "Text.", { date: "2024-07-01", updated: "2024-08-02", author: '"Somebody"' });
  const content = copy.content();
  const page = describe(documentAt(content, "en", "/blog/test.html")!, content);
  const dates = ["2024-07-01T00:00:00.000Z", "2024-08-02T00:00:00.000Z"];
  expect(metadataOf(page, content).openGraph).toMatchObject({
    type: "article",
    publishedTime: dates[0],
    modifiedTime: dates[1],
  });
  expect(structuredData(page, content)[0]).toMatchObject({
    "@type": "NewsArticle",
    datePublished: dates[0],
    dateModified: dates[1],
    author: { "@type": "Person", name: "Somebody" },
  });
});

test("a country's card names it in each of its own languages", () => {
  const content = site().content();
  const card = (code: string) => describeCountry(content.countries.get(code)!, "en", content).card;
  expect(card("BE")?.lines).toEqual(["België", "Belgique", "Belgien"]);
  expect(card("GR")?.lines).toEqual(["Ελλάδα"]);
  expect(card("BG")?.lines).toEqual(["България"]);
  expect(card("BE")?.above).toContain("Belgium");
});

test("the sitemap lists the pages of every country and language with their translations", () => {
  const { countries, languages } = getContent();
  const entries = new Map(sitemap().map((entry) => [new URL(entry.url).pathname, entry]));
  expect(entries.size).toBe(sitemap().length);
  const permalinks = ["/", ...[...countries.keys()].map(countryPermalink)];
  for (const permalink of permalinks) {
    const others = [...languages, "x-default"].map((lang) => [
      lang,
      localized(permalink, lang === "x-default" ? "en" : lang),
    ]);
    for (const lang of languages) {
      const address = localized(permalink, lang);
      const named = Object.entries(entries.get(address)?.alternates?.languages ?? {});
      expect(
        named.map(([code, url]) => [code, new URL(String(url)).pathname]),
        address,
      ).toEqual(others);
    }
  }
});
