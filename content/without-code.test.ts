import { compileMDX } from "next-mdx-remote/rsc";
import { renderToStaticMarkup } from "react-dom/server";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { parseBody } from "./body.ts";

/** What the page shows of a text, compiled as components/prose.tsx does it. */
async function show(text: string, format: "md" | "mdx"): Promise<string> {
  const { tree, faults } = parseBody({ text, file: "file", line: 1, format });
  expect(faults).toEqual([]);
  const handOver = () => () => tree;
  const { content } = await compileMDX({
    source: "",
    options: { mdxOptions: { rehypePlugins: [handOver] } },
  });
  return renderToStaticMarkup(content);
}

test.each([
  ["<!-- */ globalThis.commentRan = 1; /* -->", "md"],
  ["One <!-- */ globalThis.commentRan = 1; /* --> two.", "md"],
  ["<!-- */} {globalThis.commentRan = 1} {/* -->\n\nOne.", "md"],
  ["<b><!-- */ globalThis.commentRan = 1; /* --></b>", "md"],
  ["{/* globalThis.commentRan = 1 */}\n\nOne {/* two */} three.", "mdx"],
  ["<b>{/* globalThis.commentRan = 1 */}</b>", "mdx"],
] as const)("a comment is neither run nor published: %s", async (text, format) => {
  const html = await show(text, format);
  expect(globalThis).not.toHaveProperty("commentRan");
  expect(html).not.toContain("comment");
  expect(html).not.toContain("/*");
});

test("a tree holds elements, words and our components, and nothing that could be run", () => {
  const text = "# One\n\n{/* a */}\n\n<b>two</b> {/* b */}\n\n<CallToAction />\n\n<p>three <i>four</i></p>";
  const types = new Set<string>();
  visit(parseBody({ text, file: "file", line: 1, format: "mdx" }).tree, (node) => void types.add(node.type));
  expect([...types].sort()).toEqual(["element", "mdxJsxFlowElement", "root", "text"]);
});

test("HTML means the same in MDX and in Markdown", async () => {
  const html =
    '<h2 class="x">One</h2>\n\n<p style="color:red">a <a href="#one" title="t">b</a></p>\n\n' +
    "<details open>\n<summary>c</summary>\n\nd\n\n</details>";
  const lines = (text: string) => text.replace(/\n/g, "");
  expect(lines(await show(html, "mdx"))).toBe(lines(await show(html, "md")));
  const { anchors, references } = parseBody({ text: html, file: "file", line: 1, format: "mdx" });
  expect(anchors).toContain("one");
  expect(references).toEqual([{ kind: "link", url: "#one", line: 3 }]);
});

test("a paragraph of MDX holds no blocks", async () => {
  expect(await show("One <div>two</div> three", "mdx")).toBe("<div>One <div>two</div> three</div>");
  expect(await show("<p>one</p>", "mdx")).toBe("<p>one</p>");
  expect(await show("<b>one</b>", "mdx")).toBe("<p><b>one</b></p>");
});
