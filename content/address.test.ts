import { expect, test } from "vitest";
import { permalinkRedirects } from "./address.ts";

const page = "/blog/20240601-a-title.html";
const pages = ["/", "/act", page];

/** Where a path is sent, as Next does: the parameter and its pattern become a group of a whole-path pattern. */
function sent(path: string): string | undefined {
  const rule = permalinkRedirects(pages).find(({ source }) =>
    new RegExp(`^${source.replace(/:[a-z]+(?=\()/g, "")}$`).test(path),
  );
  return rule?.destination;
}

test.each([
  ["without .html", "/blog/20240601-a-title"],
  ["other letter case", "/BLOG/20240601-A-Title.HTML"],
  ["a full stop", `${page}.`],
  ["a comma", `${page},`],
  ["a bracket", `${page})`],
  ["a bracket and a full stop", `${page}).`],
  ["a slash before the bracket", `${page}/)`],
  ["a closing quotation mark", `${page}%E2%80%9D`],
  ["a straight quotation mark", `${page}%22`],
  ["a closing quotation mark encoded twice", `${page}%25E2%2580%259D`],
  ["a space", `${page}%20`],
  ["an angle bracket", `${page}%3E`],
  ["an encoded query", `${page}%3Futm_source=x`],
  ["an encoded fragment", `${page}%2523why`],
  ["slashes encoded", "/blog%2F20240601-a-title.html"],
  ["slashes encoded twice", "/blog%252F20240601-a-title.html"],
  ["dashes and dots encoded", "/blog/20240601%2Da%2dtitle%2Ehtml"],
])("%s: leads to the page", (_what, path) => {
  expect(sent(path)).toBe(page);
});

test("home survives too", () => {
  for (const path of ["/)", "/%E2%80%9D", "/%29."]) expect(sent(path), path).toBe("/");
});

test("no page is redirected to itself, and no other address to a page", () => {
  for (const path of [
    ...pages,
    "/act/de",
    "/acting",
    "/blog",
    "/blog/20240601-a-title-2.html",
    "/nothing)",
  ]) {
    expect(sent(path), path).toBeUndefined();
  }
});

test("a pattern holds no bracket that Next would count as the end of its group", () => {
  for (const { source } of permalinkRedirects(pages)) {
    expect(source.match(/\(/g)?.length).toBe(source.match(/\)/g)?.length);
    expect(source.length).toBeLessThan(4096);
  }
});
