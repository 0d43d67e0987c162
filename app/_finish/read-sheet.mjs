// @ts-check
import { ident, parse, walk } from "css-tree";
import { mayMatch } from "./may-match.mjs";

/** @typedef {{ property: string, text: string, names: string[] }} Declaration */
/**
 * A selector in parts, of which each second one is the name of a class; what a page must have for it to
 * match at all, and whether an element may match it now or later.
 * @typedef {{ parts: string[], readsClass: boolean } & import("./may-match.mjs").Test} Selector
 */
/** @typedef {{ kind: "rule", selectors: Selector[], declarations: Declaration[] }} Rule */
/** @typedef {{ kind: "group", prelude: string, items: Item[] }} Group */
/** @typedef {{ kind: "text", text: string, name?: string }} Text */
/** @typedef {Rule | Group | Text} Item */

const groups = new Set(["media", "supports", "container", "layer", "starting-style"]);

/**
 * A style sheet as rules that can be kept or dropped one by one. What is not known to be safe to drop is
 * kept as text.
 * @param {string} css
 * @param {string} href its address, against which it names other files
 * @returns {Item[]}
 */
export function readSheet(css, href) {
  const tree = parse(css, {
    positions: true,
    onParseError: (error) => {
      throw new Error(
        `${href}: ${error.message}; app/_finish/read-sheet.mjs cannot tell which rules a page uses.`,
      );
    },
  });
  return itemsIn(/** @type {import("css-tree").StyleSheet} */ (tree).children, css, href);
}

/**
 * @param {import("css-tree").List<import("css-tree").CssNode>} nodes
 * @param {string} css
 * @param {string} href
 * @returns {Item[]}
 */
function itemsIn(nodes, css, href) {
  return nodes.toArray().flatMap((node) => itemsOf(node, css, href));
}

/**
 * @param {import("css-tree").CssNode} node
 * @param {string} css
 * @param {string} href
 * @returns {Item[]}
 */
function itemsOf(node, css, href) {
  if (node.type === "Rule" && node.prelude.type === "SelectorList" && isFlat(node))
    return [ruleOf(node, node.prelude, css, href)];
  if (node.type === "Atrule" && groups.has(node.name) && node.block) {
    const prelude = `@${node.name}${node.prelude ? ` ${slice(node.prelude, css)}` : ""}`;
    return [{ kind: "group", prelude, items: itemsIn(node.block.children, css, href) }];
  }
  if (node.type === "Comment" || node.type === "WhiteSpace") return [];
  if (node.type === "Atrule" && node.name === "charset") return [];
  if (node.type === "Atrule" && node.name === "import")
    throw new Error(
      `${href}: holds ${slice(node, css)}, which cannot stand in a page. Import it in app/ instead.`,
    );
  const name =
    node.type === "Atrule" && /^(?:-webkit-)?keyframes$/.test(node.name) && node.prelude
      ? slice(node.prelude, css).replace(/^["']|["']$/g, "")
      : undefined;
  return [{ kind: "text", text: withAddresses(node, css, href), ...(name && { name }) }];
}

/** Whether a rule holds declarations only. @param {import("css-tree").Rule} rule */
function isFlat(rule) {
  return rule.block.children.toArray().every(({ type }) => type === "Declaration" || type === "Comment");
}

/**
 * @param {import("css-tree").Rule} rule
 * @param {import("css-tree").SelectorList} prelude
 * @param {string} css
 * @param {string} href
 * @returns {Rule}
 */
function ruleOf(rule, prelude, css, href) {
  return {
    kind: "rule",
    selectors: prelude.children.toArray().map((selector) => {
      const { parts, readsClass } = partsOf(selector, css);
      return { parts, readsClass, ...mayMatch(selector) };
    }),
    declarations: rule.block.children.toArray().flatMap((node) => {
      if (node.type !== "Declaration") return [];
      const text = withAddresses(node, css, href).trimEnd() || slice(node, css);
      return [
        {
          property: node.property,
          text: keepEmpty(node, text),
          names: text.slice(node.property.length).match(/[\w-]+/g) ?? [],
        },
      ];
    }),
  };
}

/** A custom property may be empty, which is written as a space. @param {import("css-tree").Declaration} node @param {string} text */
function keepEmpty(node, text) {
  return node.property.startsWith("--") && text.endsWith(":") ? `${text} ` : text;
}

/** @param {import("css-tree").CssNode} selector @param {string} css */
function partsOf(selector, css) {
  const start = offset(selector).start;
  const text = slice(selector, css);
  /** @type {string[]} */
  const parts = [];
  let last = 0;
  let readsClass = false;
  walk(selector, (node) => {
    if (node.type === "AttributeSelector" && node.name.name === "class") readsClass = true;
    if (node.type !== "ClassSelector") return;
    const { start: from, end: to } = offset(node);
    parts.push(text.slice(last, from - start), ident.decode(node.name));
    last = to - start;
  });
  return { parts: [...parts, text.slice(last)], readsClass };
}

/**
 * The text of a node with the files it names by their full path, since it moves from its own file to a page,
 * and without the spaces after commas.
 * @param {import("css-tree").CssNode} node
 * @param {string} css
 * @param {string} href
 */
function withAddresses(node, css, href) {
  const { start, end } = offset(node);
  let text = "";
  let last = start;
  walk(node, (inner) => {
    if (inner.type !== "Url" || /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(inner.value)) return;
    const { start: from, end: to } = offset(inner);
    const { pathname, search, hash } = new URL(inner.value, new URL(href, "http://site"));
    text += `${css.slice(last, from)}url(${JSON.stringify(pathname + search + hash)})`;
    last = to;
  });
  text += css.slice(last, end);
  return text.replace(/("[^"]*"|'[^']*'|url\([^)]*\))|, /g, (_, quoted) => quoted ?? ",");
}

/** @param {import("css-tree").CssNode} node @param {string} css */
function slice(node, css) {
  const { start, end } = offset(node);
  return css.slice(start, end);
}

/** @param {import("css-tree").CssNode} node */
function offset({ loc }) {
  if (!loc) throw new Error("css-tree gave no positions.");
  return { start: loc.start.offset, end: loc.end.offset };
}
