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

/**
 * Whether a file of the content folder, such as "de/pages/about.mdx", belongs to a copy that has English and these
 * languages. Every letter does.
 * @param {string} file
 * @param {string[]} kept
 */
export function staysWith(file, kept) {
  const [, lang, name] = /^([a-z]{2})\/(.*)/.exec(file) ?? [];
  return lang === undefined || lang === "en" || kept.includes(lang) || name === "letter.yaml";
}

/**
 * The list of published addresses for such a copy.
 * @param {string} text
 * @param {string[]} kept
 */
export function publishedWith(text, kept) {
  const stays = (/** @type {string} */ line) => {
    const [, lang] = /^\/([a-z]{2})(?:\/|$)/.exec(line) ?? [];
    return lang === undefined || kept.includes(lang);
  };
  return text.split("\n").filter(stays).join("\n");
}
