// @ts-expect-error: Next's own copy comes without types; what matches in a test must match in Next.
import { pathToRegexp } from "next/dist/compiled/path-to-regexp/index.js";
import { describe, expect, test } from "vitest";
import { localized, permalinkRedirects, permalinkTaken } from "./address.ts";

const permalinks = [
  "/",
  "/act",
  "/blog/20240604-v5.8-Private_routing.html",
  "/blog/20240604-v5.8.html",
  "/~a.b-c_d",
];

/** Where a request for an address is sent, by the first rule that matches, as Next matches with caseSensitiveRoutes. */
function redirected(address: string): string | null {
  for (const { source, destination } of permalinkRedirects(permalinks, ["de", "en"])) {
    const keys: { name: string | number }[] = [];
    const match = pathToRegexp(source, keys, { strict: true, sensitive: true, delimiter: "/" }).exec(address);
    if (!match) continue;
    const lang = match[keys.findIndex((key) => key.name === "lang") + 1] ?? "";
    return destination.replace("/:lang", `/${lang}`);
  }
  return null;
}

describe("a redirect to a document", () => {
  test.each(permalinks)("never catches the very address: %s", (permalink) => {
    expect(redirected(permalink)).toBeNull();
    if (permalink !== "/") expect(redirected(`/de${permalink}`)).toBeNull();
  });

  test.each([
    ["/blog/20240604-v5.8", "/blog/20240604-v5.8.html"],
    ["/BLOG/20240604-V5.8.HTML", "/blog/20240604-v5.8.html"],
    ["/blog/20240604-v5.8.HTML", "/blog/20240604-v5.8.html"],
    ["/Blog/20240604-V5.8", "/blog/20240604-v5.8.html"],
    ["/blog/20240604-v5.8-private_routing", "/blog/20240604-v5.8-Private_routing.html"],
    ["/blog/20240604-v5.8-private_routing.html", "/blog/20240604-v5.8-Private_routing.html"],
    ["/de/blog/20240604-v5.8", "/de/blog/20240604-v5.8.html"],
    ["/de/BLOG/20240604-v5.8.html", "/de/blog/20240604-v5.8.html"],
    ["/de/Blog/20240604-V5.8", "/de/blog/20240604-v5.8.html"],
    ["/ACT", "/act"],
    ["/de/Act", "/de/act"],
    ["/~A.B-C_D", "/~a.b-c_d"],
  ])("sends %s to %s", (address, destination) => {
    expect(redirected(address)).toBe(destination);
  });

  test.each([
    "/blog/20240604-v5x8.html",
    "/blog/20240604-v5x8",
    "/blog/20240604-v5.8xhtml",
    "/blog/20240604-v5.8.htm",
    "/blog/20240604-v5.8.html.html",
    "/blog/20240604-v5.8/x",
    "/x/blog/20240604-v5.8",
    "/DE/blog/20240604-v5.8",
    "/act.html",
    "/acts",
    "/~axb-c_d",
    "/blog",
  ])("leaves %s alone", (address) => {
    expect(redirected(address)).toBeNull();
  });

  test("is permanent, and told once for a permalink of several languages", () => {
    const rules = permalinkRedirects(["/act", "/act", "/"], ["en"]);
    expect(rules).toHaveLength(1);
    expect(permalinkRedirects(["/act", "/act", "/"], ["de", "en", "fr"])).toHaveLength(2);
    expect(rules.every((rule) => rule.permanent)).toBe(true);
  });
});

test.each([
  ["/act", "en", "/act"],
  ["/act", "de", "/de/act"],
  ["/", "en", "/"],
  ["/", "de", "/de"],
])("%s in %s is at %s", (permalink, lang, address) => {
  expect(localized(permalink, lang)).toBe(address);
});

test.each([
  ["/blog/x.html", "article", null],
  ["/act", "page", null],
  ["/act/deu", "page", null],
  ["/feeds", "page", null],
  ["/act", "article", "this address belongs to a page of the site"],
  ["/ACT.html", "statement", "this address belongs to a page of the site"],
  ["/act/de", "page", "this address belongs to a country"],
  ["/Act/De.html", "page", "this address belongs to a country"],
  ["/Preview.html", "page", "previews show there what is to be reviewed"],
  ["/feed.xml", "page", "the site itself answers at this address"],
  ["/feed.xml.html", "page", "the site itself answers at this address"],
  ["/404.html", "page", "the site itself answers at this address"],
])("%s of a %s is taken: %s", (permalink, kind, reason) => {
  expect(permalinkTaken(permalink, kind)).toBe(reason);
});
