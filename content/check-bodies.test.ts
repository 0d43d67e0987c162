import { expect, test } from "vitest";
import { article, expectFaults, site } from "./testing.ts";

test("a dead link is told", () => {
  const copy = site();
  const file = article(copy, "Text.\n\n[nowhere](/nowhere)");
  expectFaults(copy.faults(), {
    file,
    line: copy.lineOf(file, "[nowhere]"),
    what: "link “/nowhere”",
    reason: /there is no page or file at this address/,
    remedy: /Correct the link, or remove it/,
  });
});

test("a missing picture is told", () => {
  const copy = site();
  const file = article(copy, "Text.\n\n![A seal](images/nothing.png)");
  expectFaults(copy.faults(), {
    file,
    line: copy.lineOf(file, "![A seal]"),
    what: "picture “images/nothing.png”",
    reason: /there is no file public\/blog\/images\/nothing\.png/,
    remedy: /Put the picture there, or correct the path; it is relative to the permalink's folder/,
  });
});

test.each([
  ["#nowhere", /this document has no heading or anchor “nowhere”/],
  ["/about#nowhere", /content\/en\/pages\/about\.mdx has no heading or anchor “nowhere”/],
])("a link to a place that is not there is told: %s", (url, reason) => {
  const copy = site();
  const file = article(copy, `Text.\n\n[x](${url})`);
  const line = copy.lineOf(file, "[x]");
  expectFaults(copy.faults(), { file, line, what: `link “${url}”`, reason, remedy: /Correct the link/ });
});

test("a link to a draft is dead, and a draft is checked like any other document", () => {
  const copy = site();
  const draft = article(copy, "[x](/nowhere)", { draft: "true" }, "draft.md");
  const file = article(copy, "Text.\n\n[a](/blog/draft.html) [b](./draft.md)");
  const line = copy.lineOf(file, "[a]");
  expectFaults(
    copy.faults(),
    { file: draft, what: "link “/nowhere”", reason: /no page/, remedy: /Correct/ },
    { file, line, what: "link “/blog/draft.html”", reason: /there is no page/, remedy: /Correct/ },
    { file, line, what: "link “./draft.md”", reason: /there is no document draft\.md/, remedy: /Correct/ },
  );
});

test("an address that eu-links.yaml does not know is told with those it knows", () => {
  const copy = site();
  const file = article(copy, 'Text.\n\n<EuLink to="nowhere">x</EuLink> <EuLink to="toString">x</EuLink>');
  const [key] = Object.keys(copy.content().links);
  const line = copy.lineOf(file, "<EuLink");
  const fault = {
    file,
    line,
    reason: /eu-links\.yaml has no address/,
    remedy: new RegExp(`Use one of: .*${key}`),
  };
  expectFaults(copy.faults(), { ...fault, what: "“nowhere”" }, { ...fault, what: "“toString”" });
});

test("eu-links.yaml that is broken is told once, not again by every link", () => {
  const copy = site();
  copy.append("content/eu-links.yaml", "x: {\n");
  expectFaults(copy.faults(), {
    file: "content/eu-links.yaml",
    what: "YAML",
    reason: /cannot be read/,
    remedy: /./,
  });
});

test("the links and pictures of a preview are checked, with the line of the fragment", () => {
  const copy = site();
  const file = "content/en/blog_previews/test.html";
  copy.write(file, '<p>One</p>\n<p><a href="/nowhere">two</a></p>\n<p><a href="./test.md">three</a></p>\n');
  article(copy, "Text.", { previewBody: "blog_previews/test.html" });
  expectFaults(copy.faults(), {
    file,
    line: 2,
    what: "link “/nowhere”",
    reason: /no page/,
    remedy: /Correct/,
  });
});

test("bodies are checked also where a file is broken without which no page can be made", () => {
  const copy = site();
  copy.change("content/site.yaml", /^name: .*$/m, "name:");
  const file = article(copy, "[x](/nowhere)");
  expectFaults(
    copy.faults(),
    { file: "content/site.yaml", what: "name", reason: /it is empty/, remedy: /./ },
    { file, what: "link “/nowhere”", reason: /no page/, remedy: /Correct/ },
  );
});

test("a link to a document whose text cannot be read is not called dead as well", () => {
  const copy = site();
  const broken = article(copy, "## Part\n\n{", {}, "broken.mdx");
  article(copy, "[x](/blog/broken.html#part) [y](./broken.md#part)");
  expectFaults(copy.faults(), { file: broken, what: "text", reason: /cannot be read/, remedy: /\\\{/ });
});

test("text that has changed since is read anew", () => {
  const copy = site();
  const file = article(copy, "## One\n\n[x](#one)");
  expect(copy.faults()).toEqual([]);
  copy.change(file, "## One", "## Two");
  expectFaults(copy.faults(), { file, what: "link “#one”", reason: /no heading/, remedy: /Correct/ });
  copy.change(file, "---\n\n##", "---\n\n\n##");
  expectFaults(copy.faults(), { line: copy.lineOf(file, "[x]"), reason: /no heading/, remedy: /Correct/ });
});
