import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";

/** The events of timeline.yaml in the order of their dates; those of a day stay as they are. */
export function sortEvents(text: string): string {
  const document = parseDocument(text);
  const events = document.get("events", true);
  if (document.errors.length > 0 || !isSeq(events) || !events.items.every((item) => isMap(item))) return text;
  const items = events.items as YAMLMap[];
  return reordered(text, items, (item) => String(item.get("date")));
}

/** A map's entries in the order in which another file names their keys; unknown ones go to the end. */
export function sortKeys(text: string, order: string[]): string {
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0 || !isMap(contents) || contents.flow) return text;
  const keys = contents.items.map((item) => item.key as Node);
  const place = (key: Node) => {
    const index = order.indexOf(isScalar(key) ? String(key.value) : "");
    return String(index < 0 ? order.length : index).padStart(9, "0");
  };
  return reordered(text, keys, place);
}

/** Moves the lines of each node, with the comments above it, so that their ranks rise. */
function reordered<T extends Node>(text: string, nodes: T[], rank: (node: T) => string): string {
  const isSorted = nodes.every((node, index) => index === 0 || rank(nodes[index - 1]!) <= rank(node));
  if (isSorted || nodes.some((node) => !node.range)) return text;
  const starts = nodes.map((node, index) => withComments(text, lineStart(text, node.range![0]), index === 0));
  const last = nodes.at(-1)!;
  const end = Math.max(last.range![2], endOfBlock(text, starts.at(-1)!));
  const blocks = starts.map((start, index) => text.slice(start, starts[index + 1] ?? end));
  const sorted = blocks
    .map((block, index) => ({ block: /\n$/.test(block) ? block : `${block}\n`, rank: rank(nodes[index]!) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  const moved = text.slice(0, starts[0]) + sorted.map(({ block }) => block).join("") + text.slice(end);
  return text.endsWith("\n") ? moved : moved.replace(/\n$/, "");
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** The comments right above an item go with it; those above the first are about the whole list. */
function withComments(text: string, start: number, isFirst: boolean): number {
  let begin = start;
  while (!isFirst && begin > 0) {
    const above = lineStart(text, begin - 1);
    if (!/^\s*#/.test(text.slice(above, begin))) break;
    begin = above;
  }
  return begin;
}

/** Where the item that starts here ends: before the next line that is indented no deeper. */
function endOfBlock(text: string, start: number): number {
  const indent = /^ */.exec(text.slice(start))![0].length;
  let end = text.indexOf("\n", start) + 1 || text.length;
  while (end < text.length) {
    const line = text.slice(end, text.indexOf("\n", end) + 1 || text.length);
    if (line.trim() !== "" && /^ */.exec(line)![0].length <= indent) break;
    end += line.length;
  }
  return end;
}
