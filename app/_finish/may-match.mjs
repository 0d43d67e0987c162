// @ts-check
import { compile } from "css-select";
import { generate, ident } from "css-tree";

/** @typedef {import("css-tree").CssNode} CssNode */
/** @typedef {import("domhandler").Element} Element */
/**
 * What a page must have for a selector to match at all (".class", "#id", "element"), and whether an element
 * may match it.
 * @typedef {{ needs: string[], matches: (element: Element) => boolean }} Test
 */

/** Attributes that a reader's act or a script of ours changes while the page is shown. */
const changing =
  /^(?:aria-|data-)|^(?:open|hidden|disabled|checked|selected|popover|inert|value|style|class|lang|dir)$/;

/**
 * A test that is true whenever an element matches a selector now, or may match it later: when it is hovered,
 * focused, opened, first of its kind. What cannot be told from a page that stands still counts as matching.
 * @param {CssNode} selector
 * @returns {Test}
 */
export function mayMatch(selector) {
  /** @type {string[]} */
  const needs = [];
  const text = lasting(selector, needs);
  return { needs, matches: compile(text) };
}

/**
 * The lasting part of a selector, as text.
 * @param {CssNode} selector
 * @param {string[]} needs receives what must be on the page
 */
function lasting(selector, needs) {
  if (selector.type !== "Selector") return "*";
  let text = "";
  let compound = "";
  for (const node of selector.children.toArray()) {
    if (node.type === "Combinator") {
      // In :has() a combinator may come first.
      const isFirst = text === "" && compound === "" && node === selector.children.first;
      text += `${isFirst ? "" : compound || "*"} ${node.name} `;
      compound = "";
    } else {
      compound += lastingPart(node, needs);
    }
  }
  return text + (compound || "*");
}

/** @param {CssNode} node @param {string[]} needs @returns {string} */
function lastingPart(node, needs) {
  if (node.type === "TypeSelector") {
    const name = node.name;
    // Names with capitals are written otherwise in SVG than in HTML.
    if (name === "*" || name === "&" || /[^a-z\d-]/.test(name)) return "";
    needs.push(name);
    return name;
  }
  if (node.type === "ClassSelector") {
    needs.push(`.${ident.decode(node.name)}`);
    return generate(node);
  }
  if (node.type === "IdSelector") {
    needs.push(`#${ident.decode(node.name)}`);
    return generate(node);
  }
  if (node.type === "AttributeSelector")
    return changing.test(node.name.name) || /[A-Z]/.test(node.name.name) ? "" : generate(node);
  if (node.type === "PseudoClassSelector" && node.children && /^(?:is|where|has)$/.test(node.name)) {
    const list = node.children.first;
    if (list?.type !== "SelectorList") return "";
    // What one of several must have is not needed by all.
    const inner = list.children.toArray().map((selector) => lasting(selector, []));
    return `:${node.name === "where" ? "is" : node.name}(${inner.join(",")})`;
  }
  // Any other pseudo-class, :not() among them, may come true; a pseudo-element belongs to its element.
  return "";
}
