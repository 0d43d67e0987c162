// @ts-check
import { Element, isComment, isTag, Text } from "domhandler";
import { html as html5, parse, serialize } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { shortenClassNames } from "./class-names.mjs";
import { minifyText } from "./minify-text.mjs";
import { fateOfLink, isMark, ownerOfScript, refuseLateParts } from "./next-markup.mjs";
import { cssForPage } from "./page-css.mjs";

/** @typedef {import("domhandler").ParentNode} ParentNode */
/** @typedef {{ html: string, page: string, readCss: (href: string) => string }} Input */

/**
 * A prerendered page as a careful person would have written it by hand: without Next's runtime, with the CSS
 * that it uses in its head. Only for pages on which no client component needs the runtime.
 * @param {Input} input the page's HTML, its address, and what reads a style sheet that it links
 */
export function finishPage({ html, page, readCss }) {
  // Without scripting, what stands in <noscript> is part of the tree and keeps its style.
  const document = parse(html, { treeAdapter: adapter, scriptingEnabled: false });
  const elements = elementsIn(document);
  const head = elements.find(({ name }) => name === "head");
  if (!head)
    throw new Error(`${page}: no <head> in this page; app/_finish/finish-page.mjs cannot finish it.`);

  const { sheets, scripts } = removeRuntime(document, page);
  if (scripts === 0)
    throw new Error(
      `${page}: found none of Next's scripts, so it is not the page that Next used to write. ` +
        "Look at it, then teach app/_finish/next-markup.mjs what has changed.",
    );

  const kept = elementsIn(document);
  const css = cssForPage(
    sheets.map(({ href, media }) => ({ css: readCss(href), href, media })),
    kept,
  );
  minifyText(document, css.rules);
  const text = css.toString(shortenClassNames(kept, css.rules, css.fixedClasses));
  if (text) {
    // With its namespace, or else the serializer takes it for text and writes &gt; for >.
    const style = new Element("style", {}, []);
    style.namespace = html5.NS.HTML;
    adapter.appendChild(style, new Text(text));
    adapter.appendChild(head, style);
  }
  return serialize(document, { treeAdapter: adapter, scriptingEnabled: false });
}

/**
 * Takes out the runtime's scripts, preloads, data and marks, and the links to Next's style sheets, which it
 * gives back in their order.
 * @param {ParentNode} document
 * @param {string} page
 */
function removeRuntime(document, page) {
  /** @type {{ href: string, media: string | undefined }[]} */
  const sheets = [];
  let scripts = 0;
  /** @param {ParentNode} parent */
  const visit = (parent) => {
    for (const node of [...parent.children]) {
      if (isComment(node)) {
        if (isMark(node.data, page)) adapter.detachNode(node);
      } else if ("children" in node) {
        if (isTag(node)) {
          refuseLateParts(node, page);
          if (node.name === "script") {
            const text = node.children.map((child) => ("data" in child ? child.data : "")).join("");
            if (ownerOfScript(node, text, page) === "ours") continue;
            scripts += 1;
            adapter.detachNode(node);
            continue;
          }
          if (node.name === "link") {
            const fate = fateOfLink(node);
            if (fate === "inline") sheets.push({ href: node.attribs.href ?? "", media: node.attribs.media });
            if (fate !== "keep") adapter.detachNode(node);
            continue;
          }
        }
        visit(node);
        if (isTag(node) && isEmptyOutlet(node)) adapter.detachNode(node);
      }
    }
  };
  visit(document);
  return { sheets, scripts };
}

/**
 * Next opens every page with an empty hidden element, the place of metadata that arrives late.
 * @param {Element} element
 */
function isEmptyOutlet({ name, attribs, children, parent }) {
  return (
    name === "div" &&
    children.length === 0 &&
    Object.keys(attribs).join() === "hidden" &&
    parent !== null &&
    isTag(parent) &&
    parent.name === "body"
  );
}

/**
 * Every element of a tree, in the page's order, with those in templates.
 * @param {ParentNode} parent
 * @param {Element[]} found
 */
function elementsIn(parent, found = []) {
  for (const node of parent.children) {
    if (!("children" in node)) continue;
    if (isTag(node)) found.push(node);
    elementsIn(node, found);
  }
  return found;
}
