import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import english from "./en/interface.json";
import { checkMessages, type MessageKey, translator } from "./messages.ts";

const messages = {
  "article.by": "By {author}",
  "timeline.sources": "{count, plural, one {# source} other {# sources}}",
  "nav.label": "<b>Home</b>",
};
const t = translator(messages, "en");

test("a text has its placeholders filled", () => {
  expect(t("article.by", { author: "{x} <b>" })).toBe("By {x} <b>");
  expect(t("nav.label")).toBe("<b>Home</b>");
});

test("a number chooses its plural in the language's own way", () => {
  expect(t("timeline.sources", { count: 1 })).toBe("1 source");
  expect(t("timeline.sources", { count: 0 })).toBe("0 sources");
  expect(t("timeline.sources", { count: 2000 })).toBe("2,000 sources");
  const polish = "{count, plural, one {# źródło} few {# źródła} many {# źródeł} other {# źródła}}";
  const tPolish = translator({ "timeline.sources": polish }, "pl");
  expect([1, 2, 5, 22].map((count) => tPolish("timeline.sources", { count }))).toEqual([
    "1 źródło",
    "2 źródła",
    "5 źródeł",
    "22 źródła",
  ]);
});

test("a placeholder without a value, or a key without a text, stops the build", () => {
  expect(() => t("article.by")).toThrow(/author/);
  expect(() => t("nothing" as MessageKey)).toThrow("content/en/interface.json has no text for “nothing”");
});

test("translations are compared by their keys and placeholders, also within plurals", () => {
  const check = (german: Record<string, string>) =>
    checkMessages({ ...messages, ...german }, messages, "de", () => 3).map(({ what, line, reason }) => [
      what,
      line,
      reason,
    ]);
  expect(check({})).toEqual([]);
  expect(check({ "timeline.sources": "{count, plural, =0 {keine} one {eine} other {#}}" })).toEqual([]);
  expect(check({ "timeline.sources": "{count, plural, one {eine} other {{n} x}}" })).toEqual([
    ["timeline.sources", 3, "it has the placeholders count, n, the English text count."],
  ]);
  expect(check({ "article.by": "Von '{author}'" })).toEqual([
    ["article.by", 3, "it has the placeholders (none), the English text author."],
  ]);
  expect(check({ "article.by": "Von {author" })).toEqual([
    ["article.by", 3, expect.stringMatching(/^it cannot be read as a message: .+\.$/)],
  ]);
  for (const plural of ["one {eine} two {zwei} other {#}", "other {#}"])
    expect(check({ "timeline.sources": `{count, plural, ${plural}}` })).toEqual([
      ["timeline.sources", 3, expect.stringMatching(/^its plural has .+; this language has one, other\.$/)],
    ]);
  expect(check({ other: "x" })).toEqual([["other", 3, "the English texts have no such key."]]);
});

test("every text is shown somewhere, so that nobody translates what no reader sees", () => {
  const code = ["app", "components", "content"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
        .map((file) => readFileSync(`${folder}/${file}`, "utf8")),
    )
    .join("\n");
  // Some keys are put together: t(`country.${portfolio}`).
  const made = [...code.matchAll(/\bt\(`([\w.]+)\$\{[^}]+\}(\w*)`/g)].map(
    ([, begin = "", end = ""]) => new RegExp(`^${begin.replaceAll(".", "\\.")}\\w+${end}$`),
  );
  expect(made.length).toBeGreaterThan(3);
  const unused = Object.keys(english).filter(
    (key) => !code.includes(`"${key}"`) && !made.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
