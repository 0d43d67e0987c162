import type { Nodes, Root } from "hast";

/** Far more than a text needs. Deeper nesting costs the parsers seconds, or more stack than there is. */
const deepest = { markers: 30, columns: 80, elements: 100 };

const marker = String.raw`>|(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?=[ \t]|$)`;
const opening = new RegExp(`^(?:[ \\t]*(?:${marker}))+`);
const each = new RegExp(marker, "g");
const fence = /^[ \t>]*(`{3,}|~{3,})/;

/**
 * The first line that opens too many quotes and list items, counted from 1, or null. Looks at the text and
 * not at a tree, since it is the parsing that takes the time.
 */
export function tooDeepLine(text: string): number | null {
  let open = "";
  for (const [index, line] of text.split("\n").entries()) {
    const mark = fence.exec(line)?.[1] ?? "";
    if (open !== "") {
      if (mark.startsWith(open)) open = "";
    } else if (mark !== "") {
      open = mark;
    } else if (!/^([-*_][ \t]*){3,}$/.test(line.trim())) {
      const found = opening.exec(line)?.[0].replaceAll("\t", "    ") ?? "";
      const markers = found.match(each)?.length ?? 0;
      if (markers > deepest.markers || found.length > deepest.columns) return index + 1;
    }
  }
  return null;
}

/** Whether elements lie within elements so deeply that what walks the tree later would run out of stack. */
export function isTooDeep(tree: Root): boolean {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest.elements) return true;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return false;
}
