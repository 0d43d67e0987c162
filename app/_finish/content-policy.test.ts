import { createHash } from "node:crypto";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { describe, expect, test } from "vitest";
import { contentPolicy } from "./content-policy.mjs";
import { elementsIn } from "./elements-in.mjs";
import { styleAttributesAsRules } from "./style-attributes.mjs";

const elementsOf = (html: string) =>
  elementsIn(parse(html, { treeAdapter: adapter, scriptingEnabled: false }));
const policyOf = (html: string, options?: { runtime: boolean }) =>
  contentPolicy(elementsOf(html), "/page", options);
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the content policy of a page", () => {
  test("forbids everything but the site's own pictures and data where there is nothing else", () => {
    expect(policyOf("<p>Text</p>")).toBe(
      "default-src 'none';img-src 'self';manifest-src 'self';connect-src 'self'",
    );
  });

  test("names the very style of the page, and no other", () => {
    const css = 'p>b::before{content:"„<&"}';
    expect(policyOf(`<style>${css}</style><p>`)).toMatch(
      new RegExp(`;style-src ${hash(css).replace(/[+/]/g, "\\$&")}$`),
    );
  });

  test("lets scripts in files of the site run, and data be", () => {
    const data = '<script type="application/ld+json">{}</script>';
    expect(policyOf(data)).not.toContain("script-src");
    expect(policyOf(`${data}<script type="module" src="/a.js"></script>`)).toContain(";script-src 'self'");
  });

  test("of a page with Next's runtime names each inline script by its hash", () => {
    const policy = policyOf('<script>self.a=1</script><script src="/_next/b.js"></script>', {
      runtime: true,
    });
    expect(policy).toContain(`script-src ${hash("self.a=1")} 'self'`);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain("unsafe");
  });

  test.each(['<p style="color:red">', '<a onclick="x()">', '<a href=" JavaScript:x()">'])(
    "cannot be had for %s",
    (html) => {
      expect(() => policyOf(html)).toThrow(/^\/page: <\w+ \w+="/);
    },
  );
});

describe("style attributes", () => {
  test("become rules that are as strong, one for each style", () => {
    const elements = elementsOf(
      '<p style="color:red;width:1px">a<b class="x" style="color: red; width: 1px">',
    );
    expect(styleAttributesAsRules(elements)).toBe("._1{color:red!important;width:1px!important}");
    const [paragraph, bold] = ["p", "b"].map((name) => elements.find((element) => element.name === name));
    expect(paragraph?.attribs).toEqual({ class: "_1" });
    expect(bold?.attribs).toEqual({ class: "x _1" });
  });

  test("keep clear of classes that are there, and leave nothing where they are empty", () => {
    const elements = elementsOf('<i class="_1"></i><p style="color:red"></p><u style=""></u>');
    expect(styleAttributesAsRules(elements)).toBe("._2{color:red!important}");
    expect(elements.find(({ name }) => name === "u")?.attribs).toEqual({});
  });
});
