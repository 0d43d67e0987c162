import { describe, expect, test } from "vitest";
import { parseBody } from "./body.ts";
import type { Fault } from "./fault.ts";
import { article, expectFaults, site } from "./testing.ts";

function faultsOf(text: string, format: "md" | "mdx" | "html"): Fault[] {
  return parseBody({ text: `One.\n\n${text}\n`, file: "file", line: 10, format }).faults;
}

/** The one fault of a text, which begins on line 12. */
function fault(text: string, format: "md" | "mdx" | "html"): Fault {
  const faults = faultsOf(text, format);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.file).toBe("file");
  expect(faults[0]?.line).toBe(12);
  return faults[0]!;
}

describe("MDX", () => {
  test("with an unknown component is refused with a guess", () => {
    const copy = site();
    const file = article(copy, "Text.\n\n<CallToActoin />");
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "<CallToActoin"),
      what: "<CallToActoin>",
      reason: /there is no component of this name; did you mean <CallToAction>\?/,
      remedy: /Use one of: CallToAction, /,
    });
  });

  test("with an expression is refused, since it would be deleted", () => {
    const copy = site();
    const file = article(copy, "Text.\n\nIt costs {1 + 1} euros.");
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "{1 + 1}"),
      what: "“{1 + 1}”",
      reason: /an expression in braces would be deleted/,
      remedy: /Write \\\{ for a brace/,
    });
  });

  test.each(['import X from "./x.js"', "export const x = 1", "export default 1"])(
    "with %s is refused",
    (text) => {
      expect(fault(text, "mdx").reason).toBe("import and export would be deleted.");
      expect(fault(text, "mdx").what).toBe(`“${text}”`);
      expect(fault(text, "mdx").remedy).toMatch(/Remove the line/);
    },
  );

  test.each([
    ["{globalThis.ran = 1}", /would be deleted/],
    ["{/* a */ globalThis.ran = 1 /* b */}", /would be deleted/],
    ["{/* a */ (1) /* b */}", /would be deleted/],
    ["<CallToAction {...{}} />", /not a text would be deleted/],
    ["<EuLink to={1}>x</EuLink>", /not a text would be deleted/],
    ["<EuLink to>x</EuLink>", /not a text would be deleted/],
    ['<b class={"x"}>x</b>', /an attribute with an expression would be deleted/],
    ["<b {...{}}>x</b>", /an attribute with an expression would be deleted/],
    ['<CallToAction size="2" />', /it takes no attribute “size”/],
    ['<EuLink to="mep-home" class="x">x</EuLink>', /it takes no attribute “class”/],
    ["<EuLink>x</EuLink>", /its attribute “to” is missing/],
    ["<></>", /a fragment does nothing/],
    ["<a.b />", /not allowed in a text/],
    ["<a:b />", /not allowed in a text/],
    ["<Call.Action />", /no component of this name/],
    ["<__proto__ />", /no component of this name/],
    ["<toString />", /not allowed in a text/],
    ['<b onClick="alert(1)">x</b>', /the attribute “onClick” is not allowed/],
    ['<b dangerouslySetInnerHTML="x">x</b>', /is not allowed/],
    ['<a href="javascript:alert(1)">x</a>', /addresses of the kind javascript: are not allowed/],
    ['<img src="/x.png" />', /no text alternative/],
    ['<p style="position: fixed">x</p>', /could load or cover something/],
  ])("is refused for %s", (text, reason) => {
    expect(fault(text, "mdx").reason).toMatch(reason);
    expect(fault(text, "mdx").remedy).not.toBe("");
    expect(globalThis).not.toHaveProperty("ran");
  });

  test.each([
    "{/* a note for translators */}",
    "A {/* note */} within.",
    "{}",
    "<b>bold</b> and <br /> and <sup>1</sup>",
    '<img src="/x.png" alt="" />',
    '<p style="text-align: center">x</p>',
    "<details open>\n<summary>More</summary>\n\ntext\n\n</details>",
    "`{1 + 1}` and \\{1}",
    "```js\nimport x from {1}\n```",
  ])("is accepted for %s", (text) => {
    expect(faultsOf(text, "mdx")).toEqual([]);
  });

  test("with a tag that is not closed is refused with its line", () => {
    const copy = site();
    const file = article(copy, "Text.\n\nOne <br> two.\n\nThree.");
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, "<br>"),
      what: "text",
      reason: /cannot be read: Expected a closing tag for `<br>`/,
      remedy: /Close every <tag>.*or save the file as \.md/,
    });
  });

  test.each([
    ["One {two.", /Could not parse expression|Unexpected end of file in expression/],
    ["1 < 2 <3", /Unexpected character/],
    ["</b>", /Unexpected closing slash|closing/],
    ["<b><i></b></i>", /closing tag/],
    ["{1 +}", /Could not parse expression/],
  ])("that cannot be read is told: %s", (text, reason) => {
    expect(fault(text, "mdx")).toMatchObject({ what: "text", reason: expect.stringMatching(reason) });
  });
});

describe.each(["md", "html"] as const)("HTML in .%s", (format) => {
  test.each([
    ["<script>alert(1)</script>", "<script>"],
    ['<iframe src="https://example.org/"></iframe>', "<iframe>"],
    ["<form><b>x</b></form>", "<form>"],
    ["<button>x</button>", "<button>"],
    ["<input>", "<input>"],
    ['<input type="checkbox">', "<input>"],
    ["<style>p { color: red }</style>", "<style>"],
    ["<svg><path></path></svg>", "<svg>"],
    ["<math></math>", "<math>"],
    ["<object></object>", "<object>"],
    ["<embed>", "<embed>"],
    ["<video></video>", "<video>"],
    ["<audio></audio>", "<audio>"],
    ["<link rel=stylesheet href=x>", "<link>"],
    ["<meta http-equiv=refresh>", "<meta>"],
    ["<base href=x>", "<base>"],
    ["<template></template>", "<template>"],
    ["<dialog open></dialog>", "<dialog>"],
    ["<custom-element></custom-element>", "<custom-element>"],
    ["<CallToAction></CallToAction>", "<calltoaction>"],
  ])("%s is refused", (text, what) => {
    const found = faultsOf(text, format).filter((each) => each.what === what);
    expect(found[0]).toMatchObject({
      level: "error",
      line: 12,
      reason: "this element is not allowed in a text.",
    });
    expect(found[0]?.remedy).toMatch(/Remove it/);
  });

  test.each([
    ['<b onclick="alert(1)">x</b>', /attribute “onClick” is not allowed/],
    ['<b ONMOUSEOVER="alert(1)">x</b>', /attribute “onMouseOver” is not allowed/],
    ['<img alt="x" src="/x.png" onerror=alert(1)>', /attribute “onError” is not allowed/],
    ['<img alt="x" src="/x.png" srcset="https://example.org/x.png 2x">', /attribute “srcSet” is not allowed/],
    ['<table background="https://example.org/x.png"></table>', /attribute “background” is not allowed/],
    ['<p data-x="1">x</p>', /attribute “dataX” is not allowed/],
    ['<p is="x-y">x</p>', /attribute “is” is not allowed/],
    ['<a ping="https://example.org/">x</a>', /attribute “ping” is not allowed/],
    ['<a href="/x" download>x</a>', /attribute “download” is not allowed/],
    ["<p contenteditable>x</p>", /attribute “contentEditable” is not allowed/],
    ["<p autofocus>x</p>", /attribute “autoFocus” is not allowed/],
    ['<p tabindex="1">x</p>', /attribute “tabIndex” is not allowed/],
    ['<a xlink:href="javascript:alert(1)">x</a>', /is not allowed/],
  ])("%s is refused for its attribute", (text, reason) => {
    const faults = faultsOf(text, format).filter((each) => each.what !== "“javascript:alert(1)”");
    expect(faults.map((each) => each.reason)).toEqual([expect.stringMatching(reason)]);
  });

  test.each([
    ["http://example.org/", /it begins with http:/, /Write https:/],
    ["HTTP://example.org/", /it begins with http:/, /Write https:/],
    ["javascript:alert(1)", /addresses of the kind javascript:/, /Link to an https: address/],
    ["JaVaScRiPt:alert(1)", /addresses of the kind javascript:/, /https:/],
    ["java&#10;script:alert(1)", /addresses of the kind javascript:/, /https:/],
    ["&#1;javascript:alert(1)", /addresses of the kind javascript:/, /https:/],
    ["&#106;avascript&colon;alert(1)", /addresses of the kind javascript:/, /https:/],
    ["data:text/html,<script>alert(1)</script>", /addresses of the kind data:/, /https:/],
    ["vbscript:x", /addresses of the kind vbscript:/, /https:/],
    ["file:///etc/passwd", /addresses of the kind file:/, /https:/],
    ["blob:https://example.org/x", /addresses of the kind blob:/, /https:/],
    ["//example.org/", /it does not say https:/, /Write the whole address/],
    ["\\\\example.org/", /it does not say https:/, /Write the whole address/],
    ["/\\example.org/", /it does not say https:/, /Write the whole address/],
    ["/&#9;/example.org/", /it does not say https:/, /Write the whole address/],
    ["/&#9;/", /it does not say https:/, /Write the whole address/],
    ["https://europa.eu@example.org/", /a user name stands before its host/, /without what stands before/],
    ["https://europa.eu:x@example.org/", /a user name stands before its host/, /without what stands before/],
    ["https://example.org/?a=1&UTM_source=x", /“UTM_source” tells where it was found/, /Take it out/],
    ["https://", /it is not a valid address/, /Correct the address/],
    ["https://[", /it is not a valid address/, /Correct the address/],
    ["https://exa mple.org/", /it is not a valid address/, /Correct the address/],
  ])("a link to %s is refused", (address, reason, remedy) => {
    const found = fault(`<a href="${address}">x</a>`, format);
    expect(found).toMatchObject({ level: "error", reason: expect.stringMatching(reason) });
    expect(found.remedy).toMatch(remedy);
  });

  test.each(["https://example.org/x.png", "data:image/png;base64,AAAA", "blob:x"])(
    "a picture at %s is refused",
    (address) => {
      expect(fault(`<img alt="x" src="${address}">`, format)).toMatchObject({
        level: "error",
        reason: "the picture lies on another host, which would learn of every reader.",
        remedy: "Copy it into public/ and name it there.",
      });
    },
  );

  test.each([
    "position: fixed",
    "background: url(https://example.org/x.png)",
    "background-color: red; background-image: url(/x.png)",
    "list-style: url(https://example.org/x.png)",
    "list-style: image-set('https://example.org/x.png' 1x)",
    "list-style: image-set(https://example.org/x.png)",
    "border-image: image-set(x 1x)",
    "border-image-source: x",
    "color: var(--x)",
    "width: expression(alert(1))",
    "color: r\\65 d",
    "margin: -500px",
    "margin-top: -9e9px",
    "margin: 0 -1px",
    "width",
    "width:",
    "width: '",
    "color: red /*",
    "z-index: 9",
    "transform: none",
    "--x: 1",
    "@import x",
  ])("the style “%s” is refused", (style) => {
    expect(fault(`<p style="${style}">x</p>`, format).reason).toMatch(/could load or cover something/);
  });

  test.each([
    "width: 50%",
    "text-align:center;",
    "float: right; margin: 0 0 1em 1em; max-width: 40%",
    "color: rgb(0, 0, 0); background-color: hsla(10, 20%, 30%, 0.4)",
    "border: 1px solid #ccc; border-radius: 4px",
    ";",
    "",
  ])("the style “%s” is accepted", (style) => {
    expect(faultsOf(`<p style="${style}">x</p>`, format)).toEqual([]);
  });

  test.each([
    '<a href="mailto:?subject=One&body=Dear%20%E2%80%A6%2C%0A%0AI%20write%20(https%3A%2F%2Fexample.org).">x</a>',
    '<a href="tel:+32228100">x</a>',
    '<a href="https://example.org/a?b=c#d" target="_blank" rel="noopener" title="x">x</a>',
    '<a href="#x" name="y" class="z">x</a>',
    "<p align=center>x<br>y<hr>",
    "<table border=1><tr><th scope=col colspan=2>x<tr><td valign=top>y</table>",
    "<details open><summary>x</summary>y</details>",
    "<ol start=3 reversed><li value=4>x</ol>",
    "<!-- a note -->",
  ])("%s is accepted", (text) => {
    expect(faultsOf(text, format)).toEqual([]);
  });
});

describe("a picture without a text alternative", () => {
  test.each([
    ["test.mdx", "error", "![](/seal.svg)"],
    ["test.md", "warning", "![](/seal.svg)"],
    ["test.md", "warning", '<img src="/seal.svg">'],
    ["test.md", "warning", '<img src="/seal.svg" alt=" ">'],
  ] as const)("is in %s an %s: %s", (name, level, text) => {
    const copy = site();
    const file = article(copy, `Text.\n\n${text}`, {}, name);
    expectFaults(copy.faults(), {
      file,
      line: copy.lineOf(file, text),
      what: "picture “/seal.svg”",
      level,
      reason: /no text alternative, so people who cannot see it/,
      remedy: /Say what it shows: !\[what it shows\]/,
    });
  });

  test("may be a decoration where MDX says so", () => {
    expect(faultsOf('<img src="/x.png" alt="" />', "mdx")).toEqual([]);
  });
});

test("a fault of plain Markdown stands on its own line", () => {
  const copy = site();
  const file = article(
    copy,
    "One\ntwo\n\n- three\n  [x](http://example.org/)\n\n<b\n onclick=x>y</b>",
    {},
    "test.md",
  );
  expectFaults(
    copy.faults(),
    {
      file,
      line: copy.lineOf(file, "[x]"),
      what: "“http://example.org/”",
      reason: /http:/,
      remedy: /https:/,
    },
    { file, line: copy.lineOf(file, "<b"), what: "<b>", reason: /“onClick”/, remedy: /Remove the attribute/ },
  );
});
