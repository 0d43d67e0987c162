import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { describe, expect, test } from "vitest";
import { anchorIn, type Body, headingId, parseBody, withCharacters } from "./body.ts";

function body(text: string, format: "md" | "mdx" | "html" = "md", title?: string): Body {
  const parsed = parseBody({ text, file: "file", line: 1, format, ...(title !== undefined && { title }) });
  expect(parsed.faults.filter((fault) => fault.level === "error")).toEqual([]);
  return parsed;
}

const html = (parsed: Body) => toHtml(parsed.tree);

describe("the id of a heading", () => {
  test.each([
    ["Why privacy matters", "why-privacy-matters"],
    ["What's new in v5.8?", "whats-new-in-v58"],
    ["Esra’a — a welcome!", "esraa-a-welcome"],
    ["Files & media (beta)", "files-and-media-beta"],
    ["1) Alice sends the key to Bob (e.g. via p2p).", "1-alice-sends-the-key-to-bob-eg-via-p2p"],
    ["Next - all of it", "next-all-of-it"],
    ["Über das Gesetz", "uber-das-gesetz"],
    ["Η σφραγίδα", "h-sfragida"],
    ["Пломба", "plomba"],
    ["⚡️ Quick start", "quick-start"],
    ["100% private", "100percent-private"],
  ])("%s is #%s, as on the SimpleX site", (heading, id) => {
    expect(headingId(heading)).toBe(id);
    expect(html(body(`## ${heading}`))).toContain(`id="${id}"`);
  });

  test("is numbered from the second of the same words on", () => {
    const parsed = body("## One\n\n## Two\n\n## One\n\n### One\n\n## Two");
    expect([...parsed.anchors]).toEqual(["one", "two", "one-1", "one-2", "two-1"]);
  });

  test("keeps clear of ids that are taken", () => {
    expect([...body('## One\n\n<a id="one"></a>\n\n## One-1\n\n## One').anchors].sort()).toEqual(
      ["one", "one-1", "one-1-1", "one-2"].slice(0, 4),
    );
  });

  test("is made up where the heading has no letters", () => {
    expect([...body("## 封\n\n## 。").anchors]).toEqual(["section", "section-1"]);
  });

  test("is the author's own where there is one, and is given to HTML and MDX headings alike", () => {
    expect([...body('<h2 id="Own">One</h2>\n<h3>Two</h3>').anchors]).toEqual(["Own", "two"]);
    expect([...body('<h2 id="Own">One</h2>\n\n<h3>Two</h3>', "mdx").anchors]).toEqual(["Own", "two"]);
  });

  test("is made of what is read, not of how it is marked up", () => {
    expect([...body("## The `code` and *the* [link](https://example.org/)").anchors]).toEqual([
      "the-code-and-the-link",
    ]);
  });
});

describe("an address in the text", () => {
  test.each([
    "See https://example.org/a_b_c, or www.example.org!",
    "Mail someone@example.org.",
    "[a link](https://example.org/) beside https://example.org",
    "[broken](https://example.org/ no title) goes on",
    "[broken](https://example.org",
    "](https://example.org/) without a beginning",
    "<https://example.org/>",
  ])("becomes a link as on GitHub: %s", (text) => {
    // With a bare address of its own, a text is read with all that GitHub knows of them.
    const whole = html(body(`${text}\n\nhttps://example.org/end`));
    const end = '<p><a href="https://example.org/end">https://example.org/end</a></p>';
    expect(`${html(body(text))}\n${end}`).toBe(whole);
  });

  test("changes nothing else in what GitHub adds to Markdown", () => {
    const text = "| a | [b](https://example.org/) |\n|---|---|\n| ~~c~~ | d[^1] |\n\n- [x] done\n\n[^1]: e";
    const parsed = html(body(text));
    expect(parsed).toContain("<table>");
    expect(parsed).toContain("<del>c</del>");
    expect(parsed).toContain('type="checkbox"');
    expect(parsed).toContain("data-footnotes");
  });
});

describe("the title", () => {
  test.each(["md", "mdx"] as const)("at the top of a .%s is left out, whatever its punctuation", (format) => {
    const parsed = body("# A title: one\n\n## Two\n\n# Three", format, "A Title (one)");
    expect(html(parsed).trim()).toBe('<h2 id="two">Two</h2>\n<h2 id="three">Three</h2>');
  });

  test.each(["# Another\n\nText.", "Text.\n\n# A title", "<b></b>\n\n# A title"])(
    "is kept otherwise: %j",
    (text) => {
      expect(textOf(body(text, "md", "A title").tree)).toMatch(/Another|A title/);
      expect(html(body(text, "md", "A title"))).not.toContain("<h1");
    },
  );

  test("in letters without a slug is compared to the letter", () => {
    expect(textOf(body("# 封", "md", "印").tree)).toBe("封");
    expect(textOf(body("# 封", "md", "封").tree)).toBe("");
  });

  test("keeps its id from a heading of the same words, and a link to it leads to the top", () => {
    const parsed = body("# One\n\n## One", "md", "One");
    expect([...parsed.anchors]).toEqual(["one-1"]);
    expect(anchorIn(parsed, "one")).toBe("top");
  });
});

describe("Markdown", () => {
  test("keeps single line breaks, MDX does not", () => {
    expect(html(body("one\ntwo"))).toBe("<p>one<br>\ntwo</p>");
    expect(html(body("one\ntwo", "mdx"))).toBe("<p>one\ntwo</p>");
  });

  test("turns bare addresses into links", () => {
    const parsed = body("See https://example.org/a_b, and write to seal@example.org.");
    expect(parsed.references.map(({ url }) => url)).toEqual([
      "https://example.org/a_b",
      "mailto:seal@example.org",
    ]);
  });

  test("reads tables, footnotes, task lists and strikethrough as GitHub does", () => {
    const text =
      "| a | b |\n|:--|--:|\n| 1 | ~~2~~ |\n\n- [x] done\n- [ ] open\n\nNote[^n].\n\n[^n]: The note.";
    for (const format of ["md", "mdx"] as const) {
      const parsed = body(text, format);
      expect(html(parsed)).toMatch(/<th align="right">b<\/th>.*<del>2<\/del>.*checked.*The note/s);
      expect(parsed.anchors).toContain("user-content-fn-n");
    }
  });

  test("leaves HTML whole that is not closed", () => {
    expect(html(body('One <img src="/x.png" alt="x" width=240> two<br>three'))).toBe(
      '<p>One <img src="/x.png" alt="x" width="240"> two<br>three</p>',
    );
  });

  test("does not show comments", () => {
    expect(html(body("One <!-- two --> three"))).toBe("<p>One  three</p>");
  });
});

test("the references of a body have their kinds and lines", () => {
  const text = '\n[a](/a)\n\n![b](b.png)\n\n<EuLink to="c">d</EuLink>\n\n<CallToAction />\n';
  const parsed = parseBody({ text, file: "file", line: 7, format: "mdx" });
  expect(parsed.references).toEqual([
    { kind: "link", url: "/a", line: 8 },
    { kind: "picture", url: "b.png", line: 10 },
    { kind: "key", url: "c", line: 12 },
  ]);
  expect([...parsed.components]).toEqual(["EuLink", "CallToAction"]);
});

test("the first paragraph is the first with words in it", () => {
  const text = "## One\n\n![](/x.png)\n\n<b></b>\n\nThe *first*\nparagraph.\n\nThe second.";
  expect(body(text).firstParagraph).toBe("The first paragraph.");
  expect(body("## One").firstParagraph).toBe("");
});

test("the anchors of a body are its ids and the old names of links", () => {
  expect([...body('<a name="old"></a>\n\n<p id="new">x</p>').anchors]).toEqual(["old", "new"]);
  expect([...body('<a name="old"></a>\n\n<p id="new">x</p>', "mdx").anchors]).toEqual(["old", "new"]);
});

test.each([
  ["", ""],
  ["top", "top"],
  ["_action", "_action"],
  ["files-and-media-1", "files-and-media-1"],
  ["files--media", "files-and-media"],
  ["files--media-1", "files-and-media-1"],
  ["Files-And-Media", "files-and-media"],
  ["next---all-of-it", "next-all-of-it"],
  ["⚡️-quick-start", "quick-start"],
  ["nowhere", undefined],
  ["。", undefined],
  ["constructor", undefined],
])("a link to #%s, as GitHub may have it, leads to %s", (fragment, id) => {
  const parsed = body(
    "## Files & media\n\n## Next - all of it\n\n## ⚡️ Quick start\n\n## Files & media\n\n## 封",
  );
  expect(anchorIn(parsed, fragment)).toBe(id);
});

test.each([
  ["a &mdash; b &amp; c", "a — b & c"],
  ["&lt;b&gt; &#x1F512; &#8364;", "<b> 🔒 €"],
  ["a & b; &nothing; &#xyz;", "a & b; &nothing; &#xyz;"],
])("%s reads %s", (text, characters) => {
  expect(withCharacters(text)).toBe(characters);
});

test("a fragment of HTML keeps the lines of its parts", () => {
  const parsed = body('<p>One</p>\n\n<p>\n<a href="/a">two</a></p>', "html");
  expect(parsed.references).toEqual([{ kind: "link", url: "/a", line: 4 }]);
});
