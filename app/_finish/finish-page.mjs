// @ts-check
import { Element, isComment, isTag, Text } from "domhandler";
import { html as html5, parse, serialize } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { shortenClassNames } from "./class-names.mjs";
import { contentPolicy } from "./content-policy.mjs";
import { elementsIn } from "./elements-in.mjs";
import { minifyText } from "./minify-text.mjs";
import { fateOfLink, isMark, ownerOfScript, refuseLateParts, withoutInlineData } from "./next-markup.mjs";
import { cssForPage } from "./page-css.mjs";
import { styleAttributesAsRules } from "./style-attributes.mjs";

/** @typedef {import("domhandler").ParentNode} ParentNode */
/** @typedef {{ html: string, page: string, readCss: (href: string) => string }} Input */

/**
 * A prerendered page as a careful person would have written it by hand: without Next's runtime, with the CSS
 * that it uses in its head. Only for pages on which no client component needs the runtime.
 * @param {Input} input the page's HTML, its address, and what reads a style sheet that it links
 */
export function finishPage({ html, page, readCss }) {
  // Without scripting, what stands in <noscript> is part of the tree and keeps its style.
  const document = parse(withoutInlineData(html), { treeAdapter: adapter, scriptingEnabled: false });
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
  const text =
    css.toString(shortenClassNames(kept, css.rules, css.fixedClasses)) + styleAttributesAsRules(kept);
  if (text) {
    // With its namespace, or else the serializer takes it for text and writes &gt; for >.
    const style = new Element("style", {}, []);
    style.namespace = html5.NS.HTML;
    adapter.appendChild(style, new Text(text));
    adapter.appendChild(head, style);
  }
  setPolicy(head, contentPolicy(elementsIn(document), page), page);
  return serialize(document, { treeAdapter: adapter, scriptingEnabled: false });
}

/**
 * A page that keeps Next's runtime, for the sake of a client component: as it was, with its content policy.
 * @param {{ html: string, page: string }} input
 */
export function secureRuntimePage({ html, page }) {
  const document = parse(html, { treeAdapter: adapter, scriptingEnabled: false });
  const policy = contentPolicy(elementsIn(document), page, { runtime: true });
  const [charset] = html.match(/<meta charSet="[^"]*"\/?>/i) ?? [];
  if (!charset) throw withoutCharset(page);
  return html.replace(
    charset,
    () => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
  );
}

/**
 * Puts a page's content policy behind its charset, before everything that it governs.
 * @param {Element} head
 * @param {string} content
 * @param {string} page
 */
function setPolicy(head, content, page) {
  const first = head.children.find((node) => isTag(node));
  if (!first || first.attribs.charset === undefined) throw withoutCharset(page);
  const policy = new Element("meta", { "http-equiv": "Content-Security-Policy", content }, []);
  policy.namespace = html5.NS.HTML;
  const next = first.next;
  if (next) adapter.insertBefore(head, policy, next);
  else adapter.appendChild(head, policy);
}

/** @param {string} page */
function withoutCharset(page) {
  return new Error(
    `${page}: its head does not begin with its charset, which its content policy must follow. ` +
      "Look at what Next writes there now, and adapt app/_finish/finish-page.mjs.",
  );
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
