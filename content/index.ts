import { localized } from "./address.ts";
import { bodyOf, previewOf, rememberParsed } from "./bodies.ts";
import { throwIfBroken } from "./fault.ts";
import { root, stateOf } from "./files.ts";
import type { Content, DatedDocument, Document, Texts } from "./model.ts";
import { isPreviewBuild } from "./preview-build.mjs";
import { readContent } from "./read-content.ts";
import type { LetterText } from "./schema.ts";
import { loadSnapshot, saveSnapshot } from "./snapshot.ts";

export { bodyOf, previewOf } from "./bodies.ts";
export type { Content, DatedDocument, Document, Places, Reading, Texts } from "./model.ts";
export { readContent } from "./read-content.ts";

// Next loads this module once for pages and once for routes such as the feeds; they share what is read.
const place = globalThis as { [key: symbol]: unknown };
const key = Symbol.for("content");
place[key] ??= {};
const shared = place[key] as { content?: Content; state?: string };

/**
 * The checked content; throws a ContentError with every fault of every front matter and data file. In
 * production it is read once for each build, in development whenever a file has changed, so that edits show.
 * Bodies are checked by `checkBodies` once for each build, and again whenever one is rendered.
 */
export function getContent(): Content {
  const isProduction = process.env.NODE_ENV === "production";
  if (isProduction && shared.content) return shared.content;
  const snapshot = isProduction ? loadSnapshot() : null;
  if (snapshot) {
    rememberParsed(snapshot.bodies, snapshot.previews);
    shared.content = snapshot.content;
    return snapshot.content;
  }
  const state = isProduction ? "" : stateOf(root);
  if (!isProduction && shared.content && shared.state === state) return shared.content;
  const { content, faults } = readContent(root, { drafts: isPreviewBuild() });
  throwIfBroken(faults);
  if (!content) throw new Error("The content could not be read, and no fault says why.");
  shared.content = content;
  shared.state = state;
  return content;
}

/** Hands checked content to the processes of a build, by way of a file. */
export function handOver(content: Content, file: string): void {
  const all = [...content.documents, ...content.drafts];
  saveSnapshot(
    {
      content,
      bodies: all.map((document) => [document, bodyOf(document)]),
      previews: all.map((document) => [document, previewOf(document, content.root)]),
    },
    file,
  );
}

/** The words of a language; throws where the language does not exist. */
export function textsOf(content: Content, lang: string): Texts {
  const texts = content.texts.get(lang);
  if (!texts) throw new Error(`There is no language “${lang}”: content/${lang}/interface.json is missing.`);
  return texts;
}

/** The letter in a language; throws where there is none. */
export function letterOf(content: Content, lang: string): LetterText {
  const letter = content.letters.get(lang);
  if (!letter) throw new Error(`There is no letter in “${lang}”: content/${lang}/letter.yaml is missing.`);
  return letter;
}

/** The page of a language that has this permalink, if it exists; on previews a draft has one too. */
export function documentAt(content: Content, lang: string, permalink: string): Document | undefined {
  const address = localized(permalink, lang);
  return content.byAddress.get(address) ?? content.drafts.find((draft) => draft.address === address);
}

/** The title of a document as its own page and lists show it: previews mark a draft. */
export function titleOf(document: Document): string {
  return document.draft ? `${document.title} (draft)` : document.title;
}

/** Articles or statements of a language, the newest first; on previews also drafts where they are asked for. */
export function datedDocuments(
  content: Content,
  lang: string,
  kind: "article" | "statement",
  options: { drafts?: boolean } = {},
): DatedDocument[] {
  return [...content.documents, ...(options.drafts ? content.drafts : [])]
    .filter((document): document is DatedDocument => document.lang === lang && document.kind === kind)
    .sort((a, b) =>
      a.date < b.date ? 1 : a.date > b.date ? -1 : a.permalink.localeCompare(b.permalink, "en"),
    );
}
