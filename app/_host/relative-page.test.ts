import { describe, expect, test } from "vitest";
import { relativeLink, relativePage } from "./relative-page.ts";

const files = new Set([
  "index.html",
  "act.html",
  "act/de.html",
  "blog/a.html",
  "statements/one.html",
  "p/1.avif",
]);
const places = {
  has: (file: string) => files.has(file),
  moved: new Map([["/statement", "/statements/one"]]),
  origin: "https://site.invalid",
};

describe("a link of a page on a disk", () => {
  test.each([
    ["/", "/act/de", "../index.html"],
    ["/act", "/", "act.html"],
    ["/act", "/act/de", "../act.html"],
    ["/act/de", "/act", "act/de.html"],
    ["/blog/a.html#top", "/act/de", "../blog/a.html#top"],
    ["/statement", "/", "statements/one.html"],
    ["/p/1.avif", "/blog/a.html", "../p/1.avif"],
    ["/act#x", "/act", "#x"],
    ["#x", "/act", "#x"],
    ["/act", "/act", "act.html"],
    ["/gone", "/act", "https://site.invalid/gone"],
    ["https://example.org/", "/act", "https://example.org/"],
    ["//example.org/", "/act", "//example.org/"],
    ["mailto:a@example.org", "/act", "mailto:a@example.org"],
  ])("%s on %s is %s", (url, address, expected) => {
    expect(relativeLink(url, address, places)).toBe(expected);
  });
});

test("a page on a disk has no policy, script or manifest of a server, and keeps all else", () => {
  const page = relativePage(
    '<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="x">' +
      '<link rel="manifest" href="/m"><link rel="canonical" href="https://site.invalid/act/de"></head><body>' +
      '<img src="/p/1.avif" srcset="/p/1.avif 1w, /p/1.avif 2w"><script type="module" src="/s.js"></script>' +
      '<script type="application/ld+json">{"a":"</b>"}</script></body></html>',
    "/act/de",
    places,
  );
  expect(page).toBe(
    '<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="canonical" href="https://site.invalid/act/de">' +
      '</head><body><img src="../p/1.avif" srcset="../p/1.avif 1w, ../p/1.avif 2w">' +
      '<script type="application/ld+json">{"a":"</b>"}</script></body></html>',
  );
});
