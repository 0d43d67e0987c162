// @ts-check
import { createHash } from "node:crypto";
import { isText } from "domhandler";
import { dataTypes } from "./next-markup.mjs";

/** @typedef {import("domhandler").Element} Element */

/**
 * The Content-Security-Policy of one page, as text: everything is forbidden but what the page itself brings,
 * which for its inline style is told by a hash. The directives that a page cannot set for itself are in
 * app/_host/headers.mjs. Throws where an attribute would need `unsafe-inline`.
 * @param {Element[]} elements every element of the page
 * @param {string} page its address, for messages
 * @param {{ runtime?: boolean }} [options] runtime: the page keeps Next's scripts and style sheets
 */
export function contentPolicy(elements, page, { runtime = false } = {}) {
  const styles = new Set();
  const scripts = new Set();
  for (const element of elements) {
    refuseUnsafe(element, page);
    const text = element.children.map((child) => (isText(child) ? child.data : "")).join("");
    if (element.name === "style") styles.add(hash(text));
    else if (element.name === "script" && !dataTypes.has(element.attribs.type ?? ""))
      scripts.add(element.attribs.src === undefined ? hash(text) : "'self'");
  }
  if (runtime) for (const sources of [styles, scripts]) sources.add("'self'");
  const directives = [
    ["default-src", ["'none'"]],
    ["img-src", ["'self'"]],
    ["manifest-src", ["'self'"]],
    // Lighthouse and its like ask for robots.txt from within the page; nothing else does.
    ["connect-src", ["'self'"]],
    ["script-src", [...scripts]],
    ["style-src", [...styles]],
  ];
  return directives
    .flatMap(([name, sources]) => (sources?.length ? [[name, ...sources].flat().join(" ")] : []))
    .join(";");
}

/** @param {Element} element @param {string} page */
function refuseUnsafe({ name, attribs }, page) {
  for (const [attribute, value] of Object.entries(attribs)) {
    if (attribute === "style" || /^on[a-z]/.test(attribute) || /^\s*javascript:/i.test(value))
      throw new Error(
        `${page}: <${name} ${attribute}="${value.slice(0, 60)}"> would need unsafe-inline in the content policy.\n` +
          "Move the style to a CSS module and the script to a file.",
      );
  }
}

/** @param {string} text */
function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
