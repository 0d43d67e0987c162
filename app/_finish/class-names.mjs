// @ts-check
/** @typedef {import("domhandler").Element} Element */
/** @typedef {import("./page-css.mjs").UsedRule} UsedRule */

/**
 * A class of a CSS module as Next names it: six signs of a hash, then the name. One without a capital or a
 * digit could be a word of ours, and is left as it is.
 */
const moduleClass = /^(?=[\w-]{0,6}[A-Z0-9])_?[\w-]{6}_[\w-]+$/;

/**
 * Gives the classes of CSS modules short names and drops those that no rule of the page names. They are
 * known to nothing but the page's own style: no address, script or other site can name them.
 * @param {Element[]} elements changed in place
 * @param {UsedRule[]} rules
 * @param {Set<string>} fixed names that must stay
 * @returns {Map<string, string>} old name to new
 */
export function shortenClassNames(elements, rules, fixed) {
  /** @param {string} name */
  const isModuleClass = (name) => moduleClass.test(name) && !fixed.has(name);
  const named = new Set(rules.flatMap(({ classes }) => classes));
  const taken = new Set([...named, ...elements.flatMap(classesOf)].filter((name) => !isModuleClass(name)));
  /** @type {Map<string, string>} */
  const names = new Map();
  // A selector for a part of a class attribute could read the old names.
  if (rules.some(({ readsClass }) => readsClass)) return names;
  const next = shortNames(taken);
  for (const element of elements) {
    const classes = classesOf(element);
    if (classes.length === 0) continue;
    const short = classes.flatMap((name) => {
      if (!isModuleClass(name)) return [name];
      if (!named.has(name)) return [];
      if (!names.has(name)) names.set(name, next());
      return [/** @type {string} */ (names.get(name))];
    });
    if (short.length > 0) element.attribs.class = short.join(" ");
    else delete element.attribs.class;
  }
  return names;
}

/** @param {Element} element */
function classesOf({ attribs }) {
  return (attribs.class ?? "").split(/\s+/).filter(Boolean);
}

/** a, b … z, aa, ab …, without names that are taken. @param {Set<string>} taken */
function shortNames(taken) {
  let count = 0;
  /** @returns {string} */
  const next = () => {
    let name = "";
    for (let rest = ++count; rest > 0; rest = Math.floor((rest - 1) / 26))
      name = String.fromCharCode(97 + ((rest - 1) % 26)) + name;
    return taken.has(name) ? next() : name;
  };
  return next;
}
