import { cpSync } from "node:fs";
import path from "node:path";
import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { descriptionOf } from "./description.ts";
import type { Fault } from "./fault.ts";
import { bodyOf, type Document, previewOf } from "./index.ts";
import { withLinksFollowed } from "./links.ts";
import { shortSite } from "./testing.ts";

/** Posts as the SimpleX blog writes them, in words of our own: its repository is the vocabulary's reference. */
const fixtures = path.resolve("e2e/fixtures/simplex");
const copy = shortSite();
const before = new Set(copy.content().documents.map((document) => document.address));
let faults: Fault[];

beforeAll(() => {
  for (const [from, to] of [
    ["posts", "content/en/articles"],
    ["previews", "content/en/blog_previews"],
    ["images", "public/blog/images"],
  ] as const)
    cpSync(path.join(fixtures, from), copy.path(to), { recursive: true });
  faults = copy.faults();
});
afterAll(() => copy.delete());

const post = (name: string): Document => copy.document(`/blog/${name}.html`);
const ids = (name: string) => {
  const found: string[] = [];
  visit(bodyOf(post(name)).tree, "element", ({ tagName, properties }) => {
    if (/^h\d$/.test(tagName)) found.push(String(properties.id));
  });
  return found;
};
const shown = (name: string): Root => withLinksFollowed(bodyOf(post(name)).tree, post(name), copy.content());
const elements = (tree: Root, tagName: string): Element[] => {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
};
const links = (name: string) => elements(shown(name), "a").map(({ properties }) => String(properties.href));

test("they are read without an error, and the only warnings are about text alternatives", () => {
  expect(faults.filter((fault) => fault.level === "error")).toEqual([]);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) {
    expect(fault.reason).toMatch(/no text alternative/);
    expect(fault.line).toBeGreaterThan(1);
  }
});

test("all are published but the draft", () => {
  const added = copy.content().documents.filter((document) => !before.has(document.address));
  expect(added.map((document) => document.permalink).sort()).toEqual([
    "/blog/20210512-first-steps.html",
    "/blog/20221108-v4.2-review-and-new-desk.html",
    "/blog/20240314-v5-6-sealed-twice.html",
    "/blog/20240404-why-i-joined.html",
    "/blog/20240604-v5.8-carriers-and-colours.html",
    "/blog/20241218-write-to-them-before-they-vote.html",
    "/blog/20260430-names-on-the-envelope.html",
  ]);
  expect(copy.drafts().map((draft) => draft.permalink)).toEqual(["/blog/20240808-draft.html"]);
});

test("the title is shown once, also where the heading has other punctuation or an entity", () => {
  for (const document of copy.content().documents.filter(({ address }) => !before.has(address))) {
    expect(elements(bodyOf(document).tree, "h1"), document.file).toEqual([]);
    expect(textOf(bodyOf(document).tree), document.file).not.toContain(document.title);
  }
  expect(post("20260430-names-on-the-envelope").title).toBe("Names on the Envelope — a Name Nobody Can Take");
});

describe("headings", () => {
  test("have the ids of the original site", () => {
    expect(ids("20240314-v5-6-sealed-twice")).toEqual([
      "why-do-we-need-two-seals",
      "seals-attacks-and-defense",
      "1-wax-that-melts-mended-by-more-wax",
      "1-anna-hands-the-wax-to-ben-eg-over-the-fence-or-via-the-post",
      "2-now-ben-can-seal-he-believes-it-holds",
      "2-open-now-read-later-attacks-mended-by-a-second-seal",
      "how-do-the-seals-compare",
      "next-for-seals-all-letters-small-parcels-and-a-review",
      "footnote-label",
    ]);
    expect(ids("20240604-v5.8-carriers-and-colours")).toEqual([
      "private-carriers",
      "whats-the-problem",
      "hide-the-street-when-fetching-parcels-and-stamps",
      "quick-start-a-letter-in-3-simple-steps",
      "welcome-ana",
      "whats-new-in-v58",
    ]);
  });

  test("of the same words are numbered", () => {
    expect(ids("20221108-v4.2-review-and-new-desk")).toEqual([
      "review-of-the-wax",
      "whats-next",
      "desk-groups",
      "some-small-things",
      "whats-next-1",
    ]);
  });

  test("are led to by links, also as GitHub names them", () => {
    for (const name of ["20240314-v5-6-sealed-twice", "20240604-v5.8-carriers-and-colours"]) {
      const anchors = bodyOf(post(name)).anchors;
      const own = links(name).filter((href) => href.startsWith("#"));
      expect(own.length).toBeGreaterThan(3);
      for (const href of own) expect([...anchors], name).toContain(decodeURIComponent(href.slice(1)));
    }
    expect(links("20240314-v5-6-sealed-twice")).toContain(
      "#next-for-seals-all-letters-small-parcels-and-a-review",
    );
    expect(links("20240604-v5.8-carriers-and-colours")).toContain(
      "#hide-the-street-when-fetching-parcels-and-stamps",
    );
  });
});

describe("links", () => {
  test("to files of other posts lead to their addresses, with the heading", () => {
    expect(links("20240604-v5.8-carriers-and-colours")).toEqual(
      expect.arrayContaining([
        "/blog/20221108-v4.2-review-and-new-desk.html#desk-groups",
        "/blog/20221108-v4.2-review-and-new-desk.html#review-of-the-wax",
      ]),
    );
    expect(links("20240404-why-i-joined")).toEqual([
      "https://example.org/@writer",
      "/blog/20221108-v4.2-review-and-new-desk.html",
      "/blog/20221108-v4.2-review-and-new-desk.html#some-small-things",
    ]);
    expect(links("20260430-names-on-the-envelope")).toEqual(
      expect.arrayContaining([
        "/blog/20240604-v5.8-carriers-and-colours.html#private-carriers",
        "/blog/20240404-why-i-joined.html",
      ]),
    );
    expect(links("20221108-v4.2-review-and-new-desk")).toContain(
      "/blog/20210512-first-steps.html#what-it-does",
    );
  });

  test("to other hosts stay to the letter", () => {
    const desk = links("20221108-v4.2-review-and-new-desk").find((href) => href.includes("%2Fu2dS9s"));
    expect(desk).toMatch(
      /^https:\/\/example\.org\/contact#\/\?v=1-2&desk=box%3A%2F%2F.*%3D%40box4.*%22desk%22%7D$/,
    );
    expect(links("20260430-names-on-the-envelope")).toContain("https://example.org/join?source=blog");
  });

  test("to a letter keep its whole body", () => {
    const [letter] = links("20241218-write-to-them-before-they-vote").filter((href) =>
      href.startsWith("mailto:"),
    );
    const body = new URLSearchParams(letter?.split("?")[1]).get("body");
    expect(body?.split("\n")).toHaveLength(12);
    expect(body).toContain("1. A seal is a promise (https://example.org/promise-8-0).");
    expect(body).toContain("“nobody can mend it”");
  });

  test("are made of bare addresses", () => {
    expect(links("20240604-v5.8-carriers-and-colours")).toEqual(
      expect.arrayContaining([
        "https://example.org/list",
        "mailto:seal@example.org",
        "https://www.example.org",
      ]),
    );
    expect(links("20241218-write-to-them-before-they-vote")).toContain("https://example.org/promise-8-0");
    expect(links("20210512-first-steps").join()).not.toContain("5223");
  });
});

test("line breaks are kept", () => {
  const paragraph = elements(shown("20240604-v5.8-carriers-and-colours"), "p").find((element) =>
    textOf(element).startsWith("This is the street"),
  );
  expect(paragraph?.children.filter((child) => "tagName" in child && child.tagName === "br")).toHaveLength(3);
  expect(toHtml(shown("20241218-write-to-them-before-they-vote"))).toContain(
    "<em>Sincerely yours,</em><br>\n<em>…</em>",
  );
});

test("HTML that is not closed, tables, classes and styles come out whole", () => {
  expect(toHtml(shown("20221108-v4.2-review-and-new-desk"))).toContain(
    '<p><img src="/blog/images/20221108-seal1.png" width="288"> \u00a0\u00a0 <img src="/blog/images/20221108-seal2.png" width="288"></p>',
  );
  const names = toHtml(shown("20260430-names-on-the-envelope"));
  expect(names).toContain(
    '<img src="/blog/images/20260430-note-light.png" width="19%" class="float-to-right hidden dark:block">',
  );
  expect(names).toContain('<table style="width: 100%; text-align: left" border="1">');
  expect(names).toContain("<tr><td>long</td><td>3 – 5\n</td></tr></tbody></table>");
  expect(names).toContain('<center><font color="#14213d">Sealed &#x26; signed</font></center>');
  expect(names).toContain('<p align="center" style="color: #b22234; margin-top: 1em">');
  expect(names).not.toContain("nobody should read");
  const sealed = toHtml(shown("20240314-v5-6-sealed-twice"));
  expect(sealed).toContain(
    '<img src="/blog/images/20240314-wide.png" alt="Two seals" width="500" class="float-to-right">',
  );
  expect(sealed).toContain('<td align="right">$1,000</td>');
  expect(sealed).toContain("<sup>1</sup> In winter.");
});

test("drawings, braces and signs stay as they were written", () => {
  const carriers = toHtml(shown("20240604-v5.8-carriers-and-colours"));
  expect(carriers).toContain("|    Sending    |  -- s2d --  |    sender's   |");
  expect(carriers).toContain('<code class="language-bash">letter send page.txt -n 10');
  expect(carriers).toContain("“#” around it: “#password#”".replace(/[“”]/g, '"'));
  expect(carriers).toContain("<p>* On paper only.</p>");
  expect(toHtml(shown("20221108-v4.2-review-and-new-desk"))).toContain(
    '<code>{"type": "desk", "label": "some words"}</code>',
  );
});

test("footnotes lead there and back", () => {
  const { anchors } = bodyOf(post("20260430-names-on-the-envelope"));
  const notes = links("20260430-names-on-the-envelope").filter((href) => href.startsWith("#"));
  expect(notes).toEqual([
    "#user-content-fn-testing",
    "#user-content-fn-deanon",
    "#user-content-fnref-testing",
    "#user-content-fnref-deanon",
  ]);
  for (const note of notes) expect([...anchors]).toContain(note.slice(1));
});

test("lists and cards have their words, pictures and where they stand", () => {
  const content = copy.content();
  const review = post("20221108-v4.2-review-and-new-desk");
  expect(review).toMatchObject({
    picture: "/blog/images/20221108-desk.png",
    imageBottom: true,
    format: "md",
  });
  expect(descriptionOf(review, content)).toBe(
    "v4.2 is here: a new desk 🚀 better seals: that hold that shine Read the review of the wax.",
  );
  expect(elements(previewOf(review, content.root)!.tree, "ul")).toHaveLength(2);
  expect(descriptionOf(post("20240314-v5-6-sealed-twice"), content)).toBe(
    "Letters are sealed twice — and nobody noticed. * On paper only.",
  );
  expect(post("20240314-v5-6-sealed-twice").imageWide).toBe(true);
  expect(descriptionOf(post("20210512-first-steps"), content)).toMatch(/^A small beginning/);
  // An empty preview is none, so that the first paragraph takes its place.
  expect(descriptionOf(post("20260430-names-on-the-envelope"), content)).toBe("Published: Apr 30, 2026");
  expect(post("20240604-v5.8-carriers-and-colours").picture).toBeUndefined();
});
