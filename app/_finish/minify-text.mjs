// @ts-check
import { isTag, isText } from "domhandler";
import { adapter } from "parse5-htmlparser2-tree-adapter";

/** @typedef {import("domhandler").ParentNode} ParentNode */
/** @typedef {import("./page-css.mjs").UsedRule} UsedRule */

const verbatim = new Set(["pre", "textarea", "listing", "script", "style", "xmp", "plaintext"]);
const blocks = new Set(
  (
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 " +
    "h3 h4 h5 h6 head header hr html li main menu nav ol p pre search section summary table tbody td tfoot " +
    "th thead tr ul"
  ).split(" "),
);

/**
 * Shortens white space that is not shown: a run becomes one space, and what stands between two blocks goes.
 * @param {ParentNode} document
 * @param {UsedRule[]} rules the page's CSS, which can make white space show
 */
export function minifyText(document, rules) {
  const keepsSpace = /(?:^|[;{])white-space(?:-collapse)?:(?!nowrap|normal|collapse|inherit)/;
  const hasStyle = (/** @type {RegExp} */ pattern) =>
    rules.some(({ text }) => pattern.test(text)) || anyStyleAttribute(document, pattern);
  if (!hasStyle(keepsSpace)) {
    // A block that is laid out inline is parted from the next one by the space between them.
    const inline = rules.some(
      ({ text, elements }) =>
        /(?:^|[;{])display:(?:inline|contents)/.test(text) && elements().some(({ name }) => blocks.has(name)),
    );
    shorten(document, !inline && !anyStyleAttribute(document, /display:\s*(?:inline|contents)/));
  }
  keepFirstNewline(document);
}

/** @param {ParentNode} parent @param {boolean} betweenBlocks */
function shorten(parent, betweenBlocks) {
  if (isTag(parent) && verbatim.has(parent.name)) return;
  for (const node of [...parent.children]) {
    if ("children" in node) shorten(node, betweenBlocks);
    if (!isText(node)) continue;
    // What a mark of React parted is one text again.
    for (let next = node.next; next && isText(next); next = node.next) {
      node.data += next.data;
      adapter.detachNode(next);
    }
    node.data = node.data.replace(/[ \t\n\f\r]+/g, " ");
    const inHead = isTag(parent) && (parent.name === "head" || parent.name === "html");
    const between = betweenBlocks && isEdge(node.prev, parent) && isEdge(node.next, parent);
    if (node.data === " " && (inHead || between)) adapter.detachNode(node);
  }
}

/** @param {import("domhandler").ChildNode | null} neighbour @param {ParentNode} parent */
function isEdge(neighbour, parent) {
  const node = neighbour ?? parent;
  return isTag(node) && blocks.has(node.name);
}

/**
 * A parser drops the first newline of these elements, so one that is meant must be written twice.
 * @param {ParentNode} parent
 */
function keepFirstNewline(parent) {
  for (const node of parent.children) {
    if (!("children" in node)) continue;
    keepFirstNewline(node);
    const [first] = node.children;
    if (isTag(node) && /^(?:pre|textarea|listing)$/.test(node.name) && first && isText(first))
      first.data = first.data.replace(/^\n/, "\n\n");
  }
}

/** @param {ParentNode} parent @param {RegExp} pattern @returns {boolean} */
function anyStyleAttribute(parent, pattern) {
  return parent.children.some(
    (node) =>
      "children" in node &&
      ((isTag(node) && pattern.test(node.attribs.style ?? "")) || anyStyleAttribute(node, pattern)),
  );
}
