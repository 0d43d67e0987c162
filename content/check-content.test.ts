import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAndCheck } from "./check-content.ts";
import { article, expectFaults, site } from "./testing.ts";

const picture = readFileSync(new URL("../public/blog/images/20240601-eu-privacy.png", import.meta.url));
const long = "Two sentences that say what the page is about. That is enough for a link preview.";

describe("a reviewer is warned of", () => {
  test.each(["petition", "timeline"])("facts past their day: %s", (name) => {
    const copy = site();
    const file = `content/${name}.yaml`;
    copy.change(file, /asOf: .+/, "asOf: 2024-01-01");
    copy.change(file, /reviewBy: .+/, "reviewBy: 2024-07-01");
    const line = copy.lineOf(file, "reviewBy:");
    const found = readAndCheck(copy.root).faults.filter(({ what }) => what === "reviewBy");
    expectFaults(found, {
      level: "warning",
      file,
      line,
      reason: /2024-07-01/,
      remedy: /move asOf and reviewBy/,
    });
  });

  test.each([
    ["null", /nobody knows/],
    ["2024-01-01", /“2024-01-01”, more than six months ago/],
  ])("the address of an EU body that was last looked at: %s", (checked, reason) => {
    const copy = site();
    const file = "content/eu-links.yaml";
    copy.change(file, /checked: .+/, `checked: ${checked}`);
    const fault = { level: "warning" as const, file, line: copy.lineOf(file, `checked: ${checked}`) };
    expectFaults(readAndCheck(copy.root).faults, { ...fault, reason, remedy: /check:links/ });
  });

  test("a picture that is too heavy for link previews", () => {
    const copy = site();
    const file = article(copy, "Text.", {
      image: "images/big.png",
      imageAlt: '""',
      description: `"${long}"`,
    });
    copy.append("content/published.txt", "/blog/test.html\n");
    copy.write("public/blog/images/big.png", picture);
    expect(readAndCheck(copy.root).faults).toEqual([]);
    copy.write("public/blog/images/big.png", Buffer.concat([picture, Buffer.alloc(300_000)]));
    expectFaults(readAndCheck(copy.root).faults, {
      level: "warning",
      file,
      line: copy.lineOf(file, "image:"),
      what: "image",
      reason: /has 348 kB; above 300 kB/,
      remedy: /Save it smaller/,
    });
  });

  test("a description that is short, or that the text makes short", () => {
    const copy = site();
    copy.append("content/published.txt", "/blog/given.html\n/blog/none.html\n/blog/long.html\n");
    const given = article(copy, "Text.", { description: '"Short."' }, "given.mdx");
    const none = article(copy, "Text.", {}, "none.mdx");
    article(copy, long, {}, "long.mdx");
    const fault = { level: "warning" as const, what: "description", remedy: /one or two sentences/ };
    expectFaults(
      readAndCheck(copy.root).faults,
      { ...fault, file: given, line: copy.lineOf(given, "description:"), reason: /has 6 characters/ },
      { ...fault, file: none, reason: /there is none, and the text begins with only “Text\.”/ },
    );
  });
});
