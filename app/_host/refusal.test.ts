import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.mjs";

describe("a request that a reader's browser sends", () => {
  test.each(["/", "/act/de", "/blog/a.html?utm_source=x&q=%ff", "/act/%20", "/%C3%BC", "/a%2Fb", "/act)."])(
    "is let through: %s",
    (url) => {
      expect(refusal({ method: "GET", url })).toBeUndefined();
      expect(refusal({ method: "HEAD", url })).toBeUndefined();
    },
  );
});

describe("any other is turned away", () => {
  test.each([
    ["POST", "/", 405],
    ["PROPFIND", "/", 405],
    ["GET", "/%ff", 400],
    ["GET", "/%", 400],
    ["GET", "/act/%zz/", 400],
    ["GET", "/%c0%ae", 400],
    ["GET", "/a%00", 400],
    ["GET", "/%0d%0aX: y", 400],
    ["GET", "//example.org/", 400],
    ["GET", "/\\example.org/", 400],
    ["GET", "/%5cexample.org/", 400],
    ["GET", "http://example.org/act", 400],
    ["GET", "*", 400],
    ["GET", "", 400],
  ])("%s %s", (method, url, status) => {
    const refused = refusal({ method, url });
    expect(refused?.status).toBe(status);
    expect(refused?.reason).not.toContain("example");
  });
});
