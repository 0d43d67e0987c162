// @ts-check
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { versionOf } from "./version-of.mjs";

/**
 * Adds a language to a folder of content, for tests: the files of English, each document marked as its translation.
 * @param {string} content
 * @param {string} lang
 */
export function addLanguage(content, lang) {
  const to = path.join(content, lang);
  cpSync(path.join(content, "en"), to, { recursive: true });
  for (const file of readdirSync(to, { recursive: true, encoding: "utf8" })) {
    if (!/\.mdx?$/.test(file)) continue;
    const text = readFileSync(path.join(to, file), "utf8");
    const marks = `translation: reviewed\noriginal: "${versionOf(text)}"\ntranslated: 2026-01-31\n`;
    writeFileSync(path.join(to, file), text.replace("---\n", `---\n${marks}`));
  }
  const words = path.join(to, "interface.json");
  const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
  const form = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
  const withForms = readFileSync(words, "utf8").replace(
    new RegExp(`one (${form}) other (${form})`, "g"),
    (_, one, other) => pluralCategories.map((name) => `${name} ${name === "one" ? one : other}`).join(" "),
  );
  writeFileSync(words, withForms);
}
