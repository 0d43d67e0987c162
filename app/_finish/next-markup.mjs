// @ts-check
/**
 * What Next and React write into a prerendered page besides the page itself. Everything here leans on their
 * internals: whatever is not recognised stops the build, so that an update of Next cannot change pages unseen.
 */

/** @typedef {import("domhandler").Element} Element */

/** Types of scripts that hold data and are never run. */
export const dataTypes = new Set(["application/json", "application/ld+json", "speculationrules"]);
const runtimeFile = /\/_next\/static\/.+\.js(?:\?.*)?$/;
const runtimeCode = [
  /^\(?self\.__next_f ?= ?self\.__next_f ?\|\| ?\[\]\)?\.push\(/,
  /^self\.__next_f\.push\(/,
  /^\(globalThis\["TURBOPACK"\] ?\|\| ?\(globalThis\["TURBOPACK"\] ?= ?\[\]\)\)\.push\(/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
];
/** React's functions that put late parts of a page into place. */
const streamingCode = /\$R[CBSXV]\b/;

/**
 * Whose script this is: "runtime" of Next, or "ours", which is left as it is. Throws for any other.
 * @param {Element} script
 * @param {string} text what stands between its tags
 * @param {string} page the page's address, for the message
 */
export function ownerOfScript(script, text, page) {
  const { type = "", src } = script.attribs;
  if (dataTypes.has(type)) return "ours";
  if (type === "module" && src && !src.includes("/_next/")) return "ours";
  if (type === "" && src && runtimeFile.test(src)) return "runtime";
  if (type === "" && !src && streamingCode.test(text)) throw lateParts(page, text);
  if (type === "" && !src && runtimeCode.some((code) => code.test(text))) return "runtime";
  const shown = src ?? text.slice(0, 80);
  throw new Error(
    `${page}: unknown script (type "${type}"): ${shown}\n` +
      'Scripts of the site are <script type="module" src="…">; if this one comes from a new version of Next, ' +
      "teach app/_finish/next-markup.mjs about it.",
  );
}

/**
 * A page without what stands in the scripts of Next's inline data. It is half of the page, and the parser would
 * go through it letter by letter, only for the scripts to be removed. Next writes each "<" in it as \u003c.
 * @param {string} html
 */
export function withoutInlineData(html) {
  return html.replace(/(<script>self\.__next_f\.push\()[^<]+(?=\)<\/script>)/g, "$1");
}

/**
 * What to do with a link: "inline" a style sheet of Next, "remove" what loads the runtime, or "keep" it.
 * @param {Element} link
 */
export function fateOfLink({ attribs: { rel = "", href = "", as } }) {
  if (rel === "expect") return "remove";
  if (!href.includes("/_next/")) return "keep";
  if (rel === "stylesheet") return "inline";
  if (rel === "modulepreload") return "remove";
  if (/^(?:preload|prefetch)$/.test(rel) && (as === "script" || as === "style")) return "remove";
  return "keep";
}

/**
 * Whether a comment is one of React's marks, which only its runtime reads. Throws where the mark says that a
 * part of the page is missing.
 * @param {string} text
 * @param {string} page
 */
export function isMark(text, page) {
  if (/^\$[?!~]/.test(text)) throw lateParts(page, `<!--${text}-->`);
  return /^(?: |\/?[$&]|html|head|body|F!?)$/.test(text);
}

/**
 * Throws where an element holds a part of the page that a script is meant to move into place.
 * @param {Element} element
 * @param {string} page
 */
export function refuseLateParts({ name, attribs: { id = "", hidden } }, page) {
  if (name === "template" && /^[BP]:/.test(id)) throw lateParts(page, `<template id="${id}">`);
  if (hidden !== undefined && /^S:/.test(id)) throw lateParts(page, `<${name} hidden id="${id}">`);
}

/** @param {string} page @param {string} found */
function lateParts(page, found) {
  return new Error(
    `${page}: a part of this page arrives late and needs a script to be shown (${found.slice(0, 80)}).\n` +
      "Remove the Suspense boundary, loading.tsx or failing component that it comes from, or mark a component " +
      'of the page "use client" so that the page keeps its runtime.',
  );
}
