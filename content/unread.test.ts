import { expect, test } from "vitest";
import { article, expectFaults, type Site, site } from "./testing.ts";

const text = (kind: string) => `---\nlayout: layouts/${kind}.html\ntitle: "x"\n---\n\nText.\n`;

test("what is read is not told", () => {
  const copy = site();
  copy.write("content/en/articles/2024/.hidden", "x");
  copy.write("content/en/Thumbs.db", "x");
  copy.write("content/desktop.ini", "x");
  copy.write("content/countries/Thumbs.db", "x");
  copy.write("content/en/articles/test.mdx.orig", "x");
  copy.write("content/import/more.ts", "x");
  expect(copy.faults()).toEqual([]);
});

test.each([
  ["en/article/x.mdx", text("article"), /Move it to content\/en\/articles\/\./],
  ["en/Articles/x.mdx", "Text.", /Move it to content\/en\/articles\/\./],
  ["en/pgaes/x.md", "Text.", /Move it to content\/en\/pages\/\./],
  ["en/x.mdx", text("statement"), /Move it to content\/en\/statements\/\./],
  ["en/x.md", "Text.", /content\/en\/articles\/, content\/en\/statements\/ or content\/en\/pages\/\.$/],
  ["en/blog_previews/x.md", text("article"), /Move it to content\/en\/articles\/\./],
  ["x.mdx", text("page"), /Move it to content\/en\/pages\/, or the same folder of its language/],
])("a text that nothing reads is told with its folder: %s", (name, content, remedy) => {
  const copy = site();
  copy.write(`content/${name}`, content);
  const file = `content/${name}`;
  expectFaults(copy.faults(), { file, line: 1, what: "file", reason: /it is not published/, remedy });
});

test.each([
  ["en/interfaces.json", /Name it content\/en\/interface\.json/],
  ["en/Letter.yml", /Name it content\/en\/letter\.yaml/],
  ["site.yml", /Name it content\/site\.yaml/],
  ["letter.yaml", /Name it content\/en\/letter\.yaml/],
  ["en/blog_previews/seal.png", /Move it to public\//],
  ["seal.HEIC", /Move it to public\//],
  ["notes.txt", /Move it where it belongs, or remove it; content\/README\.md says/],
  ["en/articles.mdx/notes.txt", /Move it where it belongs, or remove it/],
])("a file that nothing reads is told with the name that is meant: %s", (name, remedy) => {
  const copy = site();
  copy.write(`content/${name}`, "x");
  const fault = {
    file: `content/${name}`,
    line: 1,
    what: "file",
    reason: /nothing reads a file of this name/,
  };
  expectFaults(copy.faults(), { ...fault, remedy });
});

test.each([
  ["pt-BR", ["interface.json", "pages/home.mdx"], /two small letters/, /Name the folder content\/pt\/\./],
  ["DE", ["letter.yaml"], /two small letters/, /Name the folder content\/de\/\./],
  ["en-GB", ["pages/home.mdx"], /two small letters/, /Move what is missing there to content\/en\//],
  ["article", ["x.mdx", "y.mdx"], /of their language/, /Move them to content\/en\/articles\//],
  ["country", ["notes.txt"], /neither countries\/ nor/, /Move its files where they belong/],
  ["contries", ["be.yaml"], /another name/, /Name the folder content\/countries\//],
  ["german", ["pages/home.mdx"], /named after a language's code/, /content\/README\.md/],
])("a folder that nothing reads is told once: %s", (folder, names, reason, remedy) => {
  const copy = site();
  for (const name of names) copy.write(`content/${folder}/${name}`, "x");
  expectFaults(copy.faults(), {
    file: `content/${folder}/${names[0]}`,
    line: 1,
    what: `folder “${folder}”`,
    reason,
    remedy,
  });
});

test("a language without interface.json is told once, unless all it has is a letter", () => {
  const copy = site();
  expect(copy.faults()).toEqual([]);
  copy.write("content/de/letter.yaml", copy.text("content/de/letter.yaml"));
  copy.write("content/de/pages/home.mdx", "x");
  copy.write("content/de/petition.yaml", "x");
  const fault = {
    line: 1,
    what: "folder “de”",
    reason: /nothing reads 2 files in it: a language exists when/,
  };
  const remedy = /Copy content\/en\/interface\.json to content\/de\/ and translate its words/;
  expectFaults(copy.faults(), { ...fault, file: "content/de/pages/home.mdx", remedy });
  copy.remove("content/de/petition.yaml");
  copy.write("content/de/Interface.json", "{}");
  expectFaults(copy.faults(), {
    ...fault,
    file: "content/de/Interface.json",
    remedy: /Name “Interface\.json” interface\.json/,
  });
});

test("a preview that no document names is warned of, unless a document cannot be read", () => {
  const copy = site();
  const file = "content/en/blog_previews/test.html";
  copy.write(file, "<p>One</p>");
  const isNamed = (of: Site) => of.faults().every((fault) => fault.file !== file);
  expectFaults(copy.faults(), {
    level: "warning",
    file,
    line: 1,
    what: "file",
    reason: /no document of its language names it/,
    remedy: /Add a line previewBody: blog_previews\/test\.html/,
  });
  article(copy, "Text.", { previewBody: "blog_previews/test.html", draft: "true" });
  expect(isNamed(copy)).toBe(true);
  article(copy, "Text.", { previewBody: "blog_previews/test.html", date: "never" });
  expect(isNamed(copy)).toBe(true);
});
