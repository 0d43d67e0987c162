import { expect, test } from "vitest";
import { root } from "./files.ts";
import { readContent } from "./index.ts";
import { daysUntil, renewWithin, securityText } from "./security-text.ts";
import { expectFaults, site } from "./testing.ts";

test("security.txt says what RFC 9116 asks for", () => {
  const copy = site();
  expect(securityText(copy.content())).toBeNull();
  copy.change("content/site.yaml", "securityContact: null", "securityContact: mailto:security@example.org");
  copy.change("content/site.yaml", "securityExpires: null", "securityExpires: 2999-12-31");
  expect(copy.faults()).toEqual([]);
  expect(securityText(copy.content())).toMatch(
    /^Contact: mailto:security@example\.org\nExpires: 2999-12-31T23:59:59Z\nPreferred-Languages: en\nCanonical: https?:\/\/[^\n]+\/\.well-known\/security\.txt\n$/,
  );
});

test("a contact needs a day on which it ends, and is https or mail", () => {
  const copy = site();
  copy.change("content/site.yaml", "securityContact: null", "securityContact: https://example.org/security");
  expectFaults(copy.faults(), {
    level: "error",
    file: "content/site.yaml",
    line: copy.lineOf("content/site.yaml", "securityExpires:"),
    what: "securityExpires",
    reason: /must be given/,
    remedy: /./,
  });
  copy.change("content/site.yaml", "https://example.org/security", "ftp://example.org/");
  expect(copy.faults().map(({ what }) => what)).toContain("securityContact");
});

test("the days that are left are counted", () => {
  expect(daysUntil("2026-03-01", "2026-02-27")).toBe(2);
  expect(daysUntil("2026-02-27", "2026-03-01")).toBe(-2);
});

test("the published security.txt does not end within 60 days, nor lasts for more than a year", () => {
  const { site: published } = readContent(root).content!;
  const expires = published.securityExpires;
  const days = expires === null ? renewWithin + 1 : daysUntil(expires);
  expect(days).toBeGreaterThan(renewWithin);
  // RFC 9116 advises less than a year: an old contact is worse than none.
  expect(days).toBeLessThan(367);
});
