import slugify from "slugify";
import { stringify } from "yaml";
import { permalinkTaken } from "./address.ts";
import { writtenFrontMatter } from "./front-matter.ts";
import type { Document } from "./index.ts";
import { documentSchema, layouts } from "./schema.ts";
import { versionOf } from "./version-of.mjs";

const draftLine = "draft: true # delete this line to publish";

export type Kind = keyof typeof layouts;

/** What is asked for a new document. The name is the file's, without its ending; made of the title if missing. */
export type Wish = { title: string; lang: string; kind: Kind; day: string; name?: string };

/** A document that can be written: its file within content/, its address, its text. */
export type NewDocument = { file: string; permalink: string; text: string };

/** Why a document cannot be written, and which answer is to blame. */
export type Refusal = { field: "title" | "name"; problem: string };

/** Makes a draft that builds. Takes what was asked for, and the documents that exist. */
export function newDocument(wish: Wish, existing: Document[]): NewDocument | Refusal {
  const title = wish.title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const titleCheck = documentSchema.shape.title.safeParse(title);
  if (!titleCheck.success) return { field: "title", problem: "A title has between 1 and 200 characters." };

  const slug = wish.name === undefined ? nameOf(title) : wish.name.replace(/\.(mdx?|html)$/, "");
  if (slug === "") {
    const problem = "The title has no Latin letters of which an address could be made. Give a name as well.";
    return { field: "name", problem };
  }
  const isArticle = wish.kind === "article";
  const name = isArticle && !/^\d{8}-/.test(slug) ? `${wish.day.replaceAll("-", "")}-${slug}` : slug;
  const permalink = { article: `/blog/${name}.html`, statement: `/statements/${name}`, page: `/${name}` }[
    wish.kind
  ];
  const file = `${wish.lang}/${wish.kind}s/${name}.mdx`;
  if (name.includes("/") || !documentSchema.shape.permalink.safeParse(permalink).success) {
    const problem = `${permalink} cannot be an address: use small Latin letters, digits and -, and more than two letters.`;
    return { field: "name", problem };
  }
  const taken = permalinkTaken(permalink, wish.kind) ?? usedBy(permalink, file, wish.lang, existing);
  if (taken) return { field: "name", problem: `${permalink} is taken: ${taken}. Give another name.` };
  return { file, permalink, text: draft({ ...wish, title }, permalink, name) };
}

/**
 * The beginning of a translation: the original's text as a draft, to be translated line by line. Takes the
 * original's text and the day.
 */
export function newTranslation(original: string, day: string): string {
  const { front = "", body = "" } = writtenFrontMatter(original) ?? {};
  const kept = front
    .split("\n")
    .filter((line) => !/^draft:/.test(line))
    .map((line) => line.replace(/^previewBody:.*/, "# $& (translate this file too, and take away the #)"));
  // By its version the check tells when the original has changed since.
  const marks = ["translation: draft", `original: "${versionOf(original)}"`, `translated: ${day}`];
  const fields = [...kept.slice(0, -1), ...marks, draftLine];
  return `---\n${fields.join("\n")}\n---\n${body}`;
}

/** A title as the name of a file and an address: small Latin letters, digits and -, at most 80 characters. */
export function nameOf(title: string): string {
  // slugify has words for signs: < would be "less".
  const plain = title.replace(/['’]/g, "").replace(/[^\p{L}\p{N}\s_-]/gu, " ");
  const words = slugify(plain, { lower: true, strict: true });
  return words.length <= 80
    ? words
    : words
        .slice(0, 81)
        .replace(/-[^-]*$/, "")
        .slice(0, 80);
}

function usedBy(permalink: string, file: string, lang: string, existing: Document[]): string | null {
  const plain = (address: string) => address.toLowerCase().replace(/\.html$/, "");
  const other = existing.find(
    (document) =>
      document.lang === lang &&
      (plain(document.permalink) === plain(permalink) ||
        document.file.toLowerCase() === `content/${file}`.toLowerCase()),
  );
  return other ? `${other.file} has it already` : null;
}

function draft({ title, kind, day }: Wish, permalink: string, name: string): string {
  const quoted = stringify(title, { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 }).trimEnd();
  const picture = kind === "article" ? `images/${name}.png` : `/images/${name}.png`;
  return [
    "---",
    `layout: ${layouts[kind]}`,
    `title: ${quoted}`,
    ...(kind === "page" ? [] : [`date: ${day}`]),
    `permalink: "${permalink}"`,
    "# Take away the # where you fill one in; content/README.md explains every field.",
    '# description: "One or two sentences for search results and link previews."',
    '# author: "Who wrote it"',
    `# image: ${picture}`,
    '# imageAlt: "What the picture shows"',
    draftLine,
    "---",
    "",
    "Write the text here.",
    "",
  ].join("\n");
}
