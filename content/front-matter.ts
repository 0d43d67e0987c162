import matter from "gray-matter";
import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  YAMLError,
  type Document as YamlDocument,
} from "yaml";
import { error, type Fault, quote } from "./fault.ts";

/** Parsed YAML together with where each value stands in its file. */
export type Yaml = {
  data: unknown;
  /** The line of a value, or of its key; of the nearest parent where the value is missing. */
  lineOf(path: readonly PropertyKey[]): number;
};

/** The last result for each file: in development everything is read again and again, and little has changed. */
const results = new Map<string, { text: string; result: { yaml: Yaml } | { fault: Fault } }>();

/**
 * Parses YAML. Takes the text, the file's name for messages and the line its first line has in that file;
 * gives the data or a fault. Aliases are limited, so that a few lines cannot unfold into gigabytes.
 */
export function parseYaml(text: string, file: string, firstLine = 1): { yaml: Yaml } | { fault: Fault } {
  const name = `${file}:${firstLine}`;
  const last = results.get(name);
  if (last?.text === text) return last.result;
  const result = parse(text, file, firstLine);
  results.set(name, { text, result });
  return result;
}

function parse(text: string, file: string, firstLine: number): { yaml: Yaml } | { fault: Fault } {
  const lines = new LineCounter();
  const remedy =
    "Compare it with another file of the same kind; quote texts that contain : or # or begin with a sign.";
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      logLevel: "error",
    });
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem) throw problem;
    const data: unknown = document.toJS({ maxAliasCount: 20 });
    // Throws where an alias lies within what it stands for, or the nesting is too deep to be told in a message.
    JSON.stringify(data);
    const cut = cutShort(document, text);
    if (cut) {
      const reason = `it ends before ${quote(cut.lost)}, since # behind a space begins a comment.`;
      const at = firstLine - 1 + lines.linePos(cut.at).line;
      return { fault: error(file, at, cut.field, reason, "Put the text in quotation marks.") };
    }
    return { yaml: { data, lineOf: (path) => firstLine - 1 + line(document, lines, path) } };
  } catch (problem) {
    const at = problem instanceof YAMLError ? lines.linePos(problem.pos[0]).line : 1;
    return { fault: error(file, firstLine - 1 + Math.max(at, 1), "YAML", sentence(problem), remedy) };
  }
}

/** The first text without quotation marks that a hashtag ends. A comment has a space behind its #. */
function cutShort(
  document: YamlDocument,
  text: string,
): { field: string; lost: string; at: number } | undefined {
  const hashtag = /^[ \t]*(#[\p{L}\p{N}_].*)/u;
  let found: { field: string; lost: string; at: number } | undefined;
  visit(document, {
    Scalar(_, { type, range }, ancestors) {
      const [, lost] = (type === "PLAIN" && range && hashtag.exec(text.slice(range[1], range[2]))) || [];
      if (!lost || !range) return undefined;
      const pair = ancestors.findLast((each) => isPair(each));
      const field = isScalar(pair?.key) ? String(pair.key.value) : "YAML";
      found = { field, lost, at: range[1] };
      return visit.BREAK;
    },
  });
  return found;
}

/**
 * Splits a document into its front matter and its body. Gives the body with the line it begins on, or a
 * fault. Only YAML is accepted: gray-matter would run JavaScript front matter (CVE-2026-78847).
 */
export function splitFrontMatter(
  text: string,
  file: string,
): { yaml: Yaml; body: string; bodyLine: number } | { fault: Fault } {
  const remedy = 'Begin the file with a line ---, then fields such as title: "…", then another line ---.';
  if (!/^---[ \t]*\n/.test(text)) {
    const opening = text.split("\n", 1)[0] ?? "";
    const reason = opening.startsWith("---")
      ? `the first line is ${JSON.stringify(opening.slice(0, 40))}; only YAML front matter is read.`
      : "the file does not begin with front matter.";
    return { fault: error(file, 1, "front matter", reason, remedy) };
  }
  const closing = /\n---[^\n]*/.exec(text.slice(3));
  if (!closing) {
    return { fault: error(file, 1, "front matter", "its closing line --- is missing.", remedy) };
  }
  // gray-matter takes every line that begins with --- for the end, and the rest of that line for the text.
  if (!/^\n---[ \t]*$/.test(closing[0])) {
    const at = text.slice(0, 3 + closing.index).split("\n").length + 1;
    const reason = `${quote(closing[0].trim())} is neither a field nor the closing line ---.`;
    return { fault: error(file, at, "front matter", reason, "Write --- and nothing else on that line.") };
  }
  let result: { yaml: Yaml } | { fault: Fault } | undefined;
  const parts = matter(text, {
    engines: {
      yaml: (block) => {
        result = parseYaml(block, file, 1);
        return {};
      },
      javascript: { parse: refuse, stringify: refuse },
      js: { parse: refuse, stringify: refuse },
      json: { parse: refuse, stringify: refuse },
    },
  });
  // gray-matter does not call the engine for a block that holds nothing but comments.
  result ??= parseYaml("", file, 1);
  if ("fault" in result) return result;
  const bodyLine = text.slice(0, text.length - parts.content.length).split("\n").length;
  return { yaml: result.yaml, body: parts.content, bodyLine };
}

/**
 * The front matter of a text as it is written: its opening line, its fields, its closing line, and the body behind.
 * null where the text does not begin with one: a rule further down is none.
 */
export function writtenFrontMatter(
  text: string,
): { opening: string; front: string; closing: string; body: string } | null {
  const found = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*\r?(?:\n|(?![\s\S])))([\s\S]*)/m.exec(text);
  if (found?.index !== 0) return null;
  const [, opening = "", front = "", closing = "", body = ""] = found;
  return { opening, front, closing, body };
}

function refuse(): never {
  throw new Error("Only YAML front matter is read.");
}

function line(document: YamlDocument, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : null;
    const node = pair ? pair.key : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

function sentence(problem: unknown): string {
  const message = problem instanceof Error ? problem.message : String(problem);
  if (/call stack/.test(message)) return "it is nested too deeply.";
  if (/circular/.test(message)) return "it contains itself: an alias (*name) lies within its anchor (&name).";
  const first = message.split("\n", 1)[0] ?? "";
  return `it cannot be read: ${first}${/[.!?]$/.test(first) ? "" : "."}`;
}
