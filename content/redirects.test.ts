// @ts-expect-error: Next's own copy comes without types; what matches in a test must match in Next.
import { pathToRegexp } from "next/dist/compiled/path-to-regexp/index.js";
import { describe, expect, test } from "vitest";
import { movedAddresses, movedRedirects } from "./redirects.ts";
import { article, expectFaults, type Site, site } from "./testing.ts";

const file = "content/redirects.yaml";

function withRedirects(text: string, copy = site()): Site {
  copy.write(file, text);
  return copy;
}

describe("redirects.yaml is refused where it", () => {
  test.each([
    ["leads to itself", "/old: /old\n", /leads in a circle/, /read today/],
    ["begins at a page", "/about: /act\n", /\/about still answers/, /Move the page/],
    ["begins at a page in other letters", "/About.html: /act\n", /\/about still answers/, /Move the page/],
    [
      "begins at a page without its ending",
      "/blog/20240601-protecting-children-safety-requires-e2e-encryption: /act\n",
      /still answers/,
      /Move the page/,
    ],
    ["begins at a country's page", "/act/de: /act\n", /\/act\/de still answers/, /Move the page/],
    ["begins at a file", "/blog/images/20240601-eu-privacy.png: /act\n", /still answers/, /Move the page/],
    ["begins in a place of the site's own", "/pictures/x: /act\n", /copies of pictures/, /Remove the line/],
    [
      "begins on another host",
      "https://example.org/x: /act\n",
      /the old address lies on another host/,
      /begins with \//,
    ],
    [
      "leads to another host",
      "/old: https://example.org/\n",
      /“https:.+” lies|which lies on another host/,
      /begins with \//,
    ],
    [
      "leads to another host without a scheme",
      "/old: //example.org/x\n",
      /which lies on another host/,
      /begins with \//,
    ],
    ["is no address", "old: /act\n", /is no address on this site/, /begins with \//],
    [
      "leads nowhere",
      "/old: /nowhere\n",
      /leads to “\/nowhere”, and no published page is there/,
      /Correct the new address/,
    ],
    ["leads to other letter case", "/old: /ACT\n", /no published page is there/, /Write \/old: \/act$/],
    ["leads to a redirect", "/old: /statement\n", /itself a redirect/, /statement's address/],
    ["leads on without a page", "/old:\n", /it is empty/, /Correct/],
    ["has a list", "/old: [/act]\n", /must be the new address/, /Correct/],
  ])("%s", (_, text, reason, remedy) => {
    const copy = withRedirects(`# Comment\n${text}`);
    expectFaults(copy.faults(), { file, line: 2, reason, remedy });
  });

  test("names an address twice", () => {
    const fault = { file, line: 2, reason: /same address as “\/Old\.html”/, remedy: /Remove one/ };
    expectFaults(withRedirects("/Old.html: /act\n/old: /act\n").faults(), fault);
  });

  test("goes by way of another redirect", () => {
    const copy = withRedirects("/one: /two\n/two: /three\n/three: /act\n");
    const chain = { file, reason: /has moved as well/ };
    expectFaults(
      copy.faults(),
      { ...chain, line: 1, remedy: /^Write \/one: \/act$/ },
      { ...chain, line: 2, remedy: /^Write \/two: \/act$/ },
    );
  });

  test("goes round", () => {
    const circle = { file, reason: /in a circle/, remedy: /read today/ };
    const copy = withRedirects("/one: /two\n/two: /Three\n/three.html: /one\n");
    expectFaults(copy.faults(), { ...circle, line: 1 }, { ...circle, line: 2 }, { ...circle, line: 3 });
  });

  test("leads to a draft", () => {
    const copy = withRedirects("/old: /blog/test.html\n");
    article(copy, "Text.", { draft: "true" });
    expectFaults(copy.faults(), {
      file,
      line: 1,
      reason: /no published page/,
      remedy: /a draft has none yet/,
    });
  });

  test("begins where a translation has stayed", () => {
    const copy = withRedirects("/old: /act\n");
    copy.addLanguage("de");
    expect(copy.faults()).toEqual([]);
    copy.change("content/de/pages/about.mdx", 'permalink: "/about"', 'permalink: "/old"');
    copy.change("content/de/pages/about.mdx", /^(translation|original|translated): .*\n/gm, "");
    expectFaults(copy.faults(), {
      file,
      line: 1,
      reason: /\/de\/old still answers/,
      remedy: /Move the page/,
    });
  });
});

test("a fault in the new page is not told again at its redirect", () => {
  const copy = withRedirects("/old: /blog/test.html\n");
  const broken = article(copy, "Text.", { autor: "x" });
  expectFaults(copy.faults(), { file: broken, what: "autor", reason: /no field/, remedy: /author/ });
});

describe("an address that has moved", () => {
  /** Where a request is sent, as Next matches with caseSensitiveRoutes. */
  function follow(copy: Site, address: string): string | null {
    for (const { source, destination, permanent } of movedRedirects(copy.content())) {
      const keys: { name: string | number }[] = [];
      const match = pathToRegexp(source, keys, { strict: true, sensitive: true, delimiter: "/" }).exec(
        address,
      );
      if (!match) continue;
      expect(permanent).toBe(true);
      return destination.replace("/:lang", `/${match[keys.findIndex((key) => key.name === "lang") + 1]}`);
    }
    return null;
  }

  const moves = withRedirectsOnce();

  test.each([
    ["/blog/old.v1.html", "/about"],
    ["/blog/old.v1", "/about"],
    ["/Blog/OLD.V1.HTML", "/about"],
    ["/de/blog/old.v1.html", "/de/about"],
    ["/de/blog/Old.v1", "/de/about"],
    ["/fr/blog/old.v1.html", "/about"],
    ["/notes", "/timeline"],
    ["/notes.html", "/timeline"],
    ["/de/notes", "/act"],
    ["/fr/notes", "/fr/timeline"],
    ["/de/alone", "/de/act"],
    ["/alone", null],
    ["/fr/alone", null],
    ["/es/notes", null],
    ["/blog/oldxv1", null],
    ["/blog/old.v1.html/more", null],
    ["/notes2", null],
  ])("%s leads to %s", (from, to) => {
    expect(follow(moves(), from)).toBe(to);
  });

  test("is told with its new address, language by language", () => {
    expect(movedAddresses(moves().content()).map(({ from, to }) => `${from} ${to}`)).toEqual([
      "/de/blog/old.v1.html /de/about",
      "/blog/old.v1.html /about",
      "/fr/blog/old.v1.html /about",
      "/fr/notes /fr/timeline",
      "/notes /timeline",
      "/de/notes /act",
      "/de/alone /de/act",
    ]);
  });

  test("is told once where two lines tell of it, and leads where the site leads", () => {
    const copy = withRedirects("/notes.html: /timeline\n/de/notes: /act\n/home: /\n");
    copy.addLanguage("de");
    const content = copy.content();
    expect(movedAddresses(content).map(({ from, to }) => `${from} ${to}`)).toEqual([
      "/de/notes.html /de/timeline",
      "/notes.html /timeline",
      "/de/home /de",
      "/home /",
    ]);
    expect(follow(copy, "/de/notes")).toBe("/de/timeline");
    expect(follow(copy, "/de/home")).toBe("/de");
  });

  function withRedirectsOnce(): () => Site {
    return () => {
      const copy = withRedirects(
        "/blog/old.v1.html: /about\n/notes: /timeline\n/de/notes: /act\n/de/alone: /de/act\n",
      );
      copy.addLanguage("de");
      copy.addLanguage("fr");
      copy.remove("content/fr/pages/about.mdx");
      expect(copy.faults()).toEqual([]);
      return copy;
    };
  }
});
