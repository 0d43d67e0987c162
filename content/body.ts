import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import slugify from "slugify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { error, type Fault } from "./fault.ts";
import { inspect } from "./inspect.ts";

/** A link or picture of a body, or the key of an address in eu-links.yaml, with the line it stands on. */
export type Reference = { kind: "link" | "picture" | "key"; url: string; line: number };

/** What a body says, parsed once: the tree to render and what the checks need of it. */
export type Body = {
  tree: Root;
  /** Every id that a link can lead to. */
  anchors: Set<string>;
  references: Reference[];
  /** Names of the components that it uses. */
  components: Set<string>;
  /** The first paragraph as plain text, or "" where there is none. */
  firstParagraph: string;
  faults: Fault[];
};

export type BodySource = {
  text: string;
  /** File name for messages. */
  file: string;
  /** Line of the file on which the text begins. */
  line: number;
  /** md: Markdown with raw HTML and kept line breaks. mdx: Markdown with our components. html: a fragment. */
  format: "md" | "mdx" | "html";
  /** A heading of level 1 that repeats this title is left out, since the page shows the title itself. */
  title?: string;
};

const mdxNodes = [
  "mdxJsxFlowElement",
  "mdxJsxTextElement",
  "mdxFlowExpression",
  "mdxTextExpression",
  "mdxjsEsm",
] as const;

const processors = {
  mdx: unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use(remarkRehype, { passThrough: [...mdxNodes] })
    .freeze(),
  md: unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkBreaks)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .freeze(),
  html: unified().use(rehypeRaw).freeze(),
};

/** Parses a body. Whatever is wrong with it is in `faults`; a tree with errors must not be rendered. */
export function parseBody(source: BodySource): Body {
  const body: Body = {
    tree: { type: "root", children: [] },
    anchors: new Set(),
    references: [],
    components: new Set(),
    firstParagraph: "",
    faults: [],
  };
  try {
    body.tree = parse(source);
    body.faults.push(...inspect(body.tree, source));
    if (source.title !== undefined) dropRepeatedTitle(body.tree, source.title);
    nameHeadings(body.tree);
    collect(body, source);
    // Places are for messages; the tree is copied for each page and feed that shows it.
    visit(body.tree, (node) => {
      delete node.position;
    });
  } catch (problem) {
    body.faults.push(syntaxFault(problem, source));
  }
  return body;
}

/**
 * The id of a heading as the SimpleX site makes it, so that published deep links keep working: lower
 * case, punctuation dropped, words joined by "-".
 */
export function headingId(heading: string): string {
  return slugify(heading, { lower: true, strict: true });
}

function parse(source: BodySource): Root {
  if (source.format === "html") {
    return processors.html.runSync({
      type: "root",
      children: [{ type: "raw", value: source.text }],
    } as unknown as Root) as Root;
  }
  const processor = processors[source.format];
  return processor.runSync(processor.parse(source.text), source.text) as Root;
}

function dropRepeatedTitle(tree: Root, title: string): void {
  const first = tree.children.findIndex((node) => node.type === "element");
  const heading = tree.children[first];
  if (heading?.type !== "element" || heading.tagName !== "h1") return;
  if (headingId(textOf(heading)) === headingId(title)) tree.children.splice(first, 1);
}

/** Gives every heading an id, and lowers further headings of level 1: the page's title is the only one. */
function nameHeadings(tree: Root): void {
  const taken = new Set<string>();
  visit(tree, "element", (element) => {
    if (typeof element.properties.id === "string") taken.add(element.properties.id);
  });
  visit(tree, "element", (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    if (element.tagName === "h1") element.tagName = "h2";
    if (typeof element.properties.id === "string") return;
    const id = headingId(textOf(element)) || "section";
    let unique = id;
    for (let n = 1; taken.has(unique); n += 1) unique = `${id}-${n}`;
    taken.add(unique);
    element.properties.id = unique;
  });
}

function collect(body: Body, source: BodySource): void {
  visit(body.tree, (node) => {
    const line = source.line - 1 + (node.position?.start.line ?? 1);
    if (node.type === "element") {
      const { id, name, href, src } = node.properties;
      if (typeof id === "string") body.anchors.add(id);
      if (node.tagName === "a" && typeof name === "string") body.anchors.add(name);
      if (typeof href === "string") body.references.push({ kind: "link", url: href, line });
      if (typeof src === "string") body.references.push({ kind: "picture", url: src, line });
    } else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      if (node.name) body.components.add(node.name);
      for (const attribute of node.attributes) {
        if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value !== "string") continue;
        if (attribute.name === "id") body.anchors.add(attribute.value);
        if (attribute.name === "href") body.references.push({ kind: "link", url: attribute.value, line });
        if (attribute.name === "to") body.references.push({ kind: "key", url: attribute.value, line });
        if (attribute.name === "src") body.references.push({ kind: "picture", url: attribute.value, line });
      }
    }
  });
  const paragraph = body.tree.children.find(
    (node): node is Element => node.type === "element" && node.tagName === "p" && textOf(node).trim() !== "",
  );
  body.firstParagraph = paragraph ? textOf(paragraph).replace(/\s+/g, " ").trim() : "";
}

function syntaxFault(problem: unknown, source: BodySource): Fault {
  if (problem instanceof RangeError) {
    const reason = "it is nested too deeply to be read.";
    return error(source.file, source.line, "text", reason, "Remove the nested quotes, lists or elements.");
  }
  const message = problem as Partial<VFileMessage> & Error;
  const place = message.place && "start" in message.place ? message.place.start : message.place;
  const line = source.line - 1 + (place?.line ?? message.line ?? 1);
  const reason = `it cannot be read: ${(message.reason ?? message.message ?? String(problem)).split("\n", 1)[0]}`;
  const remedy =
    source.format === "mdx"
      ? "Close every <tag>, write &lt; for < and \\{ for {, or save the file as .md, which allows plain HTML."
      : "Correct the HTML at this line.";
  return error(source.file, line, "text", reason, remedy);
}
