import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { daysUntil, securityText } from "./security-text.ts";
import { expectFaults, site } from "./testing.ts";

beforeAll(() => vi.stubEnv("SITE_TODAY", "2026-03-01"));
afterAll(() => vi.unstubAllEnvs());

test("security.txt says what RFC 9116 asks for", () => {
  const copy = site();
  expect(securityText(copy.content())).toBeNull();
  copy.change("content/site.yaml", "securityContact: null", "securityContact: mailto:security@example.org");
  copy.change("content/site.yaml", "securityExpires: null", "securityExpires: 2026-12-31");
  expect(copy.faults()).toEqual([]);
  expect(securityText(copy.content())).toMatch(
    /^Contact: mailto:security@example\.org\nExpires: 2026-12-31T23:59:59Z\nPreferred-Languages: en\nCanonical: https?:\/\/[^\n]+\/\.well-known\/security\.txt\n$/,
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

test.each([
  ["2026-02-28", "“2026-02-28”, not more than 60 days ahead."],
  ["2026-04-30", "“2026-04-30”, not more than 60 days ahead."],
  ["2026-05-01", null],
  ["2027-03-02", null],
  ["2027-03-03", "“2027-03-03”, more than a year ahead."],
])("of a contact that ends on %s, the check says %s on 1 March 2026", (expires, says) => {
  const copy = site();
  copy.change("content/site.yaml", "securityContact: null", "securityContact: https://example.org/security");
  copy.change("content/site.yaml", "securityExpires: null", `securityExpires: ${expires}`);
  const fault = {
    level: "warning",
    file: "content/site.yaml",
    line: copy.lineOf("content/site.yaml", "securityExpires:"),
    what: "securityExpires",
    reason: `it is ${says}`,
    remedy: "Check whether securityContact still holds, and give a day within a year.",
  };
  expect(copy.faults()).toEqual(says === null ? [] : [fault]);
});
