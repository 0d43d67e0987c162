import { readFileSync } from "node:fs";
import path from "node:path";
import { parseBody } from "../body.ts";
import { today } from "../dates.ts";
import { error, type Fault } from "../fault.ts";
import { writtenFrontMatter } from "../front-matter.ts";
import { mendDate } from "../mend-date.ts";
import { layouts } from "../schema.ts";
import { type Field, fieldsOf, writeFields } from "./front-matter.ts";
import { type Note, withoutKramdown, withoutLiquid } from "./liquid.ts";
import { addressOf, slugOf } from "./permalink.ts";
import { folderData, type Source } from "./source.ts";

/** A document of the other generator whose address is known, but which has not been converted yet. */
export type Post = {
  file: string;
  /** Name of its file on this site, without ending. */
  name: string;
  kind: keyof typeof layouts;
  permalink: string;
  title: string;
  day: string | null;
  isDraft: boolean;
  fields: Field[];
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  original: string;
  notes: Note[];
};

/** Reads a document's front matter and finds out its title, day, kind and address; or tells why that fails. */
export function readPost(source: Source, file: string, faults: Fault[]): Post | null {
  const refuse = (line: number, what: string, reason: string, remedy: string): null => {
    faults.push(error(file, line, what, reason, remedy));
    return null;
  };
  const original = readFileSync(path.join(source.folder, file), "utf8");
  const text = original.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const written = writtenFrontMatter(text);
  if (!written) {
    const remedy = "If it is to be a page of the site, begin it with fields between two lines ---.";
    return refuse(1, "file", "it has no front matter, so it is no document.", remedy);
  }
  const { front, body } = written;
  let fields: Field[];
  let notes: Note[];
  try {
    const read = fieldsOf(front);
    fields = read.fields;
    notes = read.changes.map((note) => ({ ...note, line: note.line + 1 }));
  } catch (problem) {
    const [reason = ""] = (problem as Error).message.split("\n", 1);
    return refuse(
      2,
      "front matter",
      `it cannot be read: ${reason}`,
      "Correct it; put texts into quotation marks.",
    );
  }
  const data = {
    ...folderData(source, file, faults),
    ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  };
  const isJekyll = source.jekyll !== null || /(^|\/)_(posts|drafts)\//.test(file);
  const isDraft = /(^|\/)_drafts\//.test(file);
  const dated = /^(\d{4}-\d{2}-\d{2})-/.exec(path.basename(file))?.[1];
  const day =
    (data.date === undefined ? undefined : mendDate(String(data.date))) ??
    (data.date === undefined ? dated : undefined) ??
    (isDraft ? today() : null);
  const kind = kindOf(data.layout, day);
  const lineOf = (name: string) => (fields.find((field) => field.name === name)?.line ?? 0) + 1;
  if (kind !== "page" && day === null)
    return refuse(lineOf("date"), "date", "it has no date that can be read.", "Add a line date: 2024-06-01.");
  const heading = /^#\s+(.+?)\s*#*$/m.exec(body)?.[1];
  const title = typeof data.title === "string" ? data.title : (heading ?? slugOf(file).replaceAll("-", " "));
  const address = addressOf({ file, data, title, day: (day ?? today()).slice(0, 10), isJekyll }, source);
  if ("problem" in address)
    return refuse(lineOf("permalink"), "permalink", address.problem, "Correct it in this folder.");
  if (address.changed) notes.push({ line: lineOf("permalink"), what: "address", says: address.changed });
  const name = path.basename(file).replace(/\.[^.]+$/, "");
  return {
    file,
    name: name === "index" ? slugOf(file) : name,
    kind,
    permalink: address.permalink,
    title,
    day,
    isDraft: isDraft || data.published === false,
    fields,
    body,
    bodyLine: text.slice(0, text.length - body.length).split("\n").length,
    original,
    notes,
  };
}

function kindOf(layout: unknown, day: string | null): keyof typeof layouts {
  const own = (Object.keys(layouts) as (keyof typeof layouts)[]).find((kind) => layouts[kind] === layout);
  return own ?? (/\b(page|home|default)\b/.test(String(layout)) || day === null ? "page" : "article");
}

/** A converted document: its text, where each of its lines comes from, and what it refers to. */
export type Converted = {
  text: string;
  /** How many lines of front matter it has more than the original. */
  shift: number;
  changes: Note[];
};

/**
 * Writes a document for this site. Takes it, addresses that have become others (pictures and links, by how the
 * body writes them) and the other documents, for tags that name them.
 */
export function convert(
  post: Post,
  urls: Map<string, string>,
  addressOfName: (name: string) => string | undefined,
  faults: Fault[],
): Converted | null {
  const plain = plainBody(post, addressOfName);
  for (const { line, what, says } of plain.problems) {
    const remedy = "Write in this folder what it stands for, in Markdown or HTML, and run the import again.";
    faults.push(error(post.file, post.bodyLine - 1 + line, what, says, remedy));
  }
  if (plain.problems.length > 0) return null;
  const image = post.fields.find(({ name }) => name === "image")?.value;
  const imageUrl =
    typeof image === "object" && image !== null && "path" in image ? String(image.path) : image;
  const renamed = typeof imageUrl === "string" ? urls.get(imageUrl) : undefined;
  const { front, changes } = writeFields(post.fields, {
    ...post,
    layout: layouts[post.kind],
    ...(renamed !== undefined && { image: renamed }),
  });
  let body = plain.text;
  const links: Note[] = [];
  for (const [from, to] of urls) {
    const before = body;
    body = withUrl(body, from, to);
    if (body !== before) links.push({ line: post.bodyLine, what: from, says: `is now ${to}` });
  }
  const shifted = plain.changes.map((note) => ({ ...note, line: note.line + post.bodyLine - 1 }));
  const all = [
    ...post.notes,
    ...changes.map((note) => ({ ...note, line: note.line + 1 })),
    ...shifted,
    ...links,
  ];
  if (all.length === 0) return { text: post.original, shift: 0, changes: [] };
  const text = `---\n${front}\n---\n${body}`;
  return { text, shift: front.split("\n").length + 3 - post.bodyLine, changes: all };
}

/** The body without tags of a template language, and everything that it refers to. */
export function plainBody(post: Post, addressOfName: (name: string) => string | undefined) {
  const kramdown = withoutKramdown(post.body);
  const { text, changes, problems } = withoutLiquid(kramdown.text, {
    title: post.title,
    addressOf: addressOfName,
  });
  const { references } = parseBody({ text, file: post.file, line: 1, format: "md" });
  return { text, problems, references, changes: [...kramdown.changes, ...changes] };
}

/** Puts another address into links and pictures: where it stands between the signs that Markdown and HTML use. */
function withUrl(body: string, from: string, to: string): string {
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // A whole address can also stand by itself.
  const place = /^https?:/i.test(from)
    ? `${escaped}(?![\\w/%-])`
    : `(?<=[("'=<]|\\]:\\s*)${escaped}(?=[)"'>\\s]|$)`;
  return body.replace(new RegExp(place, "gm"), () => to);
}
