import {
  isMap,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  type Scalar,
  type Document as YamlDocument,
} from "yaml";
import { z } from "zod";
import { mendDate } from "./mend-date.ts";
import { tracking } from "./schema.ts";

/** A change to a file: the line it is on, counted from 1 in the text it was made to, and what it says. */
export type Change = { line: number; says: string };

type Edit = Change & { from: number; to: number; text: string };

/**
 * Mends what is mechanical in YAML: quotes that are missing or broken, dates and yes or no in another spelling,
 * names and choices in other letter case, tracking in addresses. Takes the text and its schema; gives the new
 * text and what was changed. Everything else, comments too, stays byte for byte.
 */
export function mendYaml(text: string, schema: z.ZodType): { text: string; changes: Change[] } {
  const readable = quoteBrokenLines(text);
  const edits: Edit[] = [];
  const lines = new LineCounter();
  const document = parseDocument(readable.text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  if (document.errors.length > 0) return { text, changes: [] };
  const data = document.toJS({ maxAliasCount: 20 }) as unknown;
  for (const issue of schema.safeParse(data).error?.issues ?? []) {
    const edit =
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => renamed(document, schema, issue.path, key))
        : [mended(document, data, schema, issue.path, readable.text)];
    for (const each of edit) if (each) edits.push({ ...each, line: lines.linePos(each.from).line });
  }
  return { text: applied(readable.text, edits), changes: [...readable.changes, ...edits] };
}

/** The text with these edits made, the last first, so that the places of the others hold. */
export function applied(text: string, edits: Pick<Edit, "from" | "to" | "text">[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to, text: each }) => all.slice(0, from) + each + all.slice(to), text);
}

/** Puts quotation marks around the values of those lines that keep the whole from being read. */
function quoteBrokenLines(text: string): { text: string; changes: Change[] } {
  const changes: Change[] = [];
  let current = text;
  for (let tries = 0; tries < 50; tries += 1) {
    const lines = new LineCounter();
    const problem = parseDocument(current, { lineCounter: lines, prettyErrors: false, logLevel: "error" })
      .errors[0];
    if (!problem) return { text: current, changes };
    const all = current.split("\n");
    // Where a closing quotation mark is missing, the parser notices only below.
    const open = all.findIndex((line) => /^["'](?!.*["']$)/.test(field.exec(line)?.[2] ?? ""));
    const at = open >= 0 ? open : lastIndexFrom(all, lines.linePos(problem.pos[0]).line - 1);
    const [, start = "", value = "", end = ""] = field.exec(all[at] ?? "") ?? [];
    const quoted = `"${unquoted(value).replace(/["\\]/g, "\\$&")}"`;
    if (isUnclear(value) || quoted === value || changes.some(({ line }) => line === at + 1)) break;
    all[at] = start + quoted + end;
    changes.push({ line: at + 1, says: `${value} → ${quoted}` });
    current = all.join("\n");
  }
  return { text, changes: [] };
}

const field = /^(\s*(?:- )?[\w-]+:[ \t]+)(\S.*?)(\s*)$/;

function lastIndexFrom(lines: string[], start: number): number {
  return lines.slice(0, start + 1).findLastIndex((line) => field.test(line));
}

/** A list or map that does not end: what belongs to it, only its writer knows. */
function isUnclear(value: string): boolean {
  return value === "" || (/^[[{]/.test(value) && !/[\]}]\s*\S/.test(value));
}

/** A value without the quotation marks around it, also where one of the two is missing or typographic. */
function unquoted(value: string): string {
  return value.replace(/^["'“„”‘’«»]/, "").replace(/["'“”‘’«»]$/, "");
}

function renamed(
  document: YamlDocument,
  schema: z.ZodType,
  path: PropertyKey[],
  key: string,
): Omit<Edit, "line"> | null {
  if (path.length > 0 || !(schema instanceof z.ZodObject) || !isMap(document.contents)) return null;
  const known = Object.keys(schema.shape).find((name) => name.toLowerCase() === key.trim().toLowerCase());
  const pair = document.contents.items.find((item) => isScalar(item.key) && item.key.value === key) as
    | Pair<Scalar>
    | undefined;
  const range = pair?.key.range;
  if (!known || !range || document.contents.has(known)) return null;
  return { from: range[0], to: range[1], text: known, says: `${key} → ${known}` };
}

/** The edit that makes one value right, or null where it takes more than mechanics. */
function mended(
  document: YamlDocument,
  data: unknown,
  schema: z.ZodType,
  path: PropertyKey[],
  source: string,
): Omit<Edit, "line"> | null {
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range || node.value === null) return null;
  const [from, to] = node.range;
  const token = source.slice(from, to);
  const text = typeof node.value === "string" ? node.value : token;
  for (const candidate of candidates(text)) {
    if (candidate === node.value || !isRight(schema, data, path, candidate)) continue;
    const isPlain =
      typeof candidate === "boolean" || (/^\d{4}-\d\d-\d\d/.test(candidate) && !/^["']/.test(token));
    const written = isPlain ? String(candidate) : JSON.stringify(candidate);
    return { from, to, text: written, says: `${path.join(".")}: ${token} → ${written}` };
  }
  return null;
}

function* candidates(text: string): Generator<string | boolean> {
  const bare = unquoted(text.trim());
  yield text;
  if (/^(true|yes|on)$/i.test(bare)) yield true;
  if (/^(false|no|off)$/i.test(bare)) yield false;
  const date = mendDate(bare);
  if (date) {
    yield date;
    yield date.slice(0, 10);
  }
  yield bare;
  yield bare.toLowerCase();
  if (/^[\w-]+(\/|\.html$)/.test(bare)) yield `/${bare}`;
  const address = withoutTracking(bare);
  if (address) yield address;
}

function withoutTracking(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  for (const key of [...url.searchParams.keys()]) if (tracking.test(key)) url.searchParams.delete(key);
  return url.href;
}

/** Whether the schema has nothing more to say about this place once the candidate stands there. */
function isRight(schema: z.ZodType, data: unknown, path: PropertyKey[], candidate: unknown): boolean {
  const copy = structuredClone(data);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], copy);
  const last = path.at(-1);
  if (last === undefined || typeof parent !== "object" || parent === null) return false;
  (parent as Record<PropertyKey, unknown>)[last] = candidate;
  const issues = schema.safeParse(copy).error?.issues ?? [];
  return !issues.some((issue) => issue.path.join("\n") === path.join("\n"));
}
