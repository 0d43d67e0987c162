import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readText } from "./files.ts";
import { fixContent, fixDocument } from "./fix.ts";
import { mendDate } from "./mend-date.ts";
import { sortEvents, sortKeys } from "./sort-yaml.ts";
import { article, expectFaults, site } from "./testing.ts";

/** A front matter with these lines, and what becomes of them. */
function fixed(...lines: string[]): string[] {
  const text = `---\n${lines.join("\n")}\n---\n\nA text: with --- "signs"\n`;
  const result = fixDocument(text).text;
  expect(result.endsWith('\n---\n\nA text: with --- "signs"\n')).toBe(true);
  return result.split("\n---\n")[0]!.split("\n").slice(1);
}

describe("quotes", () => {
  test.each([
    ["title: Scanning: a bad idea", 'title: "Scanning: a bad idea"'],
    ['title: "He said "no" to it"', 'title: "He said \\"no\\" to it"'],
    ["title: 'Don't open it'", 'title: "Don\'t open it"'],
    ['title: "No end', 'title: "No end"'],
    ["title: @home with \\ sign", 'title: "@home with \\\\ sign"'],
    ["title: 1984", 'title: "1984"'],
    ["layout: “layouts/article.html”", 'layout: "layouts/article.html"'],
    ['draft: "true"', "draft: true"],
    ["draft: yes", "draft: true"],
    ["Title: x", "title: x"],
    ["permalink: blog/x.html", 'permalink: "/blog/x.html"'],
    ["source: https://example.org/?utm_source=x&id=1", 'source: "https://example.org/?id=1"'],
  ])("%s", (line, mended) => {
    expect(
      fixed('# a comment: with "signs', `${line}   # kept`.replace(/ {3}# kept$/, ""), "author: x"),
    ).toEqual(['# a comment: with "signs', mended, "author: x"]);
  });

  test("stay as they are where nothing is wrong, or where nobody can tell what was meant", () => {
    for (const lines of [
      ["title: 'It''s fine'   # yes", "date: 2024-06-01", "draft:   false"],
      ["title: “A quotation”"],
      ["titel: x"],
      ["title: a", "title: b"],
      ["date: 2024-06-31"],
      ["date: 03/04/2024"],
      ["tags: [a, b"],
    ]) {
      expect(fixed(...lines)).toEqual(lines);
    }
  });

  test("several at once, each told with its line", () => {
    const text = "---\ntitle: A: b\r\ndate: 1 June 2024\nauthor: C: d\n---\n";
    expect(fixDocument(text)).toEqual({
      text: '---\ntitle: "A: b"\r\ndate: 2024-06-01\nauthor: "C: d"\n---\n',
      changes: [
        { line: 2, says: 'A: b → "A: b"' },
        { line: 4, says: 'C: d → "C: d"' },
        expect.objectContaining({ line: 3, says: "date: 1 June 2024 → 2024-06-01" }),
      ],
    });
  });
});

test.each([
  ["2024-6-1", "2024-06-01"],
  ["2024/06/01", "2024-06-01"],
  ["2024.06.01", "2024-06-01"],
  ["1.6.2024", "2024-06-01"],
  ["01. 06. 2024", "2024-06-01"],
  ["13/06/2024", "2024-06-13"],
  ["06/13/2024", "2024-06-13"],
  ["04/04/2024", "2024-04-04"],
  ["03/04/2024", null],
  ["1 June 2024", "2024-06-01"],
  ["1st of June 2024", "2024-06-01"],
  ["June 1, 2024", "2024-06-01"],
  ["Sept. 9 2024", "2024-09-09"],
  ["2024-6", "2024-06"],
  ["2024-06-01 9:30:00 +0200", "2024-06-01T09:30:00+02:00"],
  ["2024-06-01 10:00 UTC", "2024-06-01T10:00Z"],
  ["2024-06-01 10:00", "2024-06-01"],
  ["2024-06-31", null],
  ["31 June 2024", null],
  ["1 Juni 2024", null],
  ["soon", null],
  ["", null],
])("the date %s becomes %s", (text, date) => {
  expect(mendDate(text)).toBe(date);
});

test("a picture without a text alternative gets a marked gap, which the check tells until it is filled", () => {
  const copy = site();
  const image = "/blog/images/20240601-eu-privacy.png";
  const ours = article(copy, "x", { image });
  const theirs = article(copy, "x", { image, permalink: "/blog/b.html" }, "b.md");
  expect(mendedIn(copy.root)).toEqual(
    [theirs, ours].map(
      (file) => `${file}:7: added imageAlt: "TODO: say what the picture shows", which is still to be written`,
    ),
  );
  const expected = { what: "image", reason: /no text alternative/, remedy: /imageAlt/ };
  expectFaults(copy.faults(), { file: ours, ...expected }, { file: theirs, level: "warning", ...expected });
  expect(fixContent(copy.root)).toEqual([]);
  for (const file of [ours, theirs]) copy.change(file, "TODO: say what the picture shows", "A letter");
  expect(copy.faults()).toEqual([]);
  expect(copy.document("/blog/b.html").imageAlt).toBe("A letter");
});

test("the gap takes the line that a new document has for it, and the file's own line ends", () => {
  expect(fixed("image: x.png", '# imageAlt: "What it shows"', "author: a")).toEqual([
    "image: x.png",
    'imageAlt: "TODO: say what the picture shows"',
    "author: a",
  ]);
  expect(fixDocument("---\r\nimage: x.png\r\nauthor: a\r\n---\r\nA\r\n").text).toBe(
    '---\r\nimage: x.png\r\nimageAlt: "TODO: say what the picture shows"\r\nauthor: a\r\n---\r\nA\r\n',
  );
});

test("a text that does not begin with its front matter stays as it is", () => {
  for (const text of [
    "",
    'title: "A"\nautor: b\n---\n\nFirst part.\n\n---\n\nSecond part: with --- in it.\n',
    "A note.\n---\ntitle: A: b\n---\n\nText.\n",
  ])
    expect(fixDocument(text)).toEqual({ text, changes: [] });
});

describe("data", () => {
  test("is mended too, and comments and everything else stay byte for byte", () => {
    const copy = site();
    const before = copy.text("content/petition.yaml");
    copy.change("content/petition.yaml", "asOf: 2024-06-01", "asOf: 1 June 2024   # as we read it");
    copy.change("content/petition.yaml", /^state: open/m, 'state: "Open"');
    copy.change("content/countries/be.yaml", /members: 22/, "members: 22 # since 2024");
    copy.change("content/countries/be.yaml", /checked: .*\n$/, "checked: 2026\n");
    const line = (field: string) => copy.lineOf("content/petition.yaml", `\n${field}:`) + 1;
    const [state, asOf] = [line("state"), line("asOf")];
    const belgium = copy.text("content/countries/be.yaml");
    expect(mendedIn(copy.root).sort()).toEqual([
      expect.stringMatching(/^content\/countries\/be\.yaml:\d+: directory\.checked: 2026 → "2026"$/),
      `content/petition.yaml:${state}: state: "Open" → "open"`,
      `content/petition.yaml:${asOf}: asOf: 1 June 2024 → 2024-06-01`,
    ]);
    expect(copy.text("content/petition.yaml")).toBe(
      before
        .replace(/^state: open/m, 'state: "open"')
        .replace("asOf: 2024-06-01", "asOf: 2024-06-01   # as we read it"),
    );
    expect(copy.text("content/countries/be.yaml")).toBe(
      belgium.replace(/checked: 2026\n$/, 'checked: "2026"\n'),
    );
  });

  test("of the timeline is sorted by date, with the comments of each event", () => {
    const events = (...items: string[]) => `# top\nevents:\n${items.join("")}after: x # end\n`;
    const a = "  - id: a\n    date: 2024-01-02\n";
    const b = "  # about b\n  - id: b # b\n    date: 2023-05\n\n";
    const c = "  - id: c\n    date: 2024-01-02\n";
    expect(sortEvents(events(a, b, c))).toBe(events(b, a, c));
    expect(sortEvents(events(b, a, c))).toBe(events(b, a, c));
    expect(sortEvents(`events:\n${a}${b.trimEnd()}`)).toBe(`events:\n${b.trimEnd()}\n${a.trimEnd()}`);
  });

  test("of each language follows the order of the facts", () => {
    expect(sortKeys("# top\nb:\n  text: x\n# about a\na:\n  text: y # y\nz: {}", ["a", "b"])).toBe(
      "# top\n# about a\na:\n  text: y # y\nb:\n  text: x\nz: {}",
    );
    const copy = site();
    copy.addLanguage("de");
    const texts = JSON.parse(copy.text("content/en/interface.json")) as object;
    const backwards = Object.fromEntries(Object.entries(texts).reverse());
    copy.write("content/de/interface.json", `${JSON.stringify(backwards, null, 2)}\n`);
    expect(mendedIn(copy.root)).toEqual(["content/de/interface.json:1: texts put in order"]);
    expect(copy.text("content/de/interface.json")).toBe(copy.text("content/en/interface.json"));
  });
});

test("a broken timeline does not keep the rest from being mended", () => {
  const copy = site();
  copy.change("content/timeline.yaml", "asOf:", "asOf: [a\nx:");
  const file = article(copy, "x", { title: "A: b" });
  expect(mendedIn(copy.root)).toEqual([`${file}:3: A: b → "A: b"`]);
});

test("npm run check:content -- --fix says what it mended, and then checks as ever", () => {
  const copy = site();
  const file = article(copy, "x", { title: "A: b", autor: "x" });
  for (const guide of ["README.md", "CONTRIBUTING.md", "content/README.md"]) copy.write(guide, "\n");
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const script = path.resolve(import.meta.dirname ?? "content", "check.ts");
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", tsx, script, "--fix"], {
    cwd: copy.folder,
    encoding: "utf8",
  });
  expect(stdout).toMatch(/^Mended:\n.*test\.mdx:3: A: b → "A: b"\n\ncontent.*test\.mdx:6: error: autor/);
  expect(stderr).toBe("Reading the content …\n");
  expect(status).toBe(1);
  expect(copy.text(file)).toContain('title: "A: b"\n');
});

test("nothing of the site's own content is changed", () => {
  const copy = site();
  expect(fixContent(copy.root)).toEqual([]);
});

test("a page that is new is put on the list of published addresses, once", () => {
  const copy = site();
  article(copy, "Text");
  expect(fixContent(copy.root)).toContain("content/published.txt: added /blog/test.html");
  expect(
    String(Object.values(readText(copy.root, "published.txt"))[0]).match(/^\/blog\/test\.html$/gm),
  ).toHaveLength(1);
  expect(fixContent(copy.root)).toEqual([]);
});

/** What was mended but for the list of published addresses, which every new page is put on. */
function mendedIn(root: Parameters<typeof fixContent>[0]): string[] {
  return fixContent(root).filter((line) => !line.startsWith("content/published.txt"));
}
