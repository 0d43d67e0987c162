// @ts-check
import { generate, parse, walk } from "css-tree";

/** @typedef {import("domhandler").Element} Element */

/**
 * Turns the style attributes of a page into rules of its style sheet, since its content policy allows none.
 * They stay as strong as they were. Gives the rules as text.
 * @param {Element[]} elements changed in place
 */
export function styleAttributesAsRules(elements) {
  const styled = elements.filter(({ attribs }) => attribs.style !== undefined);
  if (styled.length === 0) return "";
  const taken = new Set(elements.flatMap(({ attribs }) => (attribs.class ?? "").split(/\s+/)));
  /** @type {Map<string, string>} declarations to class name */
  const names = new Map();
  let count = 0;
  for (const { attribs } of styled) {
    const declarations = important(attribs.style ?? "");
    delete attribs.style;
    if (!declarations) continue;
    let name = names.get(declarations);
    if (name === undefined) {
      do name = `_${++count}`;
      while (taken.has(name));
      names.set(declarations, name);
    }
    attribs.class = [attribs.class, name].filter(Boolean).join(" ");
  }
  return [...names].map(([declarations, name]) => `.${name}{${declarations}}`).join("");
}

/** @param {string} style */
function important(style) {
  const list = parse(style, { context: "declarationList" });
  walk(list, (node) => {
    if (node.type === "Declaration") node.important = true;
  });
  return generate(list);
}
