import { isMap, isScalar, LineCounter, type Node, parseDocument, stringify } from "yaml";
import { mendDate } from "../mend-date.ts";
import { mendYaml } from "../mend-yaml.ts";
import { documentSchema, layouts } from "../schema.ts";
import type { Note } from "./liquid.ts";

/** One field of a front matter: its lines as they were written, the comments around it, and what it says. */
export type Field = {
  name: string;
  line: number;
  before: string;
  source: string;
  after: string;
  value: unknown;
};

/** The fields of a front matter, in their order, after mending what is mechanical. Throws where it is no YAML. */
export function fieldsOf(front: string): { fields: Field[]; changes: Note[] } {
  const mended = mendYaml(front, documentSchema);
  const lines = new LineCounter();
  const document = parseDocument(mended.text, { lineCounter: lines, prettyErrors: false });
  if (document.errors[0]) throw document.errors[0];
  if (!isMap(document.contents)) return { fields: [], changes: [] };
  const data = document.toJS({ maxAliasCount: 20 }) as Record<string, unknown>;
  const starts = document.contents.items.map((item) =>
    isScalar(item.key) ? mended.text.lastIndexOf("\n", item.key.range![0] - 1) + 1 : 0,
  );
  const fields = document.contents.items.map((item, index) => {
    const name = String(isScalar(item.key) ? item.key.value : item.key);
    const start = starts[index]!;
    const next = starts[index + 1] ?? mended.text.length;
    const [, until = start] = (item.value ?? item.key) && ((item.value ?? item.key) as Node).range!;
    const lineEnd = mended.text.indexOf("\n", Math.max(start, until - 1));
    const end = lineEnd < 0 ? next : Math.min(lineEnd, next);
    return {
      name,
      line: lines.linePos(start).line,
      before: index === 0 ? mended.text.slice(0, start) : "",
      source: mended.text.slice(start, end),
      after: mended.text.slice(end, next).replace(/\n$/, ""),
      value: data[name],
    };
  });
  const changes = mended.changes.map(({ line, says }) => ({ line, what: "front matter", says }));
  return { fields, changes };
}

const others: Record<string, string> = {
  image_alt: "imageAlt",
  alt: "imageAlt",
  last_modified_at: "updated",
  lastmod: "updated",
  modified: "updated",
  excerpt: "preview",
  summary: "preview",
};

/** What other places say about a document, and what has been found out about it. */
export type Known = {
  title: string;
  permalink: string;
  day: string | null;
  layout: string;
  isDraft: boolean;
  image?: string;
};

/**
 * Writes a front matter in the vocabulary of this site. A line that this site understands stays as it is; a
 * field that it has no use for becomes a comment, so that nothing is lost.
 */
export function writeFields(fields: Field[], known: Known): { front: string; changes: Note[] } {
  const changes: Note[] = [];
  const written = new Map<string, string>();
  const lineOf = ({ name, line, source, value }: Field): string => {
    const note = (says: string) => changes.push({ line, what: name, says });
    const own = ownField(name, value, known);
    if (own === null || written.has(own.name)) {
      note("has no use here; it is kept as a comment");
      return source.replace(/^(?!#)/gm, "# ");
    }
    written.set(own.name, name);
    if (own.name === name && own.value === value) return source;
    const text = `${own.name}: ${inYaml(own.value)}`;
    note(`is now ${text}`);
    const extra = own.alt && !fields.some((field) => field.name === "imageAlt");
    return extra ? `${text}\nimageAlt: ${inYaml(own.alt)}` : text;
  };
  const lines = fields.map((field) => field.before + lineOf(field) + field.after);
  const missing: [string, unknown][] = [
    ["layout", known.layout],
    ["title", known.title],
    ["date", known.day],
    ["permalink", known.permalink],
    ["draft", known.isDraft || null],
  ];
  for (const [name, value] of missing) {
    if (written.has(name) || value === null) continue;
    lines.push(`${name}: ${inYaml(value)}`);
    changes.push({ line: 1, what: name, says: `was not there; it is ${inYaml(value)}` });
  }
  return { front: lines.join("\n"), changes };
}

function ownField(
  name: string,
  value: unknown,
  known: Known,
): { name: string; value: unknown; alt?: string } | null {
  if (name === "layout") return { name, value: known.layout };
  if (name === "permalink") return { name, value: known.permalink };
  if (name === "title") return { name, value: value === known.title ? value : known.title };
  if (name === "date" && known.day === null) return null;
  if (name === "published") return value === false ? { name: "draft", value: true } : null;
  if (name === "draft" && known.isDraft) return { name, value: true };
  if (name === "image" && typeof value === "object" && value !== null) {
    const { path, alt } = value as { path?: unknown; alt?: unknown };
    return typeof path === "string"
      ? { name, value: known.image ?? path, ...(typeof alt === "string" && { alt }) }
      : null;
  }
  if (name === "image" && known.image !== undefined) return { name, value: known.image };
  if (name === "author" && typeof value !== "string") {
    const names = [value]
      .flat()
      .map((each) => (typeof each === "object" && each !== null && "name" in each ? each.name : each));
    return names.every((each) => typeof each === "string") && names.length > 0
      ? { name, value: names.join(", ") }
      : null;
  }
  const own = others[name] ?? name;
  const field = documentSchema.shape[own as keyof typeof documentSchema.shape];
  if (!field) return null;
  if (field.safeParse(value).success) return { name: own, value };
  const date = own === "updated" && mendDate(String(value));
  // What is wrong with a field of ours is told by the check, with its line.
  return date ? { name: own, value: date } : others[name] ? null : { name: own, value };
}

function inYaml(value: unknown): string {
  if (
    typeof value === "string" &&
    (/^\d{4}-\d\d-\d\d$/.test(value) || (Object.values(layouts) as string[]).includes(value))
  )
    return value;
  return stringify(value, { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 }).trimEnd();
}
