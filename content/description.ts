import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { bodyOf, previewOf } from "./bodies.ts";
import { type Fault, quote, warning } from "./fault.ts";
import type { Content, Document, Places } from "./model.ts";

/** Clients cut a longer one. */
export const longestDescription = 250;
/** A shorter one leaves the room of a link preview empty. */
export const shortestDescription = 50;

/**
 * What a document is about, in at most 250 characters, for search results and previews: its description,
 * or else its preview, or else its first paragraph, cut at the end of a sentence or word.
 */
export function descriptionOf(document: Document, content: Pick<Content, "root">): string {
  const text =
    document.description ||
    document.preview ||
    fragmentText(previewOf(document, content.root)?.tree) ||
    bodyOf(document).firstParagraph;
  return shorten(text.replace(/\s+/g, " ").trim(), longestDescription);
}

/** Documents whose description, taken from the text since none is given, says too little for a link preview. */
export function checkDescriptions(documents: Document[], root: Places["root"]): Fault[] {
  return documents.flatMap((document) => {
    if (document.description || bodyOf(document).faults.some(({ level }) => level === "error")) return [];
    const text = descriptionOf(document, { root });
    if ([...text].length >= shortestDescription) return [];
    const reason = `there is none, and the text begins with only ${quote(text)}.`;
    const remedy = "Add a line description: with one or two sentences, 50 to 250 characters.";
    return [warning(document.file, document.permalinkLine, "description", reason, remedy)];
  });
}

/** The words of a fragment, with a space where a paragraph or list item ends. */
function fragmentText(tree: Root | undefined): string {
  if (!tree) return "";
  const copy = structuredClone(tree);
  visit(copy, "element", (element) => {
    if (/^(p|li|h[1-6]|div|br|td|th)$/.test(element.tagName))
      element.children.push({ type: "text", value: " " });
  });
  return textOf(copy).trim();
}

/** Cuts a text to a length, after a sentence if one ends in its second half, else after a word, with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const part = text.slice(0, length - 1);
  const sentence = Math.max(...[...part.matchAll(/[.!?](?=\s)/g)].map((match) => match.index + 1), -1);
  if (sentence > length / 2) return part.slice(0, sentence);
  const word = part.lastIndexOf(" ");
  // A character of two units may not be halved where there is no space to cut at.
  return `${part.slice(0, word > 0 ? word : undefined).replace(/[\s,;:–—\uD800-\uDBFF-]+$/, "")}…`;
}
