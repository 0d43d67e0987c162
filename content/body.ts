import type { Element, Nodes, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import slugify from "slugify";
import { type Plugin, type Processor, unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { error, type Fault } from "./fault.ts";
import { inspect } from "./inspect.ts";
import { isTooDeep, tooDeepLine } from "./nesting.ts";
import { typeset } from "./typography.ts";
import { withoutCode } from "./without-code.ts";

/** A link or picture of a body, or the key of an address in eu-links.yaml, with the line it stands on. */
export type Reference = { kind: "link" | "picture" | "key"; url: string; line: number };

/** A heading, paragraph, list item or component, by which a translation is compared with its original. */
export type Block = { kind: string; line: number; text: string; targets: string[] };

/** What a body says, parsed once: the tree to render and what the checks need of it. */
export type Body = {
  tree: Root;
  /** Every id that a link can lead to. */
  anchors: Set<string>;
  /** What else a link may call a heading, as `headingId` has it, with its id: GitHub names some differently. */
  aliases: Map<string, string>;
  references: Reference[];
  blocks: Block[];
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
  /** The language whose typography the text follows. */
  lang?: string;
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
  mdx: markdown(remarkGfm),
  md: markdownWithHtml(remarkGfm),
  html: unified().use(rehypeRaw).freeze(),
};
/** The same for texts in which every address of the web is the target of a link: half the time. */
const withoutBareLinks = { mdx: markdown(gfmWithoutBareLinks), md: markdownWithHtml(gfmWithoutBareLinks) };

function markdown(gfm: Plugin) {
  return unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(gfm)
    .use(remarkRehype, { passThrough: [...mdxNodes] })
    .freeze();
}

function markdownWithHtml(gfm: Plugin) {
  return unified()
    .use(remarkParse)
    .use(gfm)
    .use(remarkBreaks)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .freeze();
}

/**
 * remark-gfm without the part that looks at every letter for the beginning of an address. What it would have
 * found is found all the same, in the finished text.
 */
function gfmWithoutBareLinks(this: Processor): void {
  remarkGfm.call(this);
  const data = this.data() as { micromarkExtensions?: { text?: Constructs }[] };
  for (const extension of data.micromarkExtensions ?? []) {
    for (const [code, constructs] of Object.entries(extension.text ?? {})) {
      const others = [constructs]
        .flat()
        .filter(({ name }) => !/^(www|protocol|email)Autolink$/.test(name ?? ""));
      extension.text = { ...extension.text, [code]: others };
    }
  }
}

type Constructs = Record<string, { name?: string } | { name?: string }[]>;

/** Whether a text may hold an address that is not the target of a link. */
function mayHaveBareLinks(text: string): boolean {
  return /https?:|www\.|@/i.test(text.replace(/\]\([^()\s]*(?=[)\s])/g, ""));
}

/** A body that says nothing: what parsing begins with, and what stands for a text that cannot be read. */
export function emptyBody(): Body {
  return {
    tree: { type: "root", children: [] },
    anchors: new Set(),
    aliases: new Map(),
    references: [],
    blocks: [],
    components: new Set(),
    firstParagraph: "",
    faults: [],
  };
}

/** Parses a body. Whatever is wrong with it is in `faults`; a tree with errors must not be rendered. */
export function parseBody(source: BodySource): Body {
  const body = emptyBody();
  const deepLine = tooDeepLine(source.text);
  if (deepLine) return { ...body, faults: [depthFault(source, deepLine)] };
  try {
    const tree = parse(source);
    if (isTooDeep(tree)) return { ...body, faults: [depthFault(source)] };
    body.faults.push(...inspect(tree, source));
    withoutCode(tree);
    body.tree = tree;
    dropRepeatedTitle(body, source.title);
    nameHeadings(body);
    collect(body, source);
    setType(body, source);
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

/** The id in a body that the fragment of a link means, or undefined where there is none. */
export function anchorIn(body: Body, fragment: string): string | undefined {
  // Browsers give #top a meaning of their own; the page's own ids begin with "_".
  if (fragment === "" || fragment === "top" || fragment.startsWith("_") || body.anchors.has(fragment))
    return fragment;
  const id = headingId(fragment);
  return body.anchors.has(id) ? id : body.aliases.get(id);
}

/** A text with &mdash; and the like turned into the characters they stand for, as in Markdown. */
export function withCharacters(text: string): string {
  return text.replace(/&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi, (reference) => {
    const characters = textOf(parseHtml(reference));
    // HTML takes the beginning of an unknown name for a known one.
    return characters.length > 1 && characters.endsWith(";") ? reference : characters;
  });
}

function parseHtml(value: string): Root {
  const start = { line: 1, column: 1, offset: 0 };
  const raw = { type: "raw", value, position: { start, end: start } };
  return processors.html.runSync({ type: "root", children: [raw] } as unknown as Root) as Root;
}

function parse(source: BodySource): Root {
  if (source.format === "html") return parseHtml(source.text);
  const processor = (mayHaveBareLinks(source.text) ? processors : withoutBareLinks)[source.format];
  const tree = processor.runSync(processor.parse(source.text), source.text) as Root;
  visit(tree, "element", ({ properties }) => {
    // GitHub makes http: of a bare www., where the writer has named no scheme.
    if (typeof properties.href === "string" && !source.text.includes("http://www."))
      properties.href = properties.href.replace(/^http:\/\/(?=www\.)/, "https://");
  });
  return tree;
}

function dropRepeatedTitle({ tree, aliases }: Body, title: string | undefined): void {
  const first = tree.children.findIndex((node) => node.type === "element");
  const heading = tree.children[first];
  if (title === undefined || heading?.type !== "element" || heading.tagName !== "h1") return;
  const words = textOf(heading).trim();
  if (words !== title.trim() && (headingId(words) === "" || headingId(words) !== headingId(title))) return;
  tree.children.splice(first, 1);
  // The page shows the title at its top, which is where a link to the heading leads.
  if (headingId(words) !== "") aliases.set(headingId(words), "top");
}

/** Gives every heading an id, and lowers further headings of level 1: the page's title is the only one. */
function nameHeadings({ tree, aliases }: Body): void {
  const taken = new Set(aliases.keys());
  visit(tree, "element", (element) => {
    if (typeof element.properties.id === "string") taken.add(element.properties.id);
  });
  visit(tree, "element", (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    if (element.tagName === "h1") element.tagName = "h2";
    if (typeof element.properties.id === "string") return;
    const words = textOf(element);
    const id = headingId(words) || "section";
    let unique = id;
    for (let n = 1; taken.has(unique); n += 1) unique = `${id}-${n}`;
    taken.add(unique);
    element.properties.id = unique;
    // GitHub drops signs such as & and $, for which slugify has words; posts are written with its links.
    const alias = headingId(words.replace(/[^\p{L}\p{N}\s_-]/gu, "")) + unique.slice(id.length);
    if (id !== "section" && !aliases.has(alias)) aliases.set(alias, unique);
  });
}

function collect(body: Body, source: BodySource): void {
  visit(body.tree, (node) => {
    // The start is missing in what remark-gfm writes itself, such as the box of a task, once rehype-raw had it.
    const line = source.line - 1 + (node.position?.start?.line ?? 1);
    if (node.type === "element") {
      const { id, name } = node.properties;
      if (typeof id === "string") body.anchors.add(id);
      if (node.tagName === "a" && typeof name === "string") body.anchors.add(name);
    } else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      if (node.name) body.components.add(node.name);
    }
    body.references.push(...referencesOf(node).map((reference) => ({ ...reference, line })));
  });
  visit(body.tree, (node) => {
    const kind =
      node.type === "element" ? node.tagName : node.type === "mdxJsxFlowElement" ? node.name : null;
    if (kind === null || !isBlock(node, kind)) return;
    const line = source.line - 1 + (node.position?.start?.line ?? 1);
    body.blocks.push({
      kind,
      line,
      text: textOf(node).replace(/\s+/g, " ").trim(),
      targets: targetsIn(node),
    });
  });
  const paragraph = body.tree.children.find(
    (node): node is Element => node.type === "element" && node.tagName === "p" && textOf(node).trim() !== "",
  );
  body.firstParagraph = paragraph ? textOf(paragraph).replace(/\s+/g, " ").trim() : "";
}

const blockTags = new Set("h1 h2 h3 h4 h5 h6 p li dt dd th td pre blockquote figcaption hr img".split(" "));

function isBlock(node: Nodes, kind: string): boolean {
  return node.type === "mdxJsxFlowElement" || blockTags.has(kind);
}

/** Where the links of a block lead: their addresses, and the names of addresses that components are given. */
function targetsIn(block: Nodes): string[] {
  const targets: string[] = [];
  visit(block, (node) => {
    targets.push(...referencesOf(node).flatMap(({ kind, url }) => (kind === "picture" ? [] : [url])));
  });
  return targets;
}

/** What a single element leads to or shows. */
function referencesOf(node: Nodes): Omit<Reference, "line">[] {
  const found: Omit<Reference, "line">[] = [];
  if (node.type === "element") {
    const { href, src } = node.properties;
    if (typeof href === "string") found.push({ kind: "link", url: href });
    if (typeof src === "string") found.push({ kind: "picture", url: src });
  } else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    for (const { name, value } of node.attributes.filter((item) => item.type === "mdxJsxAttribute"))
      if (name === "to" && typeof value === "string") found.push({ kind: "key", url: value });
  }
  return found;
}

/** Joins what no line may end between; in code every character counts. */
function setType({ tree }: Body, { lang }: BodySource): void {
  if (lang === undefined) return;
  visit(tree, (node) => {
    if (node.type === "element" && (node.tagName === "code" || node.tagName === "pre")) return SKIP;
    if (node.type === "text") node.value = typeset(node.value, lang);
    return undefined;
  });
}

function syntaxFault(problem: unknown, source: BodySource): Fault {
  if (problem instanceof RangeError) return depthFault(source);
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

function depthFault(source: BodySource, line = 1): Fault {
  const reason = "it is nested too deeply to be read.";
  const remedy = "Remove the nested quotes, lists or elements.";
  return error(source.file, source.line - 1 + line, "text", reason, remedy);
}
