import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { root } from "./files.ts";
import { checkHosts, linkedHosts } from "./hosts.ts";
import { readContent } from "./index.ts";
import { article, expectFaults, site } from "./testing.ts";

test("every host that is linked is listed, and every one that is listed is linked", () => {
  const { content } = readContent(root);
  expect(checkHosts(content!)).toEqual([]);
  const listed = readFileSync("content/hosts.txt", "utf8")
    .split("\n")
    .filter((line) => /^[a-z]/.test(line));
  expect(listed).toEqual([...linkedHosts(content!).keys()].sort());
});

test("a link to another host is told, with every file that has it and the line", () => {
  const copy = site();
  const file = article(copy, "A [link](https://elsewhere.example/).");
  expectFaults(checkHosts(copy.content()), {
    level: "error",
    file,
    line: copy.lineOf(file, "elsewhere"),
    what: "“elsewhere.example”",
    reason: /not in content\/hosts\.txt/,
    remedy: /add the line elsewhere\.example/,
  });
  copy.append("content/hosts.txt", "zz.example\n");
  copy.change(
    "content/hosts.txt",
    "actionnetwork.org\n",
    "actionnetwork.org\nactionnetwork.org\nHTTPS://x\n",
  );
  const faults = checkHosts(copy.content()).map(({ what, reason }) => `${what}: ${reason}`);
  expect(faults).toEqual([
    "“actionnetwork.org”: it stands behind “actionnetwork.org”.",
    "“HTTPS://x”: it is no host name.",
    "“elsewhere.example”: it links to a host that is not in content/hosts.txt.",
  ]);
});

test("a link in the fragment that introduces a document is told under that file", () => {
  const copy = site();
  const file = "content/en/blog_previews/test.html";
  copy.write(file, '<p>One.</p>\n<p><a href="https://elsewhere.example/">Two</a></p>\n');
  article(copy, "Text.", { previewBody: "blog_previews/test.html" });
  expect(checkHosts(copy.content())).toMatchObject([{ level: "error", file, line: 2 }]);
});

test("a lookalike of a listed host is another host", () => {
  const copy = site();
  // The first letter is Cyrillic; a browser turns it into a name of its own.
  article(copy, "[Sign](https://\u0430ctionnetwork.org/petition)");
  expect(checkHosts(copy.content()).map(({ what }) => what)).toEqual(["“xn--ctionnetwork-w9j.org”"]);
});

test("a list that is missing is told", () => {
  const copy = site();
  copy.remove("content/hosts.txt");
  expect(checkHosts(copy.content())).toMatchObject([{ level: "error", file: "content/hosts.txt" }]);
});
