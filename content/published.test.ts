import { expect, test } from "vitest";
import { readAndCheck } from "./check-content.ts";
import { readPublished, withPublished } from "./published.ts";
import { article, expectFaults, site } from "./testing.ts";

const list = "content/published.txt";
const seeds = [
  "/blog/20240601-protecting-children-safety-requires-e2e-encryption.html",
  "/statements/joint-statement-may-2024",
];

test("the two documents that the site exists for are on the list, and everything on it answers", () => {
  const copy = site();
  expect([...readPublished(copy.root).keys()]).toEqual(expect.arrayContaining(seeds));
  expect(readAndCheck(copy.root).faults).toEqual([]);
});

test("a published address that is gone is an error, with the new page as a guess, until it is redirected", () => {
  const copy = site();
  copy.change("content/en/pages/privacy.mdx", 'permalink: "/privacy"', 'permalink: "/our-privacy"');
  const gone = {
    file: list,
    line: copy.lineOf(list, "/privacy"),
    what: "“/privacy”",
    reason: /was published, and now nothing answers/,
    remedy: /content\/redirects\.yaml: \/privacy: \/our-privacy$/,
  };
  const added = {
    level: "warning" as const,
    file: "content/en/pages/privacy.mdx",
    line: copy.lineOf("content/en/pages/privacy.mdx", "permalink:"),
    what: "permalink",
    reason: /\/our-privacy is not in content\/published\.txt yet/,
    remedy: /Add it there.+npm run check:content -- --fix/,
  };
  const faults = () => readAndCheck(copy.root).faults.filter(({ what }) => !what.startsWith("link"));
  expectFaults(faults(), gone, added);
  copy.write("content/redirects.yaml", "/privacy: /our-privacy\n");
  expectFaults(faults(), added);
});

test("a published document may not become a draft", () => {
  const copy = site();
  const file = article(copy, "A text that is long enough for the description of a link preview.");
  copy.append(list, "/blog/test.html\n");
  expect(readAndCheck(copy.root).faults).toEqual([]);
  copy.change(file, "---\n", "---\ndraft: true\n");
  const line = copy.lineOf(list, "/blog/test.html");
  expectFaults(readAndCheck(copy.root, { drafts: true }).faults, {
    file: list,
    line,
    reason: /nothing answers/,
    remedy: /Bring the page back/,
  });
});

test("a translation has an address of its own to keep", () => {
  const copy = site();
  copy.append(list, "/de/about\n");
  expectFaults(readAndCheck(copy.root).faults, {
    file: list,
    reason: /nothing answers/,
    remedy: /\/de\/about: /,
  });
  copy.write("content/redirects.yaml", "/de/about: /about\n");
  expect(readAndCheck(copy.root).faults).toEqual([]);
});

test("a document with a fault is told once, not again by the list", () => {
  const copy = site();
  copy.change("content/en/pages/privacy.mdx", "title:", "titel:");
  expect(readAndCheck(copy.root).faults.map(({ file }) => file)).toEqual(
    Array(2).fill("content/en/pages/privacy.mdx"),
  );
});

test.each([
  ["https://example.org/x", /no address on this site/, /Correct the line/],
  ["/about", /listed twice/, /Remove one/],
])("a line that cannot be kept is refused: %s", (line, reason, remedy) => {
  const copy = site();
  copy.append(list, `${line}\n`);
  expectFaults(readAndCheck(copy.root).faults, { file: list, reason, remedy });
});

test("a missing list is an error", () => {
  const copy = site();
  copy.remove(list);
  expectFaults(readAndCheck(copy.root).faults, { file: list, reason: /missing/, remedy: /Restore/ });
});

test("addresses are added to the list once, sorted, below what is there", () => {
  expect(withPublished("# Kept.\n/b", ["/z", "/b", "/a", "/z"])).toBe("# Kept.\n/b\n/a\n/z\n");
  expect(withPublished("", ["/a"])).toBe("/a\n");
  expect(withPublished("/a\n", ["/a"])).toBe("/a\n");
});
