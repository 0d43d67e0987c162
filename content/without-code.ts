import type { Element, Nodes, Root } from "hast";
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import { find, html } from "property-information";
import { visit } from "unist-util-visit";

const code = new Set(["comment", "mdxFlowExpression", "mdxTextExpression", "mdxjsEsm"]);
const blocks =
  /^(h[1-6]|p|div|ul|ol|dl|table|blockquote|pre|details|figure|section|aside|center|hr|summary|figcaption|caption|li|d[dt]|t(r|d|h|head|body|foot))$/;

/**
 * Leaves nothing in a tree that could be run when it is compiled: no expressions, and no comments, since
 * MDX writes those into its program, where one with an asterisk and a slash in it goes on as code. HTML that was
 * written in MDX becomes what the same HTML in Markdown is, so that nothing after this has two cases.
 */
export function withoutCode(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (code.has(node.type)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (
      (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
      /^[a-z]/.test(node.name ?? "")
    ) {
      parent.children[index] = elementOf(node);
    }
    return undefined;
  });
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined || node.tagName !== "p" || !node.children.some(isBlock))
      return undefined;
    // MDX makes a paragraph of a line such as <h2>One</h2>, and paragraphs cannot hold headings.
    const only = node.children.every(
      (child) => isBlock(child) || (child.type === "text" && !child.value.trim()),
    );
    if (!only) node.tagName = "div";
    else parent.children.splice(index, 1, ...node.children);
    return only ? index : undefined;
  });
}

function isBlock(node: Nodes): boolean {
  return node.type === "element" && blocks.test(node.tagName);
}

/** An element written in MDX as an ordinary one; attributes that are no texts are left out. */
export function elementOf(node: MdxJsxFlowElementHast | MdxJsxTextElementHast): Element {
  const properties: Element["properties"] = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || (attribute.value && typeof attribute.value !== "string"))
      continue;
    const { property, boolean, overloadedBoolean } = find(html, attribute.name);
    const bare = boolean || overloadedBoolean ? true : "";
    properties[property] = (attribute.value as string | null | undefined) ?? bare;
  }
  const children = node.children as Element["children"];
  return { type: "element", tagName: node.name ?? "", properties, children, position: node.position };
}
