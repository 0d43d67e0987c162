import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { eventsTold } from "./events.ts";
import { error, report } from "./fault.ts";
import { datedDocuments, documentAt, readContent, textsOf, titleOf } from "./index.ts";
import { article, expectFaults, site } from "./testing.ts";
import { versionOf } from "./version-of.mjs";

const statement = "content/en/statements/joint-statement-may-2024.mdx";

describe("a permalink", () => {
  test.each([
    ["the same", "/blog/one.html"],
    ["in other letter case", "/BLOG/One.html"],
    ["without .html", "/blog/one"],
  ])("is refused to a second document: %s", (_, permalink) => {
    const copy = site();
    article(copy, "Text.", {}, "one.mdx");
    const file = article(copy, "Text.", { permalink }, "two.mdx");
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "permalink:"),
      what: "permalink",
      reason: new RegExp(`it is “${permalink}”, which content/en/articles/one.mdx has already`),
      remedy: /Give one of the two another address/,
    });
  });

  test("is refused also where one of the two is a draft", () => {
    const copy = site();
    article(copy, "Text.", { draft: "true" }, "one.mdx");
    const file = article(copy, "Text.", { permalink: "/blog/one.html" }, "two.mdx");
    expectFaults(copy.faults(), {
      file,
      what: "permalink",
      reason: /has already/,
      remedy: /another address/,
    });
  });

  test("is the same in every language", () => {
    const copy = site();
    copy.addLanguage("de");
    expect(copy.faults()).toEqual([]);
    expect(copy.document("/de/about").lang).toBe("de");
  });

  test.each([
    ["/404", /the site itself answers/],
    ["/404.html", /the site itself answers/],
    ["/statement", /the site itself answers/],
    ["/statement.html", /the site itself answers/],
    ["/Statement.html", /the site itself answers/],
    ["/pictures", /copies of pictures/],
    ["/pictures/x", /copies of pictures/],
    ["/Scripts", /the site's own scripts/],
    ["/scripts/x.html", /the site's own scripts/],
    ["/act", /belongs to a page of the site/],
    ["/act.html", /belongs to a page of the site/],
    ["/", /belongs to a page of the site/],
    ["/act/de", /belongs to a country/],
    ["/act/DE.html", /belongs to a country/],
  ])("that the site owns is refused to an article: %s", (permalink, reason) => {
    const copy = site();
    const file = article(copy, "Text.", { permalink });
    const fault = { file, line: copy.lineOf(file, "permalink:"), what: "permalink" };
    const [first, ...others] = copy.faults().filter((found) => found.file === file);
    expect(first).toMatchObject({
      ...fault,
      reason: expect.stringMatching(reason),
      remedy: "Choose another address.",
    });
    expect(others).toEqual([]);
  });

  test("of a file in public/ is refused", () => {
    const copy = site();
    const file = article(copy, "Text.", { permalink: "/notes/test.html" });
    copy.write("public/notes/test.html", "x");
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "permalink:"),
      what: "permalink",
      reason: /it is “\/notes\/test\.html”, but public\/ holds a file at this address/,
      remedy: /Choose another address/,
    });
  });
});

describe("a document", () => {
  test.each([
    [
      "layouts/statement.html",
      /it is “layouts\/statement\.html”, but the file lies in articles\//,
      /statements\//,
    ],
    ["layouts/page.html", /it is “layouts\/page\.html”, but the file lies in articles\//, /pages\//],
  ])("whose layout does not fit its folder is refused: %s", (layout, reason, remedy) => {
    const copy = site();
    const file = article(copy, "Text.", { layout });
    expectFaults(copy.faults(), { file, line: 2, what: "layout", reason, remedy });
  });

  test("without a date is refused unless it is a page", () => {
    const copy = site();
    const file = article(copy, "Text.", { date: null });
    expectFaults(copy.faults(), { file, what: "date", reason: /it is missing/, remedy: /date: 2024-06-01/ });
  });

  test("that was updated before its date is refused", () => {
    const copy = site();
    const file = article(copy, "Text.", { updated: "2024-06-30" });
    const line = copy.lineOf(file, "updated:");
    expectFaults(copy.faults(), {
      file,
      line,
      what: "updated",
      reason: /before the date/,
      remedy: /Correct one/,
    });
  });

  test("may be updated on its day, whatever the hour", () => {
    const copy = site();
    article(copy, "Text.", { date: "2024-07-01T09:00:00+02:00", updated: "2024-07-01" });
    expect(copy.faults()).toEqual([]);
  });

  test("that is neither .md nor .mdx is refused", () => {
    const copy = site();
    copy.write("content/en/articles/picture.png", "x");
    expectFaults(copy.faults(), {
      file: "content/en/articles/picture.png",
      line: 1,
      what: "file",
      reason: /only \.md and \.mdx/,
      remedy: /Move pictures to public/,
    });
  });

  test("has the characters in its title that &mdash; and &#39; stand for", () => {
    const copy = site();
    article(copy, "Text.", {
      title: '"A name &mdash; it&#39;s yours &unknown; & more"',
      preview: "One &hellip;",
    });
    expect(copy.document("/blog/test.html").title).toBe("A name — it's yours &unknown; & more");
    expect(copy.document("/blog/test.html").preview).toBe("One …");
  });

  test("that is a draft is in no list and has no address", () => {
    const copy = site();
    article(copy, "Text.", { draft: "true" });
    const { content, drafts } = readContent(copy.root);
    expect(drafts.map((draft) => draft.address)).toEqual(["/blog/test.html"]);
    expect(content?.byAddress.has("/blog/test.html")).toBe(false);
    expect(content?.addresses.has("/blog/test.html")).toBe(false);
    expect(content?.byName.has("en/test")).toBe(false);
    expect(content?.documents.some((document) => document.draft)).toBe(false);
    const preview = readContent(copy.root, { drafts: true }).content!;
    const [draft] = preview.drafts;
    expect(documentAt(preview, "en", "/blog/test.html")).toBe(draft);
    expect(titleOf(draft!)).toBe("A test (draft)");
    expect(datedDocuments(preview, "en", "article", { drafts: true })).toContain(draft);
    expect(datedDocuments(preview, "en", "article")).not.toContain(draft);
    expect(preview.byAddress.has("/blog/test.html")).toBe(false);
  });

  test("of a language without interface.json does not exist", () => {
    const copy = site();
    copy.addLanguage("de");
    copy.remove("content/de/interface.json");
    const content = copy.content();
    expect(content.languages).toEqual(["en"]);
    expect(content.documents.every((document) => document.lang === "en")).toBe(true);
    expect(() => textsOf(content, "de")).toThrow("content/de/interface.json");
  });

  test("of a language begins with its home page", () => {
    const copy = site();
    copy.addLanguage("de");
    copy.change("content/de/pages/home.mdx", "\n---\n", "\ndraft: true\n---\n");
    const faults = copy.faults().filter(({ level }) => level === "error");
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: "content/de/pages/home.mdx",
        reason: "the language has published pages, but no published home page.",
      }),
    );
    // While all of it is a draft the language is not there yet, but previews show it.
    for (const folder of ["articles", "statements", "pages"])
      for (const file of readdirSync(copy.path(`content/de/${folder}`)))
        if (file !== "home.mdx")
          copy.change(`content/de/${folder}/${file}`, "\n---\n", "\ndraft: true\n---\n");
    expect(copy.faults().filter(({ level }) => level === "error")).toEqual([]);
    expect(copy.content().languages).toEqual(["en"]);
    expect(readContent(copy.root, { drafts: true }).content?.languages).toEqual(["de", "en"]);
  });
});

test("articles are listed with the newest first", () => {
  const copy = site();
  article(copy, "Text.", { date: "2020-01-01" }, "old.mdx");
  article(copy, "Text.", { date: "2030-01-01" }, "new.mdx");
  article(copy, "Text.", { date: "2030-01-01" }, "later.mdx");
  const content = copy.content();
  const list = datedDocuments(content, "en", "article").map((document) => document.permalink);
  expect(list.slice(0, 2)).toEqual(["/blog/later.html", "/blog/new.html"]);
  expect(list.at(-1)).toBe("/blog/old.html");
  expect(documentAt(content, "en", "/blog/new.html")?.kind).toBe("article");
});

describe("a picture", () => {
  test.each([
    ["images/nothing.png", /there is no file public\/blog\/images\/nothing\.png/],
    ["/images/nothing.png", /there is no file public\/images\/nothing\.png/],
    ["../../../etc/passwd", /there is no file public\/etc\/passwd/],
    ["%2e%2e/%2e%2e/content/site.yaml", /there is no file public\/content\/site\.yaml/],
    ["https://example.org/x.png", /it lies on another host/],
    ["//example.org/x.png", /it lies on another host/],
    ["data:image/png;base64,AAAA", /it lies on another host/],
    ["http://[", /it lies on another host/],
  ])("that is missing is told with the place where it should be: %s", (image, reason) => {
    const copy = site();
    const file = article(copy, "Text.", { image: `"${image}"`, imageAlt: '"A seal"' });
    const line = copy.lineOf(file, "image:");
    expectFaults(copy.faults(), { file, line, what: "image", reason, remedy: /Put the picture there/ });
  });

  test("that is no picture is refused", () => {
    const copy = site();
    copy.write("public/blog/images/test.png", "a text");
    const file = article(copy, "Text.", { image: "images/test.png", imageAlt: '"A seal"' });
    const line = copy.lineOf(file, "image:");
    expectFaults(copy.faults(), {
      file,
      line,
      what: "image",
      reason: /no picture/,
      remedy: /Save the picture/,
    });
  });

  test.each([
    ["test.mdx", "error"],
    ["test.md", "warning"],
  ] as const)("without a text alternative is, in %s, an %s", (name, level) => {
    const copy = site();
    const picture = copy.document("/blog/20240601-protecting-children-safety-requires-e2e-encryption.html")
      .picture!;
    const file = article(copy, "Text.", { image: picture }, name);
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "image:"),
      what: "image",
      level,
      reason: /no text alternative/,
      remedy: /Add a line imageAlt: "what it shows"/,
    });
  });
});

describe("previewBody", () => {
  test.each([
    [
      "blog_previews/nothing.html",
      /content\/en\/blog_previews\/nothing\.html cannot be used: the file is missing/,
    ],
    ["../../secret.html", /cannot be used: it lies outside the content folder/],
    ["/etc/passwd", /cannot be used: the file is missing/],
    ["blog_previews", /cannot be used: it is not a file/],
  ])("that cannot be read is told on its line: %s", (previewBody, reason) => {
    const copy = site();
    copy.write("secret.html", "secret");
    const file = article(copy, "Text.", { previewBody });
    const line = copy.lineOf(file, "previewBody:");
    expectFaults(copy.faults(), { file, line, what: "previewBody", reason, remedy: /Write that fragment/ });
  });

  test("with a fault in it is told with the line of the fragment", () => {
    const copy = site();
    copy.write("content/en/blog_previews/test.html", "<p>One</p>\n\n<p>two <script>1</script></p>\n");
    article(copy, "Text.", { previewBody: "blog_previews/test.html" });
    expectFaults(copy.faults(), {
      file: "content/en/blog_previews/test.html",
      line: 3,
      what: "<script>",
      reason: /not allowed/,
      remedy: /Remove it/,
    });
  });
});

describe("the timeline", () => {
  const facts = "content/timeline.yaml";
  const words = "content/en/timeline.yaml";

  test("has a text for every event, and for no other", () => {
    const copy = site();
    const [id = ""] = Object.keys(textsOf(copy.content(), "en").timeline);
    copy.change(words, `${id}:`, "unheard-of:");
    const line = copy.lineOf(words, "unheard-of");
    const add = new RegExp(`Add ${id}: with a line text:`);
    expectFaults(
      copy.faults(),
      { file: words, line: 1, what: id, reason: /the event has no text/, remedy: add },
      { file: words, line, what: "unheard-of", reason: /has no such event/, remedy: /Correct the id/ },
    );
  });

  test("names every event once, and tells it once for all languages", () => {
    const copy = site();
    copy.addLanguage("de");
    const event = copy.text(facts).split("\n  - id: ")[1] ?? "";
    copy.append(facts, `  - id: ${event}\n`);
    expectFaults(copy.faults(), {
      file: facts,
      line: copy.text(facts).trimEnd().split("\n").length - event.split("\n").length + 1,
      what: "id",
      reason: new RegExp(`“${event.split("\n")[0]}” is used twice`),
      remedy: /an id of its own/,
    });
  });

  test("may tell an event in English first, and is warned of the languages that lack it", () => {
    const copy = site();
    copy.addLanguage("de");
    const id = /^ {2}- id: (.+)$/m.exec(copy.text(facts))![1]!;
    const words = parse(copy.text("content/de/timeline.yaml"));
    delete words[id];
    copy.write("content/de/timeline.yaml", stringify(words));
    expect(copy.faults()).toMatchObject([{ file: "content/de/timeline.yaml", what: id, level: "warning" }]);
    const { events, isWhole } = eventsTold(copy.content(), "de");
    expect(events.map((event) => event.id)).not.toContain(id);
    expect(isWhole).toBe(false);
    expect(eventsTold(copy.content(), "en").isWhole).toBe(true);
  });

  test.each(["2099-01-01", "2099-01"])("has no event after the day of its check: %s", (date) => {
    const copy = site();
    copy.change(facts, / {4}date: .*/, `    date: ${date}`);
    expectFaults(copy.faults(), {
      file: facts,
      line: copy.lineOf(facts, date),
      what: "date",
      reason: /“2099-01.*” is after asOf \d{4}-\d{2}-\d{2}/,
      remedy: /move asOf/,
    });
  });

  test("may have an event in the very month of its check", () => {
    const copy = site();
    const month = /^asOf: (\d{4}-\d{2})/m.exec(copy.text(facts))?.[1];
    copy.change(facts, / {4}date: .*/, `    date: ${month}`);
    expect(copy.faults()).toEqual([]);
  });

  test("is not trusted to a day before its check", () => {
    const copy = site();
    copy.change(facts, /^reviewBy: .*$/m, "reviewBy: 2000-01-01");
    const line = copy.lineOf(facts, "reviewBy");
    expectFaults(copy.faults(), {
      file: facts,
      line,
      what: "reviewBy",
      reason: /not be before asOf/,
      remedy: /Correct/,
    });
  });
});

describe("the petition", () => {
  const facts = "content/petition.yaml";

  test.each(["closed", "won"])("that is %s needs the day and the words of its end", (state) => {
    const copy = site();
    copy.change(facts, /^state: open$/m, `state: ${state}`);
    expectFaults(copy.faults(), {
      file: facts,
      what: "closedOn",
      reason: /closedOn must be given when the state is closed or won/,
      remedy: /Add a line closedOn: 2024-06-01/,
    });
    copy.append(facts, "closedOn: 2024-09-30\n");
    const words = { file: "content/en/petition.yaml", line: 1 };
    const reason = new RegExp(`it is missing, but content/petition.yaml says that the petition is ${state}`);
    expectFaults(
      copy.faults(),
      { ...words, what: "result", reason, remedy: /Add a line result:/ },
      { ...words, what: "instead", reason, remedy: /Add a line instead:/ },
    );
    copy.append("content/en/petition.yaml", "result: It was handed over.\ninstead: Write a letter.\n");
    expect(copy.faults()).toEqual([]);
  });

  test("that closes by itself is warned of while the words of its end are missing", () => {
    const copy = site();
    copy.append(facts, "closedOn: 2999-09-30\n");
    const reason = expect.stringMatching(/the petition closes on 2999-09-30/);
    const file = "content/en/petition.yaml";
    expect(copy.faults()).toMatchObject([
      { file, what: "result", level: "warning", reason },
      { file, what: "instead", level: "warning", reason },
    ]);
    copy.append(file, "result: It was handed over.\ninstead: Write a letter.\n");
    expect(copy.faults()).toEqual([]);
  });

  test("that has ended without words for it in another language is only warned of", () => {
    const copy = site();
    copy.addLanguage("de");
    copy.change(facts, /^state: open$/m, "state: won");
    copy.append(facts, "closedOn: 2024-09-30\n");
    copy.append("content/en/petition.yaml", "result: It was handed over.\ninstead: Write a letter.\n");
    const file = "content/de/petition.yaml";
    expect(copy.faults()).toMatchObject([
      { file, what: "result", level: "warning" },
      { file, what: "instead", level: "warning" },
    ]);
  });

  test("that is paused needs words on what to do instead", () => {
    const copy = site();
    copy.change(facts, /^state: open$/m, "state: paused");
    expectFaults(copy.faults(), { what: "instead", reason: /the petition is paused/, remedy: /instead:/ });
  });

  test("in an unknown state is refused", () => {
    const copy = site();
    copy.change(facts, /^state: open$/m, "state: opened");
    const line = copy.lineOf(facts, "state: opened");
    expectFaults(copy.faults(), {
      file: facts,
      line,
      what: "state",
      reason: /open, paused, closed or won/,
      remedy: /./,
    });
  });

  test("supports a statement that exists", () => {
    const copy = site();
    copy.change(facts, /^statement: .*$/m, "statement: /about");
    expectFaults(copy.faults(), {
      file: facts,
      line: copy.lineOf(facts, "statement: "),
      what: "statement",
      reason: /there is no statement at “\/about”/,
      remedy: /Give the permalink of a statement/,
    });
  });
});

describe("interface.json", () => {
  const german = "content/de/interface.json";

  test("of a translation has every text of the English one and no other", () => {
    const copy = site();
    copy.addLanguage("de");
    copy.change(german, '"nav.label"', '"nav.labels"');
    expectFaults(
      copy.faults(),
      {
        file: german,
        line: 1,
        what: "nav.label",
        reason: /the text is missing/,
        remedy: /Add "nav\.label" with the/,
      },
      {
        file: german,
        line: copy.lineOf(german, "nav.labels"),
        what: "nav.labels",
        reason: /the English texts have no such key/,
        remedy: /Remove it, or correct its name/,
      },
    );
  });

  test.each([
    ["constructor", /no such key/],
    ["toString", /no such key/],
    ["nav home", /a sign that names may not have/],
  ])("has no key %s", (key, reason) => {
    const copy = site();
    copy.addLanguage("de");
    copy.change(german, "{", `{\n"${key}": "x",`);
    expectFaults(copy.faults(), { file: german, line: 2, what: key, reason, remedy: /./ });
  });

  test.each([
    ["{date", "an open brace", /cannot be read as a message/, /Compare its braces/],
    ["{date} {count, plural, one {x}}", "a plural without other", /cannot be read as a message/, /braces/],
    [
      "{dat}",
      "another placeholder",
      /has the placeholders dat, the English text date/,
      /same names in braces/,
    ],
    ["none", "no placeholder", /has the placeholders \(none\), the English text date/, /same names/],
  ])("has the placeholders of the English text: %s, %s", (text, _, reason, remedy) => {
    const copy = site();
    copy.addLanguage("de");
    copy.change(german, /("timeline\.asOf": )".*"/, `"timeline.asOf": "${text}"`);
    const line = copy.lineOf(german, "timeline.asOf");
    expectFaults(copy.faults(), { file: german, line, what: "timeline.asOf", reason, remedy });
  });

  test.each(['""', '" "', "7", "null"])("has no text that is none: %s", (text) => {
    const copy = site();
    copy.change("content/en/interface.json", /"nav\.label": ".*"/, `"nav.label": ${text}`);
    const line = copy.lineOf("content/en/interface.json", "nav.label");
    expectFaults(copy.faults(), {
      line,
      what: "nav.label",
      reason: /every message must be a text/i,
      remedy: /./,
    });
  });

  test("that is broken in English is not held against the translations", () => {
    const copy = site();
    copy.addLanguage("de");
    copy.change("content/en/interface.json", "{", "[");
    expectFaults(copy.faults(), {
      file: "content/en/interface.json",
      what: "YAML",
      reason: /cannot be read/,
      remedy: /./,
    });
  });
});

describe("a translation", () => {
  test("that is older than its English original is a warning", () => {
    const copy = site();
    copy.addLanguage("de");
    const file = statement.replace("/en/", "/de/");
    const before = versionOf(copy.text(statement));
    copy.append(statement, "\nOne more sentence.\n");
    const after = versionOf(copy.text(statement));
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "permalink:"),
      what: "original",
      level: "warning",
      reason: new RegExp(`follows version “${before}” of ${statement}, which has changed since`),
      remedy: new RegExp(`Compare the two, and then write original: "${after}"`),
    });
    copy.change(file, before, after);
    expect(copy.faults()).toEqual([]);
  });
});

describe("what a document says of its translation", () => {
  test("must be there where it is one", () => {
    const copy = site();
    copy.addLanguage("de");
    const file = statement.replace("/en/", "/de/");
    copy.change(file, /^(translation|original|translated): .*\n/gm, "");
    expect(copy.faults().map(({ what, remedy }) => [what, remedy])).toEqual([
      ["translation", "Add a line translation: draft"],
      ["original", `Add a line original: "${versionOf(copy.text(statement))}"`],
      ["translated", "Add a line translated: 2026-01-31, with the day of the translation"],
    ]);
  });

  test("must not be there where it is none, in English or for want of an original", () => {
    const copy = site();
    copy.addLanguage("de");
    copy.change(statement, /^---\n/, "---\ntranslation: draft\n");
    copy.change("content/de/pages/about.mdx", 'permalink: "/about"', 'permalink: "/imprint"');
    const faults = copy.faults().filter(({ what }) => /^(translation|original|translated)$/.test(what));
    expect(faults.map(({ file, what, level }) => `${file} ${what} ${level}`).sort()).toEqual([
      "content/de/pages/about.mdx original error",
      "content/de/pages/about.mdx translated error",
      "content/de/pages/about.mdx translation error",
      `${statement.replace("/en/", "/de/")} original warning`,
      `${statement} translation error`,
    ]);
  });
});

describe("a file without which no page can be made", () => {
  test.each([
    "site.yaml",
    "petition.yaml",
    "signatories.yaml",
    "timeline.yaml",
    "eu-links.yaml",
    "en/petition.yaml",
    "en/timeline.yaml",
  ])("is told when it is missing: %s", (name) => {
    const copy = site();
    copy.remove(`content/${name}`);
    expectFaults(copy.faults(), {
      file: `content/${name}`,
      line: 1,
      what: "file",
      reason: /the file is missing/,
      remedy: /Restore it from the history/,
    });
  });

  test("is told when it is a page of the site", () => {
    const copy = site();
    copy.remove("content/en/pages/timeline.mdx");
    const [first] = copy.faults().filter((fault) => fault.file === "content/en/pages/timeline.mdx");
    expect(first).toEqual(
      error(
        "content/en/pages/timeline.mdx",
        1,
        "file",
        "the page /timeline has no document.",
        "Write it, with permalink: /timeline",
      ),
    );
  });
});

test("an empty or missing content folder is told file by file", () => {
  const copy = site();
  copy.remove("content");
  const { content, faults } = readContent(copy.root);
  expect(content).toBeNull();
  expect(faults.map((fault) => fault.file)).toEqual(
    expect.arrayContaining(["content/site.yaml", "content/en/interface.json", "content/en/pages/home.mdx"]),
  );
});

test("one fault in a document is told once, not again by all that leads to it", () => {
  const copy = site();
  article(
    copy,
    "See [it](./joint-statement-may-2024.md#x) and [that](/statements/joint-statement-may-2024).",
    {},
    "a.md",
  );
  copy.change(statement, /^author: /m, "autor: ");
  expectFaults(copy.faults(), {
    file: statement,
    line: copy.lineOf(statement, "autor"),
    what: "autor",
    reason: /did you mean “author”/,
    remedy: /Write author/,
  });
  copy.change(statement, /^title: "/m, "title: ");
  copy.change(statement, /^autor: "/m, "author: '");
  expect(copy.faults().map((fault) => fault.file)).toEqual([statement]);
});

test("many faults in many files are all told in one run, sorted, with their number", () => {
  const copy = site();
  const place = (file: string, text: string) => `${file}:${copy.lineOf(file, text)}`;
  copy.change("content/site.yaml", /^name: .*$/m, "name:\nnames: x");
  copy.change("content/petition.yaml", /^state: open$/m, "state: shut");
  copy.change(
    "content/en/pages/about.mdx",
    "## Corrections",
    "## Corrections\n\n[nowhere](/nowhere) {1 + 1}",
  );
  article(copy, "<script></script>\n\n[x](#nowhere)\n\n![x](nothing.png)", { date: "2024-02-30" }, "a.md");
  article(copy, "<Unheard />\n\n[x](http://example.org/)", { image: "nothing.png", imageAlt: "x" }, "b.mdx");
  article(copy, "Text.", { permalink: "/blog/b" }, "c.mdx");
  const told = report(copy.faults()).split("\n");
  expect(told.filter((line) => line.startsWith("content/")).map((line) => line.split(": ")[0])).toEqual([
    "content/en/articles/a.md:4",
    "content/en/articles/a.md:8",
    ...["image:", "<Unheard", "http:"].map((text) => place("content/en/articles/b.mdx", text)),
    place("content/en/articles/c.mdx", "permalink:"),
    ...["nowhere", "{1 + 1}"].map((text) => place("content/en/pages/about.mdx", text)),
    place("content/petition.yaml", "state: shut"),
    place("content/site.yaml", "name:"),
    place("content/site.yaml", "names:"),
  ]);
  expect(told.at(-1)).toBe("11 errors, 0 warnings in content.");
  expect(told).toHaveLength(23);
});
