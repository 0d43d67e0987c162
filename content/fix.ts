import { readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { list, type Root, readText } from "./files.ts";
import { parseYaml, writtenFrontMatter } from "./front-matter.ts";
import { type Change, mendYaml } from "./mend-yaml.ts";
import { publishedFile, withPublished } from "./published.ts";
import { readContent } from "./read-content.ts";
import {
  altGap,
  countrySchema,
  documentSchema,
  letterSchema,
  linksSchema,
  petitionSchema,
  petitionTextSchema,
  signatoriesSchema,
  siteSchema,
  timelineSchema,
  timelineTextSchema,
} from "./schema.ts";
import { sortEvents, sortKeys } from "./sort-yaml.ts";
import { replaceFile } from "./write-file.ts";

const schemas: [RegExp, z.ZodType][] = [
  [/^site\.yaml$/, siteSchema],
  [/^petition\.yaml$/, petitionSchema],
  [/^signatories\.yaml$/, signatoriesSchema],
  [/^timeline\.yaml$/, timelineSchema],
  [/^eu-links\.yaml$/, linksSchema],
  [/^countries\/[^/]+\.yaml$/, countrySchema],
  [/^[a-z]{2}\/petition\.yaml$/, petitionTextSchema],
  [/^[a-z]{2}\/timeline\.yaml$/, timelineTextSchema],
  [/^[a-z]{2}\/letter\.yaml$/, letterSchema],
];

/**
 * Mends what is mechanical in every content file, and writes those that change. Gives one line for each change.
 * What needs a person is left alone, so that the check tells it.
 */
export function fixContent(root: Root): string[] {
  return [...list(root, "").flatMap(fixed), ...fixPublished(root)];

  function fixed(file: string): string[] {
    // What cannot be read at all is told by the check.
    if (!/\.(mdx?|yaml|json)$/.test(file) || "fault" in readText(root, file)) return [];
    const full = path.join(root.content, file);
    const text = readFileSync(full, "utf8");
    const mended = fixFile(file, text, root);
    if (mended.text === text) return [];
    replaceFile(full, mended.text);
    return mended.changes.map(({ line, says }) => `content/${file}:${line}: ${says}`);
  }
}

/** Adds the pages that are not on the list of published addresses yet. */
function fixPublished(root: Root): string[] {
  const read = readText(root, publishedFile);
  if ("fault" in read) return [];
  const text = withPublished(
    read.text,
    readContent(root).documents.map(({ address }) => address),
  );
  if (text === read.text) return [];
  const known = new Set(read.text.split("\n"));
  replaceFile(path.join(root.content, publishedFile), text);
  const added = text.split("\n").filter((line) => !known.has(line));
  return added.map((address) => `content/${publishedFile}: added ${address}`);
}

function fixFile(file: string, text: string, root: Root): { text: string; changes: Change[] } {
  if (/^[a-z]{2}\/(articles|statements|pages)\/.+\.mdx?$/.test(file)) return fixDocument(text);
  if (/^[a-z]{2}\/interface\.json$/.test(file)) return inOrder(text, sortJson(text, root), "texts");
  const schema = schemas.find(([name]) => name.test(file))?.[1];
  if (!schema) return { text, changes: [] };
  const mended = mendYaml(text, schema);
  if (file === "timeline.yaml")
    return inOrder(mended.text, sortEvents(mended.text), "events", mended.changes);
  if (!file.endsWith("/timeline.yaml")) return mended;
  return inOrder(mended.text, sortKeys(mended.text, eventIds(root)), "events", mended.changes);
}

/** Mends a document's front matter, and marks a missing text alternative. Gives the new text and the changes. */
export function fixDocument(text: string): { text: string; changes: Change[] } {
  const written = writtenFrontMatter(text);
  if (!written) return { text, changes: [] };
  const { opening, front, closing, body } = written;
  const mended = mendYaml(front, documentSchema);
  const marked = markGap(mended.text);
  const changes = [...mended.changes, ...marked.changes].map(({ line, says }) => ({ line: line + 1, says }));
  return { text: opening + marked.text + closing + body, changes };
}

function markGap(front: string): { text: string; changes: Change[] } {
  const image = /^image:[ \t]*\S.*$/m.exec(front);
  if (!image || /^imageAlt:/m.test(front)) return { text: front, changes: [] };
  const gap = `imageAlt: "${altGap}"`;
  const told = (at: number) => [
    { line: front.slice(0, at).split("\n").length, says: `added ${gap}, which is still to be written` },
  ];
  // The line that a new document has for it.
  const prepared = /^# *imageAlt:[^\r\n]*/m.exec(front);
  if (prepared) {
    const text = front.slice(0, prepared.index) + gap + front.slice(prepared.index + prepared[0].length);
    return { text, changes: told(prepared.index) };
  }
  const end = front.indexOf("\n", image.index) + 1;
  const newline = front[end - 2] === "\r" ? "\r\n" : "\n";
  return { text: front.slice(0, end) + gap + newline + front.slice(end), changes: told(end) };
}

function inOrder(text: string, sorted: string, what: string, changes: Change[] = []) {
  return sorted === text
    ? { text, changes }
    : { text: sorted, changes: [...changes, { line: 1, says: `${what} put in order` }] };
}

function eventIds(root: Root): string[] {
  const read = readText(root, "timeline.yaml");
  if ("fault" in read) return [];
  const parsed = parseYaml(read.text, "content/timeline.yaml");
  // A broken file is told by the check.
  if ("fault" in parsed) return [];
  const { events } = timelineSchema.safeParse(parsed.yaml.data).data ?? { events: [] };
  return events.map(({ id }) => id);
}

/** The texts in the order of the English ones, where the file is written as JSON.stringify writes it. */
function sortJson(text: string, root: Root): string {
  const english = readText(root, "en/interface.json");
  if ("fault" in english) return text;
  try {
    const data = JSON.parse(text) as Record<string, string>;
    const order = Object.keys(JSON.parse(english.text) as object);
    if (`${JSON.stringify(data, null, 2)}\n` !== text) return text;
    const known = order.filter((key) => Object.hasOwn(data, key));
    const keys = [...known, ...Object.keys(data).filter((key) => !known.includes(key))];
    return `${JSON.stringify(Object.fromEntries(keys.map((key) => [key, data[key]])), null, 2)}\n`;
  } catch (problem) {
    // Broken JSON is told by the check.
    if (problem instanceof SyntaxError) return text;
    throw problem;
  }
}
