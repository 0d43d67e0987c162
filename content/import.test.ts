import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { withoutKramdown, withoutLiquid } from "./import/liquid.ts";
import { addressOf } from "./import/permalink.ts";
import { planImport } from "./import/plan.ts";
import { readSource } from "./import/source.ts";
import { tryImports, writeImports } from "./import/stage.ts";
import { type Site, site, workTime } from "./testing.ts";

const command = path.resolve(import.meta.dirname ?? "content", "import.ts");
const tsx = createRequire(import.meta.url).resolve("tsx");
const picture = readFileSync("e2e/fixtures/simplex/images/20221108-desk.png");
const otherPicture = readFileSync("e2e/fixtures/simplex/images/20240314-wide.png");

/** Writes another generator's files beside a copy of the site, and imports them. */
function imported(copy: Site, files: Record<string, string | Uint8Array>) {
  for (const [name, data] of Object.entries(files)) copy.write(`old/${name}`, data);
  const { source, faults } = readSource(copy.path("old"));
  const plan = planImport(source, copy.root, "en", () => {});
  const outcome = tryImports(plan.imports, copy.root);
  writeImports(outcome.taken, copy.root);
  return {
    taken: outcome.taken.map(({ to }) => to),
    present: outcome.present.map(({ to }) => to),
    changes: outcome.taken.flatMap(({ post, changes }) =>
      changes.map(({ line, what, says }) => `${post.file}:${line}: ${what} ${says}`),
    ),
    faults: [...faults, ...plan.faults, ...outcome.faults].map(
      ({ file, line, what, reason }) => `${file}:${line}: ${what}: ${reason}`,
    ),
  };
}

function everything(copy: Site): string[] {
  return readdirSync(copy.folder, { recursive: true }).map(String).sort();
}

function run(copy: Site, args: string[], ...node: string[]) {
  return spawnSync(process.execPath, ["--import", tsx, ...node, command, ...args], {
    cwd: copy.folder,
    encoding: "utf8",
  });
}

const post = (fields: string, body = "Words.") => `---\n${fields}\n---\n\n${body}\n`;

describe("an Eleventy blog in the vocabulary of this site", () => {
  test("is taken to the letter, with pictures and previews", () => {
    const copy = site();
    const fixture = path.resolve("e2e/fixtures/simplex");
    const { stdout, stderr, status } = run(copy, [fixture]);
    expect(stdout).toContain(
      "8 documents with 10 files were taken, 0 were there already, 0 could not be taken.",
    );
    expect(stdout.match(/kept as it was/g)).toHaveLength(8);
    expect(stderr).toContain("[8/8] posts/20260430-names-on-the-envelope.md");
    expect(status).toBe(0);
    for (const name of readdirSync(path.join(fixture, "posts"))) {
      expect(copy.text(`content/en/articles/${name}`)).toBe(
        readFileSync(path.join(fixture, "posts", name), "utf8"),
      );
    }
    expect(copy.faults().filter(({ level }) => level === "error")).toEqual([]);
    expect(copy.drafts()).toHaveLength(1);

    const before = everything(copy);
    expect(run(copy, [fixture]).stdout).toContain(
      "0 documents with 0 files were taken, 8 were there already",
    );
    expect(everything(copy)).toEqual(before);
  }, 60_000);

  test("may say in a folder's data what its documents share", () => {
    const copy = site();
    const { taken, changes, faults } = imported(copy, {
      "posts/posts.json": '{ "layout": "post.njk", "permalink": "/news/{{ page.fileSlug }}/" }',
      "posts/2024-05-02-first.md": post('title: "First"\ndate: 2024-05-02\ntags:\n  - a # one\n  - b'),
      "posts/bundle/index.md": post(
        'title: "Bundle"\ndate: 2024-05-03',
        "![a](./a.png) [first](/news/first/)",
      ),
      "posts/bundle/a.png": picture,
      "posts/more/more.11tydata.js": "module.exports = process.exit(7);",
      "posts/more/x.md": post('title: "X"\ndate: 2024-05-04\npermalink: /x.html'),
    });
    expect(faults).toEqual([
      expect.stringMatching(/^posts\/more\/more\.11tydata\.js:1: file: it is a program/),
    ]);
    expect(taken).toEqual([
      "content/en/articles/2024-05-02-first.md",
      "content/en/articles/bundle.md",
      "content/en/articles/x.md",
    ]);
    expect(copy.text(`content/en/articles/2024-05-02-first.md`)).toBe(
      [
        '---\ntitle: "First"\ndate: 2024-05-02\n# tags:\n#   - a # one\n#   - b\nlayout: layouts/article.html',
        'permalink: "/news/first"\n---\n\nWords.\n',
      ].join("\n"),
    );
    expect(changes).toContain("posts/2024-05-02-first.md:4: tags has no use here; it is kept as a comment");
    expect(copy.text("content/en/articles/bundle.md")).toContain("![a](./a.png) [first](/news/first)\n");
    expect(copy.text("public/news/a.png")).toBe(picture.toString());
  });
});

describe("a Jekyll blog", () => {
  test("has dates and addresses in file names and settings", () => {
    const copy = site();
    const { taken, changes, faults } = imported(copy, {
      "_config.yml": "permalink: pretty\n",
      "_posts/2024-06-01-sealed.markdown": post(
        [
          "layout: post # the usual",
          "title: Letters: sealed",
          "date: 2024-06-01 10:00:00 +0200",
          "categories: [News, Open letters]",
          "# about the picture",
          "image: { path: /assets/seal.png, alt: A seal }",
          "author: { name: Ana }",
          "last_modified_at: June 3, 2024",
          "excerpt: Two seals",
        ].join("\n"),
        '{% raw %}{{ x }}{% endraw %} ![s]({{ site.baseurl }}/assets/seal.png){: width="10"} [b]({% post_url 2024-06-02-b %}) http://example.org/ [h](http://example.org/h)',
      ),
      "_posts/2024-06-02-b.md": post("title: B\npermalink: /b.html"),
      "_posts/2024-06-03-c.md": post("title: C\npublished: false"),
      "_drafts/soon.md": post("title: Soon"),
      "contact.md": post("layout: page\ntitle: About them"),
      "_includes/x.md": "not a document",
      "assets/seal.png": picture,
    });
    expect(faults).toEqual([]);
    expect(taken).toEqual([
      "content/en/articles/soon.md",
      "content/en/articles/2024-06-01-sealed.md",
      "content/en/articles/2024-06-02-b.md",
      "content/en/articles/2024-06-03-c.md",
      "content/en/pages/contact.md",
    ]);
    const text = copy.text("content/en/articles/2024-06-01-sealed.md");
    expect(text.split("\n---\n")[0]).toBe(
      [
        "---",
        "layout: layouts/article.html",
        'title: "Letters: sealed"',
        "date: 2024-06-01T10:00:00+02:00",
        "# categories: [News, Open letters]",
        "# about the picture",
        'image: "/assets/seal.png"',
        'imageAlt: "A seal"',
        'author: "Ana"',
        "updated: 2024-06-03",
        'preview: "Two seals"',
        'permalink: "/news/open-letters/2024/06/01/sealed"',
      ].join("\n"),
    );
    expect(text.split("\n---\n")[1]).toBe(
      "\n{{ x }} ![s](/assets/seal.png) [b](/b.html) https://example.org/ [h](https://example.org/h)\n",
    );
    expect(changes).toContain(
      '_posts/2024-06-01-sealed.markdown:3: front matter Letters: sealed → "Letters: sealed"',
    );
    expect(changes).toContain("_posts/2024-06-01-sealed.markdown:13: {{ site.baseurl }} left out");
    expect(copy.drafts().map(({ file }) => file)).toEqual([
      "content/en/articles/2024-06-03-c.md",
      "content/en/articles/soon.md",
    ]);
    expect(copy.document("/contact.html").title).toBe("About them");
  });

  test.each([
    ["date", "/open-letters/2024/06/01/sealed.html"],
    ["none", "/open-letters/sealed.html"],
    ["ordinal", "/open-letters/2024/153/sealed.html"],
    ["/:short_year/:i_month/:i_day/:slug:output_ext", "/24/6/1/sealed.html"],
    ["/blog/:title/", "/blog/sealed"],
  ])("with the pattern %s has the address %s", (pattern, permalink) => {
    const facts = { data: { category: "Open-letters" }, title: "S", day: "2024-06-01", isJekyll: true };
    const source = { folder: "", files: [], jekyll: { permalink: pattern } };
    const address = addressOf({ ...facts, file: "_posts/2024-06-01-sealed.md" }, source);
    // A first part of two digits is no language.
    expect(address).toMatchObject({ permalink });
  });
});

describe("what cannot be taken", () => {
  test("is told with the file and line of the folder, all at once, and the rest is taken", () => {
    const copy = site();
    const before = everything(copy);
    const { taken, faults } = imported(copy, {
      "README.md": "# Not a document\n",
      "good.md": post('title: "Good"\ndate: 2024-05-02\npermalink: /good.html'),
      "liquid.md": post('title: "L"\ndate: 2024-05-02', "One\n\n{% include figure.html %}\n{{ site.time }}"),
      "remote.md": post('tags: x\ntitle: "R"\ndate: 2024-05-02', "One\n\n![x](https://example.org/x.png)"),
      "frame.md": post('title: "F"\ndate: 2024-05-02', "One\n\n<iframe src='https://example.org/'></iframe>"),
      "yaml.md": "---\ntags: [a\n---\n",
      "links.md": post('title: "K"\ndate: 2024-05-02', "[to one that is left out](liquid.md)"),
      "date.md": post('layout: layouts/article.html\ntitle: "D"\ndate: soon'),
      "none.md": post('title: "N"\ndate: 2024-05-02\npermalink: false'),
      "pattern.md": post('title: "P"\ndate: 2024-05-02\npermalink: "/{{ page.date | year }}/x/"'),
    });
    expect(taken).toEqual(["content/en/articles/good.md"]);
    expect(faults.sort()).toEqual([
      "README.md:1: file: it has no front matter, so it is no document.",
      "date.md:4: date: it has no date that can be read.",
      expect.stringMatching(/^frame\.md:8: <iframe>: this element is not allowed/),
      expect.stringMatching(/^links\.md:6: link “liquid\.md”: there is no document liquid\.md/),
      expect.stringMatching(/^liquid\.md:8: \{% include figure\.html %\}: nobody but/),
      expect.stringMatching(/^liquid\.md:9: \{\{ site\.time \}\}: nobody but/),
      "none.md:4: permalink: permalink: false gives it no address. Give it one, or leave it out.",
      expect.stringMatching(/^pattern\.md:4: permalink: the pattern .* is not known here/),
      expect.stringMatching(
        /^remote\.md:9: “https:\/\/example\.org\/x\.png”: the picture lies on another host/,
      ),
      expect.stringMatching(/^yaml\.md:2: front matter: it cannot be read/),
    ]);
    const added = everything(copy).filter((file) => !before.includes(file) && !file.startsWith("old"));
    expect(added).toEqual(["content/en/articles/good.md"]);
    expect(copy.faults()).toEqual([]);
  });

  test("is what would overwrite something", () => {
    const copy = site();
    copy.write(
      "content/en/articles/mine.md",
      post("layout: layouts/article.html\ntitle: Mine\ndate: 2024-05-02\npermalink: /mine.html"),
    );
    copy.write("public/blog/x.png", picture);
    const mine = copy.text("content/en/articles/mine.md");
    const { taken, faults } = imported(copy, {
      "mine.md": post('title: "Theirs"\ndate: 2024-05-02'),
      "about.md": post('layout: page\ntitle: "About"\npermalink: /about.html'),
      "taken.md": post('title: "T"\ndate: 2024-05-02\npermalink: /MINE.html'),
      "a/x.md": post('title: "Twice"\ndate: 2024-05-02\npermalink: /a.html'),
      "b/X.md": post('title: "Twice"\ndate: 2024-05-02\npermalink: /b.html'),
      "shows.md": post('title: "S"\ndate: 2024-05-02\npermalink: /blog/s.html', "![x](x.png) [x]: x.png"),
      "x.png": otherPicture,
    });
    expect(taken).toEqual(["content/en/articles/x.md", "content/en/articles/shows.md"]);
    expect(faults.sort()).toEqual([
      expect.stringMatching(
        /^about\.md:4: permalink: with it, content\/en\/pages\/about\.mdx is wrong: permalink/,
      ),
      "b/X.md:1: file: a/x.md is content/en/articles/X.md already.",
      "mine.md:1: file: content/en/articles/mine.md exists already and is another.",
      expect.stringMatching(
        /^taken\.md:4: permalink: it is “\/MINE\.html”, which content\/en\/articles\/mine\.md/,
      ),
    ]);
    expect(copy.text("content/en/articles/mine.md")).toBe(mine);
    expect(copy.text("public/blog/x.png")).toBe(picture.toString());
    const [, name = ""] =
      /!\[x\]\(\/blog\/(x-[0-9a-f]{8}\.png)\)/.exec(copy.text("content/en/articles/shows.md")) ?? [];
    expect(copy.text(`public/blog/${name}`)).toBe(otherPicture.toString());
  });
});

describe("npm run import", () => {
  const two = {
    "old/a.md": post('title: "A"\ndate: 2024-05-02\npermalink: /a.html', "![a](a.png)"),
    "old/a.png": picture,
    "old/b.md": post('title: "B"\ndate: 2024-05-02\npermalink: /b.html', "![b](b.png)"),
    "old/b.png": otherPicture,
  };

  test("that is killed half-way leaves whole files only, and finishes when run again", () => {
    const copy = site();
    for (const [name, data] of Object.entries(two)) copy.write(name, data);
    // The third file that is put into its place is the text of b.md, after its picture.
    copy.write(
      "kill.mjs",
      'import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; const link = fs.linkSync; let n = 0;\n' +
        "fs.linkSync = (from, to) => { if (/\\.tmp$/.test(from) && (n += 1) === 4) process.kill(process.pid, 'SIGKILL'); return link(from, to); };\n" +
        "syncBuiltinESMExports();\n",
    );
    expect(run(copy, ["old"], "--import", copy.path("kill.mjs"))).toMatchObject({ signal: "SIGKILL" });
    expect(copy.faults()).toEqual([]);
    expect(copy.text("public/b.png")).toBe(otherPicture.toString());
    expect(() => copy.document("/b.html")).toThrow();
    expect(copy.document("/a.html").title).toBe("A");
    expect(run(copy, ["old"]).stdout).toContain("1 documents with 1 files were taken, 1 were there already");
    expect(copy.document("/b.html").title).toBe("B");
    expect(
      everything(copy).filter((file) => /\.import-|\.tmp$/.test(file) && !file.includes("content/")),
    ).toEqual([]);
  }, 60_000);

  test("takes away again what it wrote where one file cannot be written", () => {
    const copy = site();
    for (const [name, data] of Object.entries(two)) copy.write(name, data);
    const before = everything(copy);
    copy.write(
      "fail.mjs",
      'import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; const link = fs.linkSync;\n' +
        "fs.linkSync = (from, to) => { if (/\\.tmp$/.test(from) && /b\\.md$/.test(to)) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' }); return link(from, to); };\n" +
        "syncBuiltinESMExports();\n",
    );
    const { status, stderr } = run(copy, ["old"], "--import", copy.path("fail.mjs"));
    expect(status).toBe(1);
    expect(stderr).toContain("disk full");
    expect(everything(copy).filter((file) => file !== "fail.mjs")).toEqual(before);
  }, 60_000);

  test("with --dry-run writes nothing; and says what is wrong with its arguments", () => {
    const copy = site();
    for (const [name, data] of Object.entries(two)) copy.write(name, data);
    const before = everything(copy);
    expect(run(copy, ["old", "--dry-run"]).stdout).toContain("2 documents with 2 files would be taken");
    for (const [args, says] of [
      [[], /Usage/],
      [["nowhere"], /nowhere is no folder/],
      [["old", "--lang", "de"], /no language "de"/],
      [["content/en"], /part of this site already/],
    ] as const) {
      const { status, stderr } = run(copy, [...args]);
      expect(stderr).toMatch(says);
      expect(status).toBe(1);
    }
    expect(everything(copy)).toEqual(before);
  }, 60_000);
});

describe("tags of a template language", () => {
  const context = { title: "T", addressOf: (name: string) => (name === "x" ? "/x.html" : undefined) };

  test.each([
    ["{{ page.title }} {{title}}", "T T"],
    ["{{\npage.title\n}} a", "T\n\n a"],
    ["[a]({% post_url x %})", "[a](/x.html)"],
    ["{% link y %}", null],
    ["{{ '/a.png' | relative_url }}", "/a.png"],
    ['{{ "/a/" | url }}', "/a/"],
    ["{{ site.url }}{{ site.baseurl }}/a", "/a"],
    ["a{% comment %}\nb {{ c }}\n{% endcomment %}d", "a\n\nd"],
    ["{% highlight ruby linenos %}\nputs\n{% endhighlight %}", "```ruby\nputs\n```"],
    ["a {% highlight ruby %} b", null],
    ["{% raw %}{% if %}{% endraw %}", "{% if %}"],
    ["{%- if x -%}", null],
    ["{{ content }}", null],
    ["{ {a} } {%", "{ {a} } {%"],
  ])("%s", (text, result) => {
    const found = withoutLiquid(text, context);
    expect(found.problems.length > 0 ? null : found.text).toBe(result);
    expect(found.text.split("\n")).toHaveLength(text.split("\n").length);
  });

  test("are looked for in linear time", () => {
    const start = workTime();
    withoutLiquid("{{".repeat(20_000), context);
    withoutLiquid("{% x ".repeat(20_000), context);
    withoutKramdown("{: ".repeat(20_000));
    expect(workTime() - start).toBeLessThan(3000);
  });

  test("of kramdown are left out, but not in code", () => {
    const text = '- TOC\n{:toc}\n\n## A {#a}\n{: .b}\n`{:c => 1}`\n```ruby\n{: d}\n```\n![x](y){: width="1"}';
    expect(withoutKramdown(text).text).toBe(
      '\n\n\n## <a id="a"></a>A\n\n`{:c => 1}`\n```ruby\n{: d}\n```\n![x](y)',
    );
  });
});
