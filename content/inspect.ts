import { closest } from "fastest-levenshtein";
import type { Element, Root } from "hast";
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";
import type { BodySource } from "./body.ts";
import { error, type Fault, quote, warning } from "./fault.ts";
import { controlIn } from "./files.ts";
import { components, tracking } from "./schema.ts";
import { elementOf } from "./without-code.ts";

/** Elements that a text may use: those that arrange and mark up words and pictures, none that act. */
const elements = new Set(
  (
    "a abbr aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em " +
    "figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strike " +
    "strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr"
  ).split(" "),
);

const attributes = new Set(
  (
    "id className title lang dir align vAlign alt src width height href name colSpan rowSpan start type open cite " +
    "dateTime style scope border cellPadding cellSpacing hSpace vSpace clear color size target rel loading reversed value"
  ).split(" "),
);

/** What remark-gfm itself writes for task lists and footnotes. */
const generated = new Set([
  "checked",
  "disabled",
  "ariaLabel",
  "ariaDescribedBy",
  "dataFootnoteRef",
  "dataFootnoteBackref",
  "dataFootnotes",
]);

/**
 * Looks for everything in a body that must not be published: expressions and imports, unknown
 * components, elements and attributes that act, addresses of another scheme, pictures without a text
 * alternative. Works from lists of what is allowed, so that what is new is refused.
 */
export function inspect(tree: Root, source: BodySource): Fault[] {
  const faults: Fault[] = [];
  visit(tree, (node) => {
    const line = source.line - 1 + (node.position?.start?.line ?? 1);
    const refuse = (what: string, reason: string, remedy: string) =>
      faults.push(error(source.file, line, what, reason, remedy));
    switch (node.type) {
      case "mdxjsEsm":
        refuse(
          quote(node.value),
          "import and export would be deleted.",
          "Remove the line; components need no import.",
        );
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        // One comment and nothing else: between two comments there could be code.
        if (/^\s*(\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)?$/.test(node.value)) break;
        refuse(
          quote(`{${node.value}}`),
          "an expression in braces would be deleted.",
          "Write \\{ for a brace, or write the text itself.",
        );
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        faults.push(...inspectJsx(node, source, line));
        break;
      case "element":
        faults.push(...inspectElement(node, source, line));
        break;
      case "text": {
        // Written as &#x202E; it was not in the file itself.
        const control = controlIn(node.value);
        if (control) refuse("text", `it contains ${control.reason}`, "Delete the character.");
        break;
      }
      case "raw":
      case "doctype":
        refuse("HTML", `${node.type} is not allowed in a text.`, "Remove it.");
    }
  });
  return faults;
}

function inspectJsx(
  node: MdxJsxFlowElementHast | MdxJsxTextElementHast,
  source: BodySource,
  line: number,
): Fault[] {
  const name = node.name ?? "";
  const faults: Fault[] = [];
  const refuse = (what: string, reason: string, remedy: string) =>
    faults.push(error(source.file, line, what, reason, remedy));
  const known = components[name as keyof typeof components] as readonly string[] | undefined;
  if (name === "") {
    refuse("<>", "a fragment does nothing here.", "Remove <> and </>.");
    return faults;
  }
  if (/^[a-z]/.test(name)) {
    for (const attribute of node.attributes) {
      if (attribute.type !== "mdxJsxAttribute" || (attribute.value && typeof attribute.value !== "string")) {
        refuse(
          `<${name}>`,
          "an attribute with an expression would be deleted.",
          'Write the value as a text: name="value".',
        );
      }
    }
    faults.push(...inspectElement(elementOf(node), source, line, true));
    return faults;
  }
  if (!known || !Object.hasOwn(components, name)) {
    const names = Object.keys(components);
    const guess = closest(name, names);
    refuse(
      `<${name}>`,
      `there is no component of this name; did you mean <${guess}>?`,
      `Use one of: ${names.join(", ")}.`,
    );
    return faults;
  }
  for (const attribute of node.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value !== "string") {
      refuse(
        `<${name}>`,
        "an attribute that is not a text would be deleted.",
        'Write the value as a text: name="value".',
      );
    } else if (!known.includes(attribute.name)) {
      const remedy = known.length > 0 ? `It takes: ${known.join(", ")}.` : "It takes none; remove it.";
      refuse(`<${name}>`, `it takes no attribute ${quote(attribute.name)}.`, remedy);
    }
  }
  for (const needed of known) {
    if (!node.attributes.some((attribute) => "name" in attribute && attribute.name === needed))
      refuse(`<${name}>`, `its attribute ${quote(needed)} is missing.`, `Write <${name} ${needed}="…">.`);
  }
  return faults;
}

function inspectElement(node: Element, source: BodySource, line: number, decorationAllowed = false): Fault[] {
  const faults: Fault[] = [];
  const tag = `<${node.tagName}>`;
  const refuse = (what: string, reason: string, remedy: string) =>
    faults.push(error(source.file, line, what, reason, remedy));
  const taskBox =
    node.tagName === "input" && node.properties.type === "checkbox" && node.properties.disabled === true;
  if (!elements.has(node.tagName) && !taskBox) {
    refuse(tag, "this element is not allowed in a text.", "Remove it, or link to what it should show.");
    return faults;
  }
  for (const [name, value] of Object.entries(node.properties)) {
    if (!attributes.has(name) && !generated.has(name)) {
      refuse(tag, `the attribute ${quote(name)} is not allowed in a text.`, "Remove the attribute.");
    } else if (name === "style" && !isCalmStyle(String(value))) {
      refuse(
        tag,
        `the style ${quote(value)} could load or cover something.`,
        "Keep to size, colour, alignment and margins.",
      );
    } else if ((name === "href" || name === "src" || name === "cite") && typeof value === "string") {
      const fault = addressFault(value, name);
      if (fault) refuse(quote(value), fault.reason, fault.remedy);
    }
  }
  const alt = node.properties.alt;
  if (node.tagName === "img" && (alt === undefined || (!decorationAllowed && String(alt).trim() === ""))) {
    faults.push(alternativeFault(node, source, line));
  }
  return faults;
}

function alternativeFault(node: Element, source: BodySource, line: number): Fault {
  const what = `picture ${quote(node.properties.src ?? "")}`;
  const reason = "it has no text alternative, so people who cannot see it learn nothing of it.";
  const remedy = 'Say what it shows: ![what it shows](address) or alt="what it shows".';
  // Documents of other sites come as .md and are published unchanged; our own texts are held to the rule.
  const fault = source.format === "mdx" ? error : warning;
  return fault(source.file, line, what, reason, remedy);
}

function addressFault(value: string, attribute: string): { reason: string; remedy: string } | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore these characters in a scheme
  const read = value.replace(/[\u0000-\u0020]/g, "").replaceAll("\\", "/");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(read)?.[1]?.toLowerCase();
  if (scheme === "http")
    return { reason: "it begins with http:, which anyone on the way can read.", remedy: "Write https:." };
  if (read.startsWith("//"))
    return { reason: "it does not say https:.", remedy: "Write the whole address, with https:." };
  if (attribute === "src" && scheme) {
    return {
      reason: "the picture lies on another host, which would learn of every reader.",
      remedy: "Copy it into public/ and name it there.",
    };
  }
  if (scheme && scheme !== "https" && scheme !== "mailto" && scheme !== "tel") {
    return {
      reason: `addresses of the kind ${scheme}: are not allowed.`,
      remedy: "Link to an https: address.",
    };
  }
  if (!URL.canParse(value, scheme ? undefined : "https://site.invalid/"))
    return { reason: "it is not a valid address.", remedy: "Correct the address." };
  if (scheme === "https") {
    const { username, password, searchParams } = new URL(value);
    if (username || password) {
      const reason = "a user name stands before its host, so that it looks like an address of another one.";
      return { reason, remedy: "Write the address without what stands before the @." };
    }
    const telling = [...searchParams.keys()].find((key) => tracking.test(key));
    if (telling !== undefined)
      return { reason: `${quote(telling)} tells where it was found.`, remedy: "Take it out of the address." };
  }
  return null;
}

/** Only properties that arrange or colour the element itself; nothing that loads, moves or covers. */
function isCalmStyle(style: string): boolean {
  const calm =
    /^(width|height|max-width|min-width|max-height|margin(-\w+)?|padding(-\w+)?|text-align|vertical-align|float|clear|color|background-color|font-(size|weight|style)|text-decoration|border(-(?!image)\w+)*|display|white-space|line-height|list-style(-type)?|aspect-ratio|object-fit|overflow(-\w+)?)$/;
  return style.split(";").every((declaration) => {
    const [property = "", value = ""] = declaration.split(/:(.*)/s);
    if (property.trim() === "" && value.trim() === "") return true;
    // A declaration without a value, and quotes and comments that do not end, stop what compiles the page.
    if (value.trim() === "" || /["'*]/.test(value)) return false;
    // Colours are the only functions that load nothing; a negative measure pulls one text over another.
    const plain = value.replace(/\b(rgba?|hsla?)\(/gi, "");
    return (
      calm.test(property.trim().toLowerCase()) && !/[\\@<(]|url|expression|(^|[\s,])-\s*[\d.]/i.test(plain)
    );
  });
}
