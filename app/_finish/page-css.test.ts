import { isTag, type ParentNode } from "domhandler";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { expect, test } from "vitest";
import { shortenClassNames } from "./class-names.mjs";
import { cssForPage } from "./page-css.mjs";

let count = 0;

/** The part of some CSS that a page with this body uses. */
function used(css: string, body: string) {
  const sheet = { css, href: `/_next/static/chunks/${count++}.css`, media: undefined };
  return cssForPage([sheet], elementsOf(body)).toString(new Map());
}

function elementsOf(body: string) {
  const found: Parameters<typeof shortenClassNames>[0] = [];
  const visit = (parent: ParentNode) => {
    for (const node of parent.children) {
      if (isTag(node)) found.push(node);
      if ("children" in node) visit(node);
    }
  };
  visit(parse(`<body>${body}`, { treeAdapter: adapter }));
  return found;
}

const page =
  '<main class="a b" id="i"><h2>T</h2><p>x <a href="https://e.org">l</a></p>' +
  '<svg><linearGradient id="g"></linearGradient></svg><details><summary>s</summary></details></main>';

test.each([
  ["an element", "h2{color:red}"],
  ["every element", "*,:before,:after{box-sizing:border-box}"],
  ["a class and an id", ".a#i{color:red}"],
  ["a child, a sibling and a descendant", "main>h2{color:red}h2+p{color:red}.a a{color:red}h2~p{color:red}"],
  [
    "a state that comes later",
    "a:hover,a:focus-visible{color:red}a:not(:hover){color:red}p:empty{color:red}",
  ],
  ["what a reader opens", "details[open]{color:red}[open]>summary{color:red}"],
  [
    "what a script shows or hides",
    '[hidden]{display:none}p[data-done="1"]{color:red}h2[aria-busy=true]{color:red}',
  ],
  ["an attribute", 'a[href^="https:"]:after{content:"x, y"}main a[href^=https\\:]:after{content:"z"}'],
  ["a pseudo-element", 'h2::before{content:""}::selection{color:red}'],
  ["one of several", ":is(.none,.a) h2{color:red}:where(h2,h5){color:red}"],
  ["what holds something", "p:has(a){color:red}p:has(>a){color:red}"],
  ["an order", "h2:first-child{color:red}p:nth-child(2n + 1){color:red}"],
  ["an element of SVG", "svg linearGradient{color:red}"],
  ["a query", "@media print{h2{color:red}}@supports (display:grid){@media (min-width:1px){p{color:red}}}"],
  ["a container and a layer", "@layer x{h2{color:red}}@container (min-width:1px){p{color:red}}"],
  ["a font and a page", '@font-face{font-family:F;src:url("/f.woff2")}@page{margin:1cm}'],
  ["nested rules", "h2{color:red;&:hover{color:blue}}"],
])("keeps what styles %s", (_, css) => {
  expect(used(css, page)).toBe(css);
});

test.each([
  ["an element", "h5{color:red}"],
  ["a class", ".none{color:red}.a .none:hover{color:red}.a.none{color:red}"],
  ["a relation", "h2 a{color:red}p+h2{color:red}main>a{color:red}"],
  ["an attribute", 'a[href^="http:"]{color:red}p[href]{color:red}'],
  ["what holds something", "h2:has(a){color:red}"],
  [
    "something in a query",
    "@media print{.none{color:red}}@supports (color:red){@media print{h5{color:red}}}",
  ],
  ["an animation that does not run", "@keyframes spin{to{rotate:1turn}}"],
])("drops what would style %s that is not there", (_, css) => {
  expect(used(css, page)).toBe("");
});

test("keeps of a list of selectors those that match", () => {
  expect(used("h1,h2,.none,p:hover{color:red}", page)).toBe("h2,p:hover{color:red}");
});

test("keeps the order of rules", () => {
  expect(used("p{color:red}h5{color:red}h2{color:red}p{color:blue}", page)).toBe(
    "p{color:red}h2{color:red}p{color:blue}",
  );
});

test("keeps the custom properties that are used, also by way of others and of attributes", () => {
  const css =
    ":root{--a:red;--b:var(--a);--c:blue;--d: ;--e:1px}@media print{:root{--c:red;--b:2px}}p{color:var(--b)}";
  expect(used(css, `${page}<i style="margin:var(--e)"></i>`)).toBe(
    ":root{--a:red;--b:var(--a);--e:1px}@media print{:root{--b:2px}}p{color:var(--b)}",
  );
});

test("keeps an empty custom property empty", () => {
  expect(used(":root{--a: }p{color:var(--a,)}", page)).toBe(":root{--a: }p{color:var(--a,)}");
});

test("keeps an animation that runs", () => {
  expect(used("@keyframes spin{to{rotate:1turn}}p{animation:1s spin}", page)).toBe(
    "@keyframes spin{to{rotate:1turn}}p{animation:1s spin}",
  );
});

test("names files by their full path", () => {
  expect(used("p{background:url(../media/a.svg#x)}h2{background:url(data:image/png;base64,AA)}", page)).toBe(
    'p{background:url("/_next/static/media/a.svg#x")}h2{background:url(data:image/png;base64,AA)}',
  );
});

test("an import, which cannot stand in a page, stops the build", () => {
  expect(() => used('@import "a.css";', page)).toThrow(/chunks\/\d+\.css: holds @import/);
});

test("gives the classes of CSS modules short names, and none to others", () => {
  const css = ".q_fXZW_skip .a{color:red}.-\\34 4b7q_note{color:red}.button_copy{color:red}";
  const elements = elementsOf(
    '<p class="q_fXZW_skip"><i class="a XFKQ_W_unused">x</i></p><p class="-44b7q_note button_copy">y</p><b class="XFKQ_W_unused">z</b>',
  );
  const page = cssForPage([{ css, href: "/names.css", media: undefined }], elements);
  const names = shortenClassNames(elements, page.rules, page.fixedClasses);
  expect(page.toString(names)).toBe(".b .a{color:red}.c{color:red}.button_copy{color:red}");
  expect(elements.map(({ attribs }) => attribs.class)).toEqual([
    undefined,
    undefined,
    undefined,
    "b",
    "a",
    "c button_copy",
    undefined,
  ]);
});
