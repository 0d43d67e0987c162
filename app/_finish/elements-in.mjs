// @ts-check
import { isTag } from "domhandler";

/** @typedef {import("domhandler").Element} Element */

/**
 * Every element of a tree, in the page's order, with those in templates.
 * @param {import("domhandler").ParentNode} parent
 * @param {Element[]} found
 * @returns {Element[]}
 */
export function elementsIn(parent, found = []) {
  for (const node of parent.children) {
    if (!("children" in node)) continue;
    if (isTag(node)) found.push(node);
    elementsIn(node, found);
  }
  return found;
}
