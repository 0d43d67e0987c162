import { readFileSync } from "node:fs";
import path from "node:path";
import { Element, isComment, isTag, isText, type ParentNode } from "domhandler";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { describe, expect, test } from "vitest";
import { finishPage } from "./finish-page.mjs";

const fixtures = path.join(import.meta.dirname, "fixtures");
const read = (name: string) => readFileSync(path.join(fixtures, name), "utf8");
const finish = (html: string) => finishPage({ html, page: "/en/page", readCss: () => read("site.css") });

/** Pages of a real build, as Next wrote them. */
describe.each(["article.html", "act.html"])("%s", (name) => {
  const html = read(name);
  const finished = finish(html);

  test("says the same, element by element", () => {
    expect(outline(finished)).toEqual(outline(html));
  });

  test("has the same head", () => {
    expect(headOf(finished)).toEqual(headOf(html));
    expect(finished).toMatch(/^<!DOCTYPE html><html[^>]*><head><meta charset="utf-8">/);
  });

  test("is one file without scripts and marks", () => {
    expect(finished).not.toMatch(/<script|<!--|__next|rel="stylesheet"|as="script"/);
    expect(finished.match(/<style>/g)).toHaveLength(1);
  });

  test("has every closing tag, and double quotes around what its meta tags say", () => {
    expect(finished.match(/<p[ >]/g)?.length).toBe(finished.match(/<\/p>/g)?.length);
    expect(finished.match(/<li[ >]/g)?.length).toBe(finished.match(/<\/li>/g)?.length);
    for (const meta of finished.match(/<meta [^>]*>/g) ?? [])
      expect(meta).toMatch(/^<meta(?: [a-z:-]+="[^"]*")+>$/);
  });
});

describe("what is ours", () => {
  const data = '<script type="application/ld+json">{"a":"<b> &amp; \\u003c!-- \'x\'",  "n": [1 ]}</script>';
  const rules = '<script type="speculationrules">{ "prefetch": [ ] }</script>';
  const letters = '<script type="application/json" id="l">{"de": "<b>" }</script>';
  const module = '<script type="module" src="/copy.js?a=1&amp;b=2"></script>';

  test("stays to the byte", () => {
    const finished = finish(page(`<p>Text</p>${data}${rules}${letters}${module}`));
    for (const script of [data, rules, letters, module]) expect(finished).toContain(script);
  });

  test("style is written as style, not as text", () => {
    const readCss = () => ".note>b{color:red}";
    const finished = finishPage({ html: page('<p class="note"><b>!</b></p>'), page: "/", readCss });
    expect(finished).toMatch(/<style>\.[\w-]+>b\{color:red\}<\/style>/);
  });

  test("comments that are not React's stay", () => {
    expect(finish(page("<p>a<!-- editor: keep --></p>"))).toContain("<!-- editor: keep -->");
  });

  test("what stands in <noscript> and <template> stays, with its style", () => {
    const body = '<noscript><p class="skip_x">No</p></noscript><template><i class="t">T</i></template>';
    const finished = finishPage({
      html: page(body),
      page: "/",
      readCss: () => ".skip_x{color:red}.t{color:blue}.u{color:green}",
    });
    expect(finished).toContain(body);
    expect(finished).toContain("<style>.skip_x{color:red}.t{color:blue}</style>");
  });
});

describe("white space", () => {
  const body = (html: string) => finish(page(html)).match(/<body>([\s\S]*)<\/body>/)?.[1];

  test("goes between blocks and shrinks between words", () => {
    expect(body("<ul>\n  <li>a\n  b</li>\n  <li>c</li>\n</ul>\n<p>d <b>e</b> <i>f</i></p>")).toBe(
      "<ul><li>a b</li><li>c</li></ul><p>d <b>e</b> <i>f</i></p>",
    );
  });

  test("stays in preformatted text, with its first line", () => {
    expect(body("<pre>\n\n a\n  b</pre><textarea>\n\n c</textarea>")).toBe(
      "<pre>\n\n a\n  b</pre><textarea>\n\n c</textarea>",
    );
  });

  test("stays where a style shows it", () => {
    expect(body('<p style="white-space:pre-wrap">a\n  b</p>')).toContain("a\n  b");
    expect(body('<ul><li style="display: inline">a</li> <li>b</li></ul>')).toContain("</li> <li>");
  });
});

describe("half a page is never published", () => {
  test.each([
    ["a place that waits", '<template id="B:0"></template>'],
    ["a pending boundary", '<!--$?--><template id="B:0"></template><p>Loading</p><!--/$-->'],
    ["a failed boundary", "<!--$!--><p>Loading</p><!--/$-->"],
    ["a part that came late", '<div hidden id="S:0"><p>Late</p></div>'],
    ["the call that moves it", '<script>$RC("B:0","S:0")</script>'],
  ])("%s", (_, body) => {
    expect(() => finish(page(body))).toThrow(/^\/en\/page: a part of this page arrives late.*\n.*Suspense/);
  });

  test.each([
    ["inline", "<script>alert(1)</script>"],
    ["of another site", '<script src="https://example.org/a.js"></script>'],
    ["a module without a file", '<script type="module">import "/a.js"</script>'],
    ["of a type that is not known", '<script type="importmap">{}</script>'],
  ])("an unknown script: %s", (_, body) => {
    expect(() => finish(page(body))).toThrow(/^\/en\/page: unknown script/);
  });

  test("a page in which Next's runtime is not found", () => {
    expect(() => finish("<!DOCTYPE html><html><head></head><body></body></html>")).toThrow(
      /^\/en\/page: found none of Next's scripts/,
    );
  });
});

/** A small page as Next writes it. */
function page(body: string) {
  return (
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
    '<script src="/_next/static/chunks/b.js" async=""></script><title>T</title></head>' +
    `<body><div hidden=""><!--$--><!--/$--></div>${body}` +
    "<script>(self.__next_f=self.__next_f||[]).push([0])</script></body></html>"
  );
}

/** What a page shows and says: its elements with their attributes, and its text with spaces as a reader sees them. */
function outline(html: string) {
  const lines = [""];
  visit(body(html), (node) => {
    if (isText(node)) lines.push(`${lines.pop()}${node.data}`.replace(/\s+/g, " "));
    if (!(node instanceof Element) || node.name === "script") return;
    const { class: _, ...attributes } = node.attribs;
    if (Object.keys(attributes).join() === "hidden" && node.children.every(isComment)) return;
    lines.push(`${node.name} ${JSON.stringify(attributes)} `);
  });
  return lines.map((line) => line.trim());
}

function headOf(html: string) {
  const tags: string[] = [];
  visit(parse(html, { treeAdapter: adapter }), (node) => {
    if (!(node instanceof Element) || !/^(?:meta|title|link|base)$/.test(node.name)) return;
    if (/stylesheet/.test(node.attribs.rel ?? "") || node.attribs.as === "script") return;
    if (node.attribs["http-equiv"] === "Content-Security-Policy") return;
    const text = node.children.map((child) => (isText(child) ? child.data : "")).join("");
    tags.push(`${node.name} ${JSON.stringify(node.attribs)} ${text}`);
  });
  return tags;
}

function body(html: string): ParentNode {
  let found: ParentNode | undefined;
  visit(parse(html, { treeAdapter: adapter }), (node) => {
    if (isTag(node as Element) && (node as Element).name === "body") found = node as Element;
  });
  return found!;
}

function visit(parent: ParentNode, see: (node: ParentNode["children"][number]) => void) {
  for (const node of parent.children) {
    see(node);
    if ("children" in node && !(node instanceof Element && node.name === "script")) visit(node, see);
  }
}
