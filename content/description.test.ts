import { describe, expect, test } from "vitest";
import { descriptionOf, shorten } from "./description.ts";
import { article, site } from "./testing.ts";

function described(
  fields: Record<string, string>,
  text = "## Heading\n\nThe first paragraph.\n\nThe second.",
): string {
  const copy = site();
  copy.write(
    "content/en/blog_previews/test.html",
    "<p>The <b>frag</b>ment.</p><ul><li>one</li><li>two<br>three</li></ul>\n",
  );
  article(copy, text, fields);
  return descriptionOf(copy.document("/blog/test.html"), copy.content());
}

describe("the description of a document", () => {
  const all = { description: "Described.", preview: "Previewed.", previewBody: "blog_previews/test.html" };
  const { description, ...others } = all;
  const { preview, ...last } = others;

  test.each([
    ["its description", all, description],
    ["or else its preview", others, preview],
    ["or else the words of its fragment", last, "The fragment. one two three"],
    [
      "or else the fragment where the preview is empty",
      { ...last, preview: '""' },
      "The fragment. one two three",
    ],
    ["or else its first paragraph", {}, "The first paragraph."],
    ["or else its first paragraph where the preview is empty", { preview: '""' }, "The first paragraph."],
  ])("is %s", (_, fields, text) => {
    expect(described(fields)).toBe(text);
  });

  test("is empty where there is nothing to tell", () => {
    expect(described({}, "")).toBe("");
  });

  test("is on one line and never longer than 250 characters", () => {
    expect(described({ description: '"One\\n  two"' })).toBe("One two");
    expect(described({ description: "word ".repeat(100) }).length).toBeLessThanOrEqual(250);
    expect(described({}, "word ".repeat(100))).toMatch(/^(word ){20,}word…$/);
  });
});

describe("a long text", () => {
  test.each([
    ["that fits is left as it is", "One. Two.", 9, "One. Two."],
    ["ends with a sentence", "One sentence. Another one.", 20, "One sentence."],
    ["does not end with a sentence of its first half", "One. Another is long.", 18, "One. Another is…"],
    ["ends with a word, without its comma", "One and two, and three", 14, "One and two…"],
    ["without spaces is cut", "abcdefghij", 5, "abcd…"],
    ["does not take a point in a number for an end", "It costs 3.50 euros now", 16, "It costs 3.50…"],
    ["is not cut within a character", "🔒🔒🔒🔒", 6, "🔒🔒…"],
  ])("%s", (_, text, length, short) => {
    expect(shorten(text, length)).toBe(short);
    expect(shorten(text, length).length).toBeLessThanOrEqual(length);
  });

  test("is never longer than asked, whatever its length", () => {
    const text = "Alpha, beta; gamma. Delta — epsilon! Zeta? ".repeat(10);
    for (let length = 2; length < text.length + 2; length += 1) {
      expect(shorten(text, length).length).toBeLessThanOrEqual(length);
    }
  });
});
