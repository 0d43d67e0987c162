// @ts-check
import { readSheet } from "./read-sheet.mjs";

/** @typedef {import("domhandler").Element} Element */
/** @typedef {import("./read-sheet.mjs").Item} Item */
/** @typedef {import("./read-sheet.mjs").Rule} Rule */
/**
 * A rule that the page uses: its text, the classes that its selectors name, whether a selector reads the
 * class attribute in part, and the elements it may style.
 * @typedef {{ text: string, classes: string[], readsClass: boolean, elements: () => Element[] }} UsedRule
 */
/** @typedef {{ rule: Rule, selectors: Rule["selectors"] }} Kept */

/** @type {Map<string, Item[]>} */
const sheets = new Map();

/**
 * The rules of some style sheets that a page uses, in their order.
 * @param {{ css: string, href: string, media: string | undefined }[]} linked
 * @param {Element[]} elements
 */
export function cssForPage(linked, elements) {
  const items = linked.flatMap(({ css, href, media }) => {
    const key = `${href} ${media ?? ""}\n${css}`;
    const known = sheets.get(key);
    if (known) return known;
    const read = readSheet(media ? `@media ${media}{${css}}` : css, href);
    sheets.set(key, read);
    return read;
  });
  const tokens = tokensOf(elements);
  /** @type {Map<Rule, Kept>} */
  const kept = new Map();
  for (const rule of rulesIn(items)) {
    const selectors = rule.selectors.filter(
      ({ needs, matches }) => needs.every((token) => tokens.has(token)) && elements.some(matches),
    );
    if (selectors.length > 0) kept.set(rule, { rule, selectors });
  }
  const used = usedNames(items, kept, elements);
  const rules = [...kept.values()].map(({ rule, selectors }) => ({
    text: rule.declarations.map(({ text }) => text).join(";"),
    classes: selectors.flatMap(({ parts }) => parts.filter((_, index) => index % 2 === 1)),
    readsClass: selectors.some(({ readsClass }) => readsClass),
    elements: () => elements.filter((element) => selectors.some(({ matches }) => matches(element))),
  }));
  return {
    rules,
    /** Classes named in what is kept as text, where they cannot be given other names. */
    fixedClasses: new Set(
      textsIn(items).flatMap(({ text }) => [...text.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name)),
    ),
    /** @param {Map<string, string>} names short names of classes */
    toString: (names) => print(items, kept, used, names),
  };
}

/**
 * @param {Item[]} items
 * @param {Map<Rule, Kept>} kept
 * @param {Set<string>} used
 * @param {Map<string, string>} names
 * @returns {string}
 */
function print(items, kept, used, names) {
  return items
    .map((item) => {
      if (item.kind === "text") return item.name === undefined || used.has(item.name) ? item.text : "";
      if (item.kind === "group") {
        const inner = print(item.items, kept, used, names);
        return inner && `${item.prelude}{${inner}}`;
      }
      const selectors = kept.get(item)?.selectors;
      const body = item.declarations.filter(
        ({ property }) => !property.startsWith("--") || used.has(property),
      );
      if (!selectors || body.length === 0) return "";
      const heads = selectors.map(({ parts }) =>
        parts
          .map((part, index) => (index % 2 === 1 ? `.${names.get(part) ?? escapeClass(part)}` : part))
          .join(""),
      );
      return `${heads.join(",")}{${body.map(({ text }) => text).join(";")}}`;
    })
    .join("");
}

/**
 * Custom properties and animations that something on the page names, also by way of other custom properties.
 * @param {Item[]} items
 * @param {Map<Rule, Kept>} kept
 * @param {Element[]} elements
 */
function usedNames(items, kept, elements) {
  /** @type {Set<string>} */
  const used = new Set();
  /** @type {Map<string, string[]>} */
  const custom = new Map();
  const attributes = elements.flatMap(({ attribs }) => Object.values(attribs));
  const preludes = groupsIn(items).map(({ prelude }) => prelude);
  const text = [...attributes, ...preludes].filter((value) => value.includes("--")).join(" ");
  const open = namesIn(text);
  for (const { rule } of kept.values()) {
    for (const { property, names } of rule.declarations) {
      if (property.startsWith("--")) custom.set(property, [...(custom.get(property) ?? []), ...names]);
      else open.push(...names);
    }
  }
  // An animation's frames may name custom properties too; that they do does not need the animation to run.
  for (const item of textsIn(items)) open.push(...namesIn(item.text));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    open.push(...(custom.get(name) ?? []));
  }
  return used;
}

/** @param {string} text @returns {string[]} */
function namesIn(text) {
  return text.match(/--[\w-]+/g) ?? [];
}

/** Class names, ids and element names of a page, as selectors write them. @param {Element[]} elements */
function tokensOf(elements) {
  /** @type {Set<string>} */
  const tokens = new Set();
  for (const { name, attribs } of elements) {
    tokens.add(name);
    if (attribs.id) tokens.add(`#${attribs.id}`);
    for (const className of (attribs.class ?? "").split(/\s+/)) tokens.add(`.${className}`);
  }
  return tokens;
}

/** @param {Item[]} items @returns {Rule[]} */
function rulesIn(items) {
  return items.flatMap((item) =>
    item.kind === "rule" ? [item] : item.kind === "group" ? rulesIn(item.items) : [],
  );
}

/** @param {Item[]} items @returns {Extract<Item, { kind: "group" }>[]} */
function groupsIn(items) {
  return items.flatMap((item) => (item.kind === "group" ? [item, ...groupsIn(item.items)] : []));
}

/** @param {Item[]} items @returns {Extract<Item, { kind: "text" }>[]} */
function textsIn(items) {
  return items.flatMap((item) =>
    item.kind === "text" ? [item] : item.kind === "group" ? textsIn(item.items) : [],
  );
}

/** @param {string} name */
function escapeClass(name) {
  return name
    .replace(/[^\w-]/g, (sign) => (sign > "\x7f" ? sign : `\\${sign}`))
    .replace(/^(-?)(\d)/, (_, dash, digit) => `${dash}\\3${digit} `);
}
