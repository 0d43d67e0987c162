import { expect, test } from "vitest";
import { ContentError, error, quote, report, throwIfBroken, warning } from "./fault.ts";

const faults = [
  error("content/b.md", 2, "title", "it is missing.", "Add it."),
  warning("content/a.md", 10, "image", "it has no text.", "Write it."),
  error("content/a.md", 9, "date", "it is wrong.", "Correct it."),
];

test("a report is sorted by file and line, gives each remedy, and counts at the end", () => {
  expect(report(faults).split("\n")).toEqual([
    "content/a.md:9: error: date: it is wrong.",
    "    To mend it: Correct it.",
    "content/a.md:10: warning: image: it has no text.",
    "    To mend it: Write it.",
    "content/b.md:2: error: title: it is missing.",
    "    To mend it: Add it.",
    "2 errors, 1 warning in content.",
  ]);
  expect(report([])).toBe("0 errors, 0 warnings in content.");
});

test("only errors stop the build, and then every fault is told", () => {
  expect(() => throwIfBroken(faults.slice(1, 2))).not.toThrow();
  expect(() => throwIfBroken(faults)).toThrow(ContentError);
  expect(() => throwIfBroken(faults)).toThrow(report(faults));
});

test("a quotation is short, on one line and whole in its characters", () => {
  expect(quote("one\n two\u200Bthree")).toBe("“one two three”");
  expect(quote({ a: [1] })).toBe('“{"a":[1]}”');
  expect(quote(undefined)).toBe("“undefined”");
  expect([...quote("🔒".repeat(200))]).toHaveLength(82);
  expect(quote("🔒".repeat(200))).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
});

test("a fault of a damaged file stays short and on lines of its own", () => {
  const fault = error("content/a.md", 1, "key\n".repeat(9999), "r\n".repeat(9999), "m\n".repeat(9999));
  expect(report([fault]).split("\n")).toHaveLength(3);
  expect(report([fault]).length).toBeLessThan(3000);
});
