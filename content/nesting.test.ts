import { describe, expect, test } from "vitest";
import { parseBody } from "./body.ts";
import { tooDeepLine } from "./nesting.ts";
import { article, expectFaults, site, workTime } from "./testing.ts";

const stairs = (text: string, steps: number) =>
  Array.from({ length: steps }, (_, step) => `${"  ".repeat(step)}${text}`).join("\n");

describe.each(["md", "mdx"] as const)("in .%s", (format) => {
  test.each([
    ["quotes", ">".repeat(20_000)],
    ["quotes with spaces", "> ".repeat(20_000)],
    ["lists", `${"- ".repeat(20_000)}x`],
    ["numbered lists", `${"1. ".repeat(20_000)}x`],
    ["lists in quotes", `${"> - ".repeat(20_000)}x`],
    ["footnotes", `${"[^a]: ".repeat(20_000)}x`],
    ["lists by their indent", stairs("- x", 300)],
    ["lists by tabs", stairs("- x", 300).replaceAll("  ", "\t")],
    ["elements", `${"<b>".repeat(1500)}x${"</b>".repeat(1500)}`],
    ["blocks", `${"<div>\n\n".repeat(1000)}x\n\n${"</div>\n\n".repeat(1000)}`],
    ["emphasis", `${"**a ".repeat(500)}${" a**".repeat(500)}`],
  ])("%s nested without end are refused in little time", (_, text) => {
    const start = workTime();
    const { faults, tree } = parseBody({ text: `One.\n\n${text}\n`, file: "file", line: 1, format });
    expect(workTime() - start).toBeLessThan(3000);
    expect(faults[0]?.reason).toMatch(/nested too deeply/);
    expect(tree.children).toEqual([]);
  });

  test.each([
    ["as deep as anybody writes", stairs("- x", 12)],
    ["a quote in a list in a quote", "> - > - x"],
    ["a thematic break", `- x\n\n${"- ".repeat(60)}\n\n${"* ".repeat(60)}\n\n${"-".repeat(200)}`],
    ["a drawing", `\`\`\`\n${"- ".repeat(60)}>\n${" ".repeat(120)}- x\n\`\`\``],
    ["a drawing between tildes", `~~~~\n\`\`\`\n${"+ ".repeat(60)}>\n~~~\n${"> ".repeat(60)}\n~~~~`],
    ["an indented number", `${" ".repeat(100)}2024`],
  ])("%s is accepted", (_, text) => {
    expect(parseBody({ text, file: "file", line: 1, format }).faults).toEqual([]);
  });
});

test("the line is told that goes too far", () => {
  const copy = site();
  const file = article(copy, `One.\n\n${"> ".repeat(40)}two`);
  expectFaults(copy.faults(), {
    file,
    line: copy.lineOf(file, "> > >"),
    what: "text",
    reason: /nested too deeply to be read/,
    remedy: /Remove the nested quotes/,
  });
});

test("what follows a drawing is looked at again", () => {
  expect(tooDeepLine(`\`\`\`\nx\n\`\`\`\n${"> ".repeat(40)}x`)).toBe(4);
  expect(tooDeepLine(`\`\`\`\nx\n${"> ".repeat(40)}x`)).toBeNull();
});
