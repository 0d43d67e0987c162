import { summaly } from "@misskey-dev/summaly";
import { Readability } from "@mozilla/readability";
import { expect, test } from "@playwright/test";
import metascraper from "metascraper";
import date from "metascraper-date";
import description from "metascraper-description";
import image from "metascraper-image";
import publisher from "metascraper-publisher";
import title from "metascraper-title";
import ogs from "open-graph-scraper";
import { unfurl } from "unfurl.js";
import { article, origin, published, sentPage, statement } from "./site.ts";

// Misskey's client reads localhost only where its own tests ask it to.
process.env.SUMMALY_ALLOW_PRIVATE_IP = "true";

/** One page of each kind, and what a reader of its preview should see. */
const pages = [
  { path: "/", dated: null },
  { path: article, dated: "2024-06-01T00:00:00.000Z", text: "metadata hoarding" },
  { path: statement, dated: "2024-05-28T00:00:00.000Z", text: "contentious issue" },
  { path: "/act", dated: null },
  { path: "/act/be", dated: null },
  { path: "/blog", dated: null },
  { path: "/timeline", dated: null },
  { path: "/share", dated: null },
  { path: "/about", dated: null },
];

for (const { path, dated, text } of pages) {
  test.describe(`${path} in clients`, () => {
    /** What the page itself says; head.spec.ts checks that it is right. */
    const expected = async (request: Parameters<typeof sentPage>[0]) => {
      const { document, html } = await sentPage(request, path);
      const tag = (name: string) =>
        document.querySelector(`meta[property="${name}"]`)!.getAttribute("content")!;
      return {
        html,
        document,
        title: tag("og:title"),
        description: tag("og:description"),
        image: tag("og:image"),
        name: tag("og:site_name"),
        url: published + path,
      };
    };

    test("open-graph-scraper", async ({ request }) => {
      const wanted = await expected(request);
      // It refuses localhost, so it is given the page.
      const { result, error } = await ogs({ html: wanted.html });
      expect(error).toBe(false);
      expect(result.ogTitle).toBe(wanted.title);
      expect(result.ogDescription).toBe(wanted.description);
      expect(result.ogImage).toMatchObject([
        { url: wanted.image, width: "1200", height: "630", type: "image/png" },
      ]);
      expect(result.ogSiteName).toBe(wanted.name);
      expect(result.articlePublishedTime).toBe(dated ?? undefined);
      expect(new URL(result.ogUrl!).href).toBe(wanted.url);
    });

    test("metascraper", async ({ request }) => {
      const wanted = await expected(request);
      const read = metascraper([title(), description(), image(), date(), publisher()]);
      const result = await read({ html: wanted.html, url: wanted.url });
      // It sets typographic apostrophes.
      expect(result.title).toBe(wanted.title.replaceAll("'", "’"));
      expect(result.description).toBe(wanted.description);
      expect(result.image).toBe(wanted.image);
      expect(result.publisher).toBe(wanted.name);
      if (dated) expect(result.date).toBe(dated);
    });

    test("unfurl.js", async ({ request }) => {
      const wanted = await expected(request);
      const result = await unfurl(origin("fresh") + path);
      expect(result.open_graph.title).toBe(wanted.title);
      expect(result.open_graph.description).toBe(wanted.description);
      expect(result.description).toBe(wanted.description);
      expect(result.open_graph.images).toMatchObject([{ url: wanted.image, width: 1200, height: 630 }]);
      expect(result.twitter_card.card).toBe("summary_large_image");
      expect(result.oEmbed).toBeUndefined();
      // Its types speak of one article where it gives a list.
      const { articles } = result.open_graph as { articles?: { published_time?: string }[] };
      expect(articles?.[0]?.published_time).toBe(dated ?? undefined);
    });

    test("summaly", async ({ request }) => {
      const wanted = await expected(request);
      const result = await summaly(origin("fresh") + path, { followRedirects: false });
      expect(result.title).toBe(wanted.title);
      expect(result.description).toBe(wanted.description);
      expect(result.thumbnail).toBe(wanted.image);
      expect(result.sitename).toBe(wanted.name);
      expect(result.icon).toMatch(/icon/);
    });

    test("Readability", async ({ request }) => {
      const wanted = await expected(request);
      const result = new Readability(wanted.document as unknown as Document).parse()!;
      expect(result.lang).toBe("en");
      if (!text) return;
      expect(result.title).toBe(wanted.title);
      expect(result.excerpt).toBe(wanted.description);
      expect(result.siteName).toBe(wanted.name);
      expect(result.publishedTime).toBe(dated);
      expect(result.textContent).toContain(text);
    });
  });
}
