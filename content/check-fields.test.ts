import { describe, expect, onTestFinished, test } from "vitest";
import { checkFields } from "./check-fields.ts";
import type { Fault } from "./fault.ts";
import { parseYaml } from "./front-matter.ts";
import { documentSchema } from "./schema.ts";
import { article, expectFaults, Site, site } from "./testing.ts";

/** The faults of an article's front matter alone, where the rest of the site has no part in it. */
function faultsOf(fields: Record<string, string>): Fault[] {
  const all = {
    layout: "layouts/article.html",
    title: "A test",
    date: "2024-07-01",
    permalink: "/blog/test.html",
    ...fields,
  };
  const text = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  const parsed = parseYaml(text.join("\n"), "file", 2);
  if ("fault" in parsed) throw new Error(parsed.fault.reason);
  return checkFields(documentSchema, parsed.yaml, "file").faults;
}

test("the published content has no error", () => {
  const copy = new Site();
  onTestFinished(() => copy.delete());
  expect(copy.faults().filter((fault) => fault.level === "error")).toEqual([]);
});

describe("a field of a document", () => {
  test("that is unknown is told with a guess at the right key", () => {
    const copy = site();
    const file = article(copy, "Text.", { imageWyde: "true" });
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "imageWyde"),
      what: "imageWyde",
      reason: /no field of this name; did you mean “imageWide”\?/,
      remedy: /Write imageWide instead of imageWyde\./,
    });
  });

  test.each([
    ["TITLE", "title"],
    ["premalink", "permalink"],
    ["descripton", "description"],
    ["imagealt", "imageAlt"],
  ])("misspelt as %s is guessed to be %s", (key, guess) => {
    expectFaults(faultsOf({ [key]: "x" }), {
      what: key,
      reason: new RegExp(`did you mean “${guess}”\\?`),
      remedy: new RegExp(`Write ${guess} instead of ${key}`),
    });
  });

  test("that resembles no other is told with the list of fields", () => {
    expectFaults(faultsOf({ xyzzyplugh: "x" }), {
      line: 6,
      what: "xyzzyplugh",
      reason: /no field of this name\.$/,
      remedy: /Remove it\. The fields are: layout, title, shortTitle, permalink/,
    });
  });

  test.each(["__proto__", "constructor", "toString"])("named %s is unknown like any other", (key) => {
    const fields = Object.fromEntries([[key, "x"]]);
    expectFaults(faultsOf(fields), { line: 6, what: key, reason: /no field of this name/, remedy: /./ });
  });

  test("that is missing is told with a line to add", () => {
    const copy = site();
    const file = article(copy, "Text.", { title: null });
    expectFaults(copy.faults(), {
      file,
      what: "title",
      reason: /it is missing\. Title must be a text in quotation marks/,
      remedy: /Add a line title: "Why privacy protects children"/,
    });
  });

  test.each(["title", "description", "author", "image"])("%s without a value is told on its line", (key) => {
    expectFaults(faultsOf({ [key]: "" }), {
      line: key === "title" ? 3 : 6,
      what: key,
      reason: new RegExp(`it is empty\\. ${key}`, "i"),
      remedy: new RegExp(`Correct “${key}”`),
    });
  });

  test.each([
    ["title", "2024", /it is “2024”\. Title must be a text/],
    ["title", '"   "', /it is “ ”\. Title must be a text/],
    ["title", `"${"long ".repeat(50)}"`, /too long: 200 characters/],
    ["draft", '"yes"', /it is “yes”\. Draft must be true or false/],
    ["draft", "yes", /it is “yes”\. Draft must be true or false/],
    ["imageWide", "1", /it is “1”\. ImageWide must be true or false/],
    ["imageBottom", '"true"', /it is “true”\. ImageBottom must be true or false/],
    ["date", "2024-13-45", /it is “2024-13-45”\. Date must be a real calendar date/],
    ["date", "2024-02-30", /it is “2024-02-30”\. Date must be a real calendar date/],
    ["date", "2023-02-29", /Date must be a real calendar date/],
    ["date", "1 June 2024", /Date must be a real calendar date/],
    ["date", "2024", /it is “2024”\. Date must be a real calendar date/],
    ["date", "2024-06-01T25:00:00Z", /Date must be a real calendar date/],
    ["updated", "2024-7-1", /Updated must be a real calendar date/],
    ["author", "[one, two]", /it is “\["one","two"\]”\. Author must be a name/],
    ["author", "{ a: b }", /it is “{"a":"b"}”\. Author must be a name/],
    ["source", "http://example.org/", /begins with https:/],
    ["source", "https://user@example.org/", /without a user name/],
    ["source", "https://example.org/?utm_source=x", /without a user name or tracking/],
  ])("%s: %s is refused on its line", (key, value, reason) => {
    const line = { title: 3, date: 4 }[key] ?? 6;
    expectFaults(faultsOf({ [key]: value }), {
      line,
      what: key,
      reason,
      remedy: new RegExp(`Correct “${key}”`),
    });
  });

  test.each([
    ["date", "2024-02-29"],
    ["date", "2024-06-01T10:00:00+02:00"],
    ["draft", "false"],
    ["imageWide", "true"],
    ["preview", '""'],
    ["permalink", "/blog/20240604-simplex-chat-v5.8.html"],
    ["permalink", "/~a_b-c/E"],
    ["permalink", "/v5.8/notes.html"],
  ])("%s: %s is accepted", (key, value) => {
    expect(faultsOf({ [key]: value })).toEqual([]);
  });

  test("that is no date stops the article from being published", () => {
    const copy = site();
    const file = article(copy, "Text.", { date: "2024-13-45" });
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "date:"),
      what: "date",
      reason: /it is “2024-13-45”\. Date must be a real calendar date: year-month-day/,
      remedy: /Correct “date”; for example 2024-06-01/,
    });
  });

  test.each([
    ["layouts/blog.html", /it is “layouts\/blog\.html”\. Layout must be one of layouts\/article\.html/],
    ["article", /it is “article”\. Layout must be one of/],
  ])("layout: %s is unknown", (layout, reason) => {
    expectFaults(faultsOf({ layout }), { line: 2, what: "layout", reason, remedy: /Correct “layout”/ });
  });

  test.each([
    ["blog/test.html", /begins with \//],
    ["/blog/../test.html", /without \.\./],
    ["/../../etc/passwd", /without \.\./],
    ["/%2e%2e/x", /Latin letters/],
    ["//example.org/x", /begins with \//],
    ["/blog/ünter.html", /Latin letters/],
    ["/blog/", /Permalink must be an address/],
    ["/blog/.hidden", /Permalink must be an address/],
    ["/blog/test.html?x", /Permalink must be an address/],
    [`/${"a".repeat(300)}`, /Permalink must be an address/],
    ["/blog/v5.8-release", /with \.html at its end if it has a dot/],
    ["/v5.8/notes", /with \.html at its end if it has a dot/],
    ["/keys.txt", /with \.html at its end if it has a dot/],
    ["/_next/x", /Permalink must be an address/],
    ["/de", /languages/],
    ["/de/x", /languages/],
    ["/DE/x", /languages/],
    ["/en/blog/test.html", /languages/],
  ])("permalink: %s is refused", (permalink, reason) => {
    expectFaults(faultsOf({ permalink }), {
      line: 5,
      what: "permalink",
      reason,
      remedy: /for example \/blog\//,
    });
  });
});

test("front matter that holds no fields is told so", () => {
  const copy = site();
  copy.write("content/en/articles/test.md", "---\n- a list\n- of words\n---\n\nText.\n");
  expectFaults(copy.faults(), {
    file: "content/en/articles/test.md",
    what: "file",
    reason: /it holds “\["a list","of words"\]” instead of fields/,
    remedy: /Write each field on a line: name: value/,
  });
});

test("a fault in a list names the entry and its line", () => {
  const copy = site();
  copy.change("content/signatories.yaml", "https://cdt.org/", "http://cdt.org/");
  expectFaults(copy.faults(), {
    file: "content/signatories.yaml",
    line: copy.lineOf("content/signatories.yaml", "http://cdt.org/"),
    what: "organisations.0.url",
    reason: /it is “http:\/\/cdt\.org\/”\. Url must be a complete address that begins with https:/,
    remedy: /Correct “url”/,
  });
});

test("an unknown key deep in a file is told with a guess", () => {
  const copy = site();
  copy.change("content/timeline.yaml", "confidence: high", "confidense: high");
  const line = copy.lineOf("content/timeline.yaml", "confidense");
  expectFaults(
    copy.faults(),
    { line, what: "confidense", reason: /did you mean “confidence”\?/, remedy: /Write confidence/ },
    { what: "events.0.confidence", reason: /it is missing/, remedy: /Add a line confidence/ },
  );
});

test("a key that is a number has its own line", () => {
  const copy = site();
  copy.append("content/eu-links.yaml", "2024: nothing\n");
  const line = copy.lineOf("content/eu-links.yaml", "2024: nothing");
  expectFaults(copy.faults(), { line, what: "2024", reason: /it is “nothing”/, remedy: /Correct “2024”/ });
});
