import { type Body, type BodySource, emptyBody, parseBody } from "./body.ts";
import { type Root, readText } from "./files.ts";
import type { Document } from "./model.ts";

type Parsed = { bodies: WeakMap<Document, Body>; previews: WeakMap<Document, Body | null> };

// Next loads this module once for pages and once for routes such as the feeds; they share what is parsed.
const place = globalThis as { [key: symbol]: unknown };
const key = Symbol.for("content bodies");
place[key] ??= { bodies: new WeakMap(), previews: new WeakMap() } satisfies Parsed;
const known = place[key] as Parsed;

/** A document's body, parsed at the first call and whenever its file has changed since. */
export function bodyOf(document: Document): Body {
  const body = known.bodies.get(document);
  if (body) return body;
  const { text, file, textLine: line, format, title, lang } = document;
  const fresh = parsed({ text, file, line, format, title, lang });
  known.bodies.set(document, fresh);
  return fresh;
}

/** The HTML fragment that introduces a document in lists, parsed at the first call; null where it names none. */
export function previewOf(document: Document, root: Root): Body | null {
  const preview = known.previews.get(document);
  if (preview !== undefined) return preview;
  const fresh = document.previewBody ? readPreview(document.lang, document.previewBody, root) : null;
  known.previews.set(document, fresh);
  return fresh;
}

/** All texts of a document: its body, and the fragment that introduces it, each with its file. */
export function textsWithin(document: Document, root: Root): { body: Body; file: string }[] {
  const preview = previewOf(document, root);
  return [
    { body: bodyOf(document), file: document.file },
    ...(preview ? [{ body: preview, file: `content/${document.lang}/${document.previewBody}` }] : []),
  ];
}

/** Takes over what another process of the build has parsed. */
export function rememberParsed(bodies: [Document, Body][], previews: [Document, Body | null][]): void {
  for (const [document, body] of bodies) known.bodies.set(document, body);
  for (const [document, body] of previews) known.previews.set(document, body);
}

const lastParsed = new Map<string, { source: BodySource; body: Body }>();

/** Parses a text at the first call, and again when its file has changed since: development reads on every call. */
function parsed(source: BodySource): Body {
  const last = lastParsed.get(source.file);
  const isSame = (key: keyof BodySource) => last?.source[key] === source[key];
  if (last && isSame("text") && isSame("line") && isSame("format") && isSame("title")) return last.body;
  const body = parseBody(source);
  lastParsed.set(source.file, { source, body });
  return body;
}

function readPreview(lang: string, name: string, root: Root): Body {
  const file = `${lang}/${name}`;
  const read = readText(root, file);
  if ("fault" in read) return { ...emptyBody(), faults: [read.fault] };
  return parsed({ text: read.text, file: `content/${file}`, line: 1, format: "html", lang });
}
