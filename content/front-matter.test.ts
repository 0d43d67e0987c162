import { describe, expect, test } from "vitest";
import { parseYaml, splitFrontMatter } from "./front-matter.ts";
import { article, expectFaults, site, workTime } from "./testing.ts";

const fields =
  'layout: layouts/article.html\ntitle: "A test"\ndate: 2024-07-01\npermalink: /blog/test.html\n';

describe("front matter", () => {
  test("that is missing stops the article from being published", () => {
    const copy = site();
    copy.write("content/en/articles/test.md", "# A title\n\nText.\n");
    expectFaults(copy.faults(), {
      file: "content/en/articles/test.md",
      line: 1,
      what: "front matter",
      reason: /does not begin with front matter/,
      remedy: /Begin the file with a line ---/,
    });
  });

  test.each([
    ["is missing", "# A title\n\nText.\n", 1, /does not begin with front matter/],
    ["is preceded by a blank line", `\n---\n${fields}---\n`, 1, /does not begin with front matter/],
    ["has no end", `---\n${fields}\nText.\n`, 1, /closing line --- is missing/],
    ["is opened by four hyphens", `----\n${fields}---\n`, 1, /only YAML front matter is read/],
    [
      "is closed by four hyphens",
      `---\n${fields}----\nText.\n`,
      6,
      /“----” is neither a field nor the closing/,
    ],
    ["is closed with words", `---\n${fields}--- end\nText.\n---\n`, 6, /“--- end” is neither a field/],
    ["is JSON", `---json\n{"title": "A test"}\n---\n`, 1, /only YAML front matter is read/],
    ["is TOML", `---toml\ntitle = "A test"\n---\n`, 1, /only YAML front matter is read/],
    ["names YAML", `---yaml\n${fields}---\n`, 1, /only YAML front matter is read/],
  ])("that %s is told", (_, text, line, reason) => {
    const parts = splitFrontMatter(text, "file");
    expectFaults("fault" in parts ? [parts.fault] : [], {
      file: "file",
      line,
      what: "front matter",
      reason,
      remedy: /---/,
    });
  });

  test.each(["---js", "--- js", "---javascript", "---coffee", "---JS"])(
    "in a language never runs: %s",
    (opening) => {
      const copy = site();
      const program = '{ title: (globalThis.frontMatterRan = true, "A test") }';
      copy.write("content/en/articles/test.md", `${opening}\n${program}\n---\n\nText.\n`);
      const faults = copy.faults();
      expect(globalThis).not.toHaveProperty("frontMatterRan");
      expectFaults(faults, { line: 1, what: "front matter", reason: /only YAML/, remedy: /Begin the file/ });
    },
  );

  test("that is broken is told again on a second reading", () => {
    const copy = site();
    copy.write("content/en/articles/test.md", "---\ntitle: [\n---\n");
    const first = copy.faults();
    expect(first).not.toEqual([]);
    expect(copy.faults()).toEqual(first);
  });

  test.each([
    ["an open quote", "title: 'a", /cannot be read/],
    ["a key twice", "title: a\ntitle: b", /keys must be unique/],
    ["a colon in a text", "title: a: b", /cannot be read/],
    ["a tab for an indent", "title:\n\tx: a", /Tabs are not allowed/],
    ["an alias of nothing", "title: *nowhere", /Unresolved alias/],
    ["a tag of a language", "title: !!js/function x", /Unresolved tag/],
    ["an alias within itself", "title: &a [*a]", /it contains itself/],
    ["lists that do not end", `title: ${"[".repeat(5000)}`, /nested too deeply/],
    ["lists in lists", `title: ${"[".repeat(5000)}${"]".repeat(5000)}`, /nested too deeply/],
    ["two documents", "title: a\n...\ntitle: b", /multiple documents/],
  ])("with %s is told as invalid YAML", (_, text, reason) => {
    const parts = splitFrontMatter(`---\n${text}\n---\n\nText.\n`, "file");
    expectFaults("fault" in parts ? [parts.fault] : [], { what: "YAML", reason, remedy: /quote texts/ });
  });

  test("that is invalid YAML stops the article from being published", () => {
    const copy = site();
    const file = article(copy, "Text.", { author: "'a" });
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "author"),
      what: "YAML",
      reason: /cannot be read: Missing closing 'quote/,
      remedy: /quote texts/,
    });
  });

  test("of aliases that unfold into millions is refused at once", () => {
    const copy = site();
    const bomb = [..."bcdefghij"].map((key, index) => {
      const alias = `*${"abcdefghi"[index]}`;
      return `${key}: &${key} [${Array(9).fill(alias).join(", ")}]`;
    });
    copy.write("content/en/articles/test.md", `---\na: &a [x, x, x]\n${bomb.join("\n")}\n---\n`);
    const start = workTime();
    expectFaults(copy.faults(), { what: "YAML", reason: /alias/, remedy: /./ });
    expect(workTime() - start).toBeLessThan(3000);
  });

  test("has the line of the fault, not of the block", () => {
    const copy = site();
    const file = article(copy, "Text.", { author: "!odd name" });
    const line = copy.lineOf(file, "author");
    expectFaults(copy.faults(), { file, line, what: "YAML", reason: /Unresolved tag/, remedy: /./ });
  });

  test.each([
    ["with spaces after its lines", `---  \n${fields}---\t\nText.\n`, 7],
    ["of nothing but a comment", "---\n# nothing\n---\nText.\n", 4],
    ["that is empty", "---\n---\nText.\n", 3],
    ["with three hyphens in an indented text", `---\n${fields}preview: |\n  a\n  ---\n  b\n---\nText.\n`, 11],
  ])("%s ends where it should", (_, text, line) => {
    const parts = splitFrontMatter(text, "file");
    if ("fault" in parts) throw new Error(parts.fault.reason);
    expect(parts.body.trim()).toBe("Text.");
    expect(parts.bodyLine + parts.body.slice(0, parts.body.indexOf("T")).split("\n").length - 1).toBe(line);
  });
});

test("Windows line ends, a byte order mark and tabs in JSON do no harm", () => {
  const copy = site();
  const file = article(copy, "One\nTwo [nowhere](/nowhere)", {}, "test.md");
  copy.write(file, `\uFEFF${copy.text(file).replaceAll("\n", "\r\n")}`);
  const english = JSON.parse(copy.text("content/en/interface.json"));
  copy.write("content/en/interface.json", JSON.stringify(english, null, "\t"));
  expectFaults(copy.faults(), {
    file,
    line: 9,
    what: "link “/nowhere”",
    reason: /no page/,
    remedy: /Correct/,
  });
});

test("YAML that only looks like a date stays a text", () => {
  const parsed = parseYaml("date: 2024-06-01\nversion: 1.10\nyes: no\n", "file");
  expect("yaml" in parsed && parsed.yaml.data).toEqual({ date: "2024-06-01", version: 1.1, yes: "no" });
});

describe("a text that a hashtag cuts short", () => {
  test.each([
    ["a: 1\nb: It ended under #Save in Brussels.\nc: 2\n", 2, "b", "“#Save in Brussels.”"],
    ["b: two\n  lines #Save\n", 2, "b", "“#Save”"],
    ["b: #Save\n", 1, "b", "“#Save”"],
    ["a:\n  b: one\t#Žaluzie\n", 2, "b", "“#Žaluzie”"],
    ["a:\n  - one\n  - two #12 three\n", 3, "a", "“#12 three”"],
    ["a: [one, two #Save\n  , three]\n", 1, "a", "“#Save”"],
    ["a b #Save\n", 1, "YAML", "“#Save”"],
  ])("is told with its line: %j", (text, line, what, lost) => {
    const read = parseYaml(text, "file", 3);
    expectFaults("fault" in read ? [read.fault] : [], {
      file: "file",
      line: line + 2,
      what,
      reason: new RegExp(`it ends before ${lost}, since # behind a space begins a comment`),
      remedy: /^Put the text in quotation marks\.$/,
    });
  });

  test.each([
    'b: "under #Save" #Save\n',
    "b: 'under #Save'\n",
    "b: under#Save\n",
    "b: under # a comment\n",
    "b: under ##\n",
    "#Save\nb: one\n#Save\nc: two\n  #Save\n",
    "b: |\n  under #Save\n",
    "b: >-\n  under\n  #Save\n",
  ])("is not one that is whole: %j", (text) => {
    expect(parseYaml(text, "file")).toHaveProperty("yaml");
  });

  test("is told in front matter and in data", () => {
    const copy = site();
    const file = article(copy, "Text.", { description: "We stood under #SaveEncryption in Brussels." });
    copy.append("content/en/petition.yaml", "result: It was handed over under #SaveEncryption.\n");
    const fault = { reason: /it ends before “#SaveEncryption/, remedy: /quotation marks/ };
    expectFaults(
      copy.faults(),
      { ...fault, file, line: copy.lineOf(file, "description:"), what: "description" },
      {
        ...fault,
        file: "content/en/petition.yaml",
        line: copy.lineOf("content/en/petition.yaml", "result:"),
        what: "result",
      },
    );
  });
});
