import path from "node:path/posix";
import { defaultLanguage, fixedPages, localized, permalinkTaken } from "./address.ts";
import { previewOf } from "./bodies.ts";
import { pictureProblem } from "./check-picture.ts";
import { shortestDescription } from "./description.ts";
import { error, type Fault, quote, warning } from "./fault.ts";
import { controlIn, isPublicFile, type Root, readPublic } from "./files.ts";
import type { Yaml } from "./front-matter.ts";
import type { Document } from "./model.ts";

const heaviestForCard = 300_000;

/** What is wrong with the front matter of one document beyond its single fields. */
export function checkDocument(document: Document, yaml: Yaml, root: Root): Fault[] {
  const faults: Fault[] = [];
  const fault = (field: string, reason: string, remedy: string, level = error) =>
    faults.push(level(document.file, yaml.lineOf([field]), field, reason, remedy));
  for (const field of ["title", "shortTitle", "description", "preview", "author", "imageAlt"] as const) {
    const control = controlIn(document[field] ?? "");
    if (control) fault(field, `it contains ${control.reason}`, "Delete the character.");
  }
  const folder = path.basename(path.dirname(document.file));
  if (folder !== `${document.kind}s`) {
    fault(
      "layout",
      `it is ${quote(document.layout)}, but the file lies in ${folder}/.`,
      `Move the file to ${document.kind}s/ or change the layout.`,
    );
  }
  if (document.kind !== "page" && !document.date) {
    fault("date", "it is missing.", "Add a line date: 2024-06-01 with the day of publication.");
  }
  if (document.date && document.updated && document.updated.slice(0, 10) < document.date.slice(0, 10)) {
    fault(
      "updated",
      `it is ${quote(document.updated)}, before the date ${quote(document.date)}.`,
      "Correct one of the two.",
    );
  }
  const taken = permalinkTaken(document.permalink, document.kind);
  if (taken)
    fault("permalink", `it is ${quote(document.permalink)}, but ${taken}.`, "Choose another address.");
  if (isPublicFile(root, document.permalink)) {
    fault(
      "permalink",
      `it is ${quote(document.permalink)}, but public/ holds a file at this address.`,
      "Choose another address.",
    );
  }
  const problem = document.image ? pictureProblem(document.image, document.permalink, root) : null;
  if (problem) fault("image", `it is ${quote(document.image)}, but ${problem.reason}`, problem.remedy);
  if (document.image && document.imageAlt === undefined) {
    const reason = "the picture has no text alternative, so people who cannot see it learn nothing of it.";
    fault(
      "image",
      reason,
      'Add a line imageAlt: "what it shows", or imageAlt: "" for a mere decoration.',
      document.format === "mdx" ? error : warning,
    );
  }
  if (document.picture && isPublicFile(root, document.picture)) {
    const { length } = readPublic(root, document.picture);
    if (length > heaviestForCard) {
      const reason = `the picture has ${Math.round(length / 1000)} kB; above 300 kB some apps leave it out of link previews.`;
      fault("image", reason, "Save it smaller, best 1200 to 1600 pixels wide.", warning);
    }
  }
  if (document.description && [...document.description].length < shortestDescription) {
    const reason = `it has ${[...document.description].length} characters; link previews and search results have room for more.`;
    fault("description", reason, "Say in one or two sentences what the page is about.", warning);
  }
  faults.push(
    ...(previewOf(document, root)?.faults ?? []).map((found) =>
      found.what === "file" ? previewFault(document, yaml, found) : found,
    ),
  );
  return faults;
}

/** Two documents of a language with one address; addresses that differ only in case or by .html count as one. */
export function checkPermalinks(documents: Document[]): Fault[] {
  const first = new Map<string, Document>();
  return documents.flatMap((document) => {
    const key = document.address.toLowerCase().replace(/\.html$/, "");
    const other = first.get(key);
    if (!other) {
      first.set(key, document);
      return [];
    }
    const reason = `it is ${quote(document.permalink)}, which ${other.file} has already.`;
    return [
      error(
        document.file,
        document.permalinkLine,
        "permalink",
        reason,
        "Give one of the two another address.",
      ),
    ];
  });
}

/** Pages with a route of their own that have no document in English. Takes the addresses that have one. */
export function checkFixedPages(exists: (address: string) => boolean): Fault[] {
  return fixedPages
    .filter((permalink) => !exists(permalink))
    .map((permalink) => {
      const file = `content/en/pages/${permalink === "/" ? "home" : permalink.slice(1)}.mdx`;
      const reason = `the page ${permalink} has no document.`;
      return error(file, 1, "file", reason, `Write it, with permalink: ${permalink}`);
    });
}

/** A language begins with its home page: headers, feeds and the menu of every other page lead there. */
export function checkHomes(documents: Document[], exists: (address: string) => boolean): Fault[] {
  const languages = new Set(documents.filter(({ draft }) => !draft).map(({ lang }) => lang));
  return [...languages]
    .filter((lang) => lang !== defaultLanguage && !exists(localized("/", lang)))
    .map((lang) => {
      const reason = "the language has published pages, but no published home page.";
      const remedy = `Publish a translation of content/${defaultLanguage}/pages/home.mdx first, or make the others drafts.`;
      return error(`content/${lang}/pages/home.mdx`, 1, "file", reason, remedy);
    });
}

function previewFault(document: Document, yaml: Yaml, found: Fault): Fault {
  const reason = `it is ${quote(document.previewBody)}, but content/${document.lang}/${document.previewBody} cannot be used: ${found.reason}`;
  return error(
    document.file,
    yaml.lineOf(["previewBody"]),
    "previewBody",
    reason,
    "Write that fragment, or use preview: with a text.",
  );
}
