import { describe, expect, test } from "vitest";
import { article, site } from "./testing.ts";

/** Signs that show "read" where "daer" is written, and so hide from a reviewer what a reader will see. */
describe("a sign that turns the direction of writing is refused", () => {
  test.each(["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"])(
    "in a text, as itself: %j",
    (sign) => {
      const copy = site();
      const file = article(copy, `One.\n\nTwo ${sign}owt.`);
      const code = sign.charCodeAt(0).toString(16).toUpperCase();
      expect(copy.faults()).toMatchObject([
        {
          level: "error",
          file,
          line: copy.lineOf(file, "Two"),
          reason: expect.stringContaining(`U+${code}`),
        },
      ]);
    },
  );

  test.each(["Two &#x202E;owt.", "Two &#8238;owt.", "[Two &#x2066;](https://example.org/)"])(
    "in a text, written as %s",
    (text) => {
      const copy = site();
      const file = article(copy, `One.\n\n${text}`);
      expect(copy.faults()).toMatchObject([
        {
          level: "error",
          file,
          line: copy.lineOf(file, "Two"),
          reason: expect.stringMatching(/invisible sign/),
        },
      ]);
    },
  );

  test.each(['"A \\u202Etitle"', '"A &#x202E;title"'])("in a title, written as %s", (title) => {
    const copy = site();
    const file = article(copy, "Text.", { title });
    const faults = copy.faults().filter(({ level }) => level === "error");
    expect(faults).toMatchObject([{ file, line: copy.lineOf(file, "title:"), what: "title" }]);
  });

  test.each([
    ["content/en/interface.json", /("nav\.label": )"[^"]*"/, "nav.label"],
    [
      "content/en/timeline.yaml",
      /^(interim-regulation:\n {2}text: )[\s\S]*?(?=\n\S)/m,
      "interim-regulation.text",
    ],
    ["content/countries/be.yaml", /^( {2}english: ).*$/m, "representation.english"],
  ])("in %s, written as an escape", (file, at, what) => {
    const copy = site();
    copy.write(file, copy.text(file).replace(at, '$1"Two \\u202Eowt"'));
    expect(copy.faults().filter(({ level }) => level === "error")).toMatchObject([
      { file, line: copy.lineOf(file, "\\u202E"), what, reason: expect.stringContaining("U+202E") },
    ]);
  });

  test("and texts of languages that are written from right to left are not", () => {
    const copy = site();
    article(copy, "שלום, سلام.");
    expect(copy.faults()).toEqual([]);
  });
});
