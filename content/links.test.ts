import { toHtml } from "hast-util-to-html";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyOf } from "./index.ts";
import { follow, withLinksFollowed } from "./links.ts";
import { article, shortSite } from "./testing.ts";

const copy = shortSite();
afterAll(() => copy.delete());

beforeAll(() => {
  copy.write("public/blog/images/x y.png", "x");
  copy.write("public/files/guide.md", "x");
  article(
    copy,
    "## Part\n\n## Files & media",
    { permalink: "/blog/20240604-v5.8-Test.html" },
    "20240604-v5.8-Test.md",
  );
  article(copy, "## Here\n\n[x](other.md)", {}, "test.md");
  copy.addLanguage("de");
  copy.remove("content/de/pages/privacy.mdx");
});

describe("a link", () => {
  test.each([
    ["https://example.org/x?y#z", "https://example.org/x?y#z"],
    ["mailto:?subject=a%20b", "mailto:?subject=a%20b"],
    ["tel:+32228100", "tel:+32228100"],
    ["", ""],
    ["#", "#"],
    ["#here", "#here"],
    ["#top", "#top"],
    ["#_action", "#_action"],
    ["/about", "/about"],
    ["/about?x=1#who-runs-it", "/about?x=1#who-runs-it"],
    ["../act", "/act"],
    ["/feed.xml", "/feed.xml"],
    ["./20240604-v5.8-Test.md", "/blog/20240604-v5.8-Test.html"],
    ["20240604-v5.8-Test.md#part", "/blog/20240604-v5.8-Test.html#part"],
    ["../blog/20240604-v5.8-Test.mdx#part", "/blog/20240604-v5.8-Test.html#part"],
    ["./20240604-v5.8-Test.md#", "/blog/20240604-v5.8-Test.html"],
    ["./20240604-v5.8-Test.md?x=1#part", "/blog/20240604-v5.8-Test.html?x=1#part"],
    ["./20240604-v5.8-Test.md#files--media", "/blog/20240604-v5.8-Test.html#files-and-media"],
    ["/blog/20240604-v5.8-Test.html#part", "/blog/20240604-v5.8-Test.html#part"],
    ["images/x%20y.png", "/blog/images/x%20y.png"],
    ["/files/guide.md", "/files/guide.md"],
    [" /about ", "/about"],
    [" https://example.org/ ", " https://example.org/ "],
    ["/a\\../about", "/about"],
  ])("to “%s” leads to “%s”", (url, address) => {
    expect(follow(url, copy.document("/blog/test.html"), copy.content())).toEqual({ address });
  });

  test.each([
    ["/nowhere", /there is no page or file at this address/],
    ["/About", /there is no page or file/],
    ["/blog/", /there is no page or file/],
    ["/blog/images", /there is no page or file/],
    ["images/nothing.png", /there is no page or file/],
    ["../../../../etc/passwd", /there is no page or file/],
    ["/..%2f..%2fetc/passwd", /there is no page or file/],
    ["/%", /there is no page or file/],
    ["./nothing.md", /there is no document nothing\.md/],
    ["../docs/README.md#x", /there is no document README\.md/],
    ["#nowhere", /this document has no heading or anchor “nowhere”/],
    ["/about#nowhere", /content\/en\/pages\/about\.mdx has no heading or anchor “nowhere”/],
    ["./20240604-v5.8-Test.md#nowhere", /20240604-v5\.8-Test\.md has no heading/],
    ["#%", /no heading or anchor “%”/],
  ])("to “%s” is dead", (url, problem) => {
    expect(follow(url, copy.document("/blog/test.html"), copy.content())).toEqual({
      problem: expect.stringMatching(problem),
    });
  });

  test.each([
    ["/about", { address: "/de/about" }],
    ["/", { address: "/de" }],
    ["/blog/20240604-v5.8-Test.html#part", { address: "/de/blog/20240604-v5.8-Test.html#part" }],
    ["./20240604-v5.8-Test.md", { address: "/de/blog/20240604-v5.8-Test.html" }],
    ["/privacy", { address: "/privacy", lang: "en" }],
    ["/feed.xml", { address: "/feed.xml" }],
    ["images/x%20y.png", { address: "/blog/images/x%20y.png" }],
  ])("of a translation stays in its language where the page exists: %s", (url, target) => {
    expect(follow(url, copy.document("/de/blog/test.html"), copy.content())).toEqual(target);
  });

  test("of a draft can lead to the draft itself", () => {
    article(copy, "## Here", { draft: "true" }, "draft.md");
    const [draft] = copy.drafts();
    expect(follow("/blog/draft.html#here", draft!, copy.content())).toEqual({
      address: "/blog/draft.html#here",
    });
    expect(follow("/blog/draft.html", copy.document("/blog/test.html"), copy.content())).toHaveProperty(
      "problem",
    );
  });
});

test("a tree gets its final addresses and languages, and the checked one stays as it was", () => {
  const text = "[a](/privacy) ![b](images/x%20y.png) <b>c</b>";
  const file = article(copy, text, { permalink: "/blog/tree.html" }, "tree.md");
  copy.write(file.replace("/en/", "/de/"), copy.text(file));
  const document = copy.document("/de/blog/tree.html");
  const before = toHtml(bodyOf(document).tree);
  expect(toHtml(withLinksFollowed(bodyOf(document).tree, document, copy.content()))).toBe(
    '<p><a href="/privacy" hreflang="en">a</a> <img src="/blog/images/x%20y.png" alt="b"> <b>c</b></p>',
  );
  expect(toHtml(bodyOf(document).tree)).toBe(before);
});
