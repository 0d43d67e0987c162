import { describe, expect, test } from "vitest";
import { caddyfile, headersFile, headersFor, nginxConfig, redirectsFile, type Told } from "./host-config.ts";

const told: Told = {
  answers: [
    { address: "/", type: "text/html; charset=utf-8" },
    { address: "/act/de", type: "text/html; charset=utf-8" },
    { address: "/blog/a.html", type: "text/html; charset=utf-8" },
    { address: "/feed.xml", type: "application/atom+xml; charset=utf-8" },
    { address: "/sitemap.xml", type: "application/xml" },
    { address: "/pictures/1-360.avif", type: "image/avif" },
  ],
  redirects: [{ from: "/statement", to: "/statements/one", status: 307 }],
  moves: [
    { from: "/blog/old.html", to: "/blog/a.html" },
    { from: "/de/blog/old.html", to: "/de/act" },
  ],
  headerRules: [
    { regex: "^/.*$", headers: [{ key: "X-One", value: "all" }] },
    { regex: "^(?:/([^.]*|.*\\.html))$", headers: [{ key: "Cache-Control", value: "short" }] },
    { regex: "^/pictures/.*$", headers: [{ key: "Cache-Control", value: "long" }] },
    // Of the host's own copies alone, which a mirror is not.
    {
      regex: "^/.*$",
      has: [{ type: "host", value: ".*\\.vercel\\.app" }],
      headers: [{ key: "X-Robots-Tag", value: "noindex" }],
    },
    { regex: "^/feed\\.xml$", headers: [{ key: "X-One", value: "feed" }] },
    {
      regex: "^(?:/([^.]*|.*\\.html))$",
      missing: [{ type: "header", key: "save-data", value: "on" }],
      headers: [{ key: "Speculation-Rules", value: '"/rules.json"' }],
    },
  ],
};

test("what hangs on another host is told to no mirror", () => {
  for (const config of [
    nginxConfig(told, { root: "/srv/www", listen: "1" }),
    caddyfile(told, { root: "/srv/www", site: ":80" }),
    headersFile(told),
  ])
    expect(config).not.toContain("X-Robots-Tag");
});

test("an address gets the headers of every rule for it, the later ones first", () => {
  expect([...headersFor("/act/de", told.headerRules)]).toEqual([
    ["X-One", "all"],
    ["Cache-Control", "short"],
  ]);
  expect(headersFor("/pictures/1-360.avif", told.headerRules).get("Cache-Control")).toBe("long");
  expect(headersFor("/feed.xml", told.headerRules).get("X-One")).toBe("feed");
});

test("whoever takes a configuration reads first what to do", () => {
  const heads = [
    nginxConfig(told, { root: "/srv/www", listen: "1" }),
    caddyfile(told, { root: "/srv/www", site: ":80" }),
  ].map((config) => config.split("\n")[1]);
  expect(heads[0]).toMatch(/^# Copy www\/ to \/srv\/www, or change root below; .*listen/);
  expect(heads[1]).toMatch(/^# Copy www\/ to \/srv\/www, or change root below; .*in place of :80\.$/);
});

describe("nginx", () => {
  const config = nginxConfig(told, { root: "/srv/a b", listen: "127.0.0.1:1" });

  test("is told what differs from the usual, address by address", () => {
    expect(config).toMatch(
      /map \$uri \$header0 \{\n {2}default "all";\n {2}"~\^\/feed\\\\\.xml\$" "feed";\n\}/,
    );
    expect(config).toContain('"~^/pictures/" "long";');
    expect(config).toContain('root "/srv/a b";');
  });

  test("leads other spellings to the address that counts, and keeps the query", () => {
    expect(config).toContain('location = "/blog/a" { return 308 "/blog/a.html$is_args$args"; }');
    expect(config).toContain('location = "/statement" { return 307 "/statements/one$is_args$args"; }');
    const patterns = [
      ...config.slice(0, config.indexOf("map $uri $header0")).matchAll(/^ {2}"~(\*?)(\^.*)" "(.*)";$/gm),
    ].map(([, anyCase, pattern = "", to]) => ({
      pattern: new RegExp(pattern.replace(/\\(["\\])/g, "$1").replace("?P<", "?<"), anyCase ? "i" : ""),
      to,
    }));
    const leads = (address: string) => patterns.find(({ pattern }) => pattern.test(address))?.to;
    expect(leads("/act/de")).toBe("");
    for (const other of ["/ACT/DE", "/act/de/", "/act/de.html", "/act/de).", "/Act/de”"])
      expect(leads(other), other).toBe("/act/de");
    for (const other of ["/act/def", "/x/act/de", "/actxde"]) expect(leads(other), other).toBeUndefined();
    for (const old of [
      "/blog/old.html",
      "/blog/old",
      "/Blog/OLD.HTML",
      "/blog/old/",
      "/blog/old.html).",
      "/blog%2Fold",
    ])
      expect(leads(old), old).toBe("/blog/a.html");
    expect(leads("/de/blog/old")).toBe("/de/act");
    for (const other of ["/blog/older", "/fr/blog/old"]) expect(leads(other), other).toBeUndefined();
    for (const other of ["/en/act", "/en/blog/a.html).", "/en/”"]) expect(leads(other), other).toBe("$rest");
    // Browsers take the first for //evil.example too, which is another host.
    for (const other of ["/en/\\evil.example", "/en//evil.example", "/en/\t/evil.example", "/en/x\r"])
      expect(leads(other), other).toBeUndefined();
  });

  test("knows the types of files, and the files of another type", () => {
    expect(config).toContain("image/avif avif;");
    expect(config).toMatch(
      /location = "\/(?:feed|sitemap)\.xml" \{ types \{\} default_type "application\/(?:atom\+)?xml"; \}/,
    );
  });
});

test("Caddy is told the same", () => {
  const config = caddyfile(told, { root: "/srv/www", site: ":80" });
  expect(config).toContain("header @files2 {\n\t\tX-One all\n\t\tCache-Control long\n\t}");
  expect(config).toContain("`~(?i)^/act(?:/|%(?:25)*2[Ff])de(?:\\.html)?");
  expect(config).toContain("redir /statement /statements/one{asked} 307");
  expect(config).toContain("redir @moved {moved}{asked} 308");
  // Caddy 2.6, as Debian has it, knows {query} alone.
  expect(config).toContain("map {query} {asked} {\n\t\t~^(.+)$ ?$" + '{1}\n\t\tdefault ""\n\t}');
  expect(config).not.toMatch(/^[^#\n]*\{\?/m);
  expect(config).toMatch(/`~\(\?i\)\^\/de\S+blog\S+old\(\?:\\\.html\)\?\S+` \/de\/act\n/);
});

test("_headers says what such hosts understand", () => {
  expect(headersFile(told)).toContain("/*\n  X-One: all\n");
  expect(headersFile(told)).toContain("/pictures/*\n  Cache-Control: long");
  expect(headersFile(told)).toContain("/feed.xml\n  ! X-One\n  X-One: feed");
});

test("_redirects holds what such hosts cannot know, no pattern, and never leads from a page", () => {
  const lines = redirectsFile(told)
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  expect(lines).toEqual([
    "/statement /statements/one 307",
    "/blog/old /blog/a.html 308",
    "/blog/old.html /blog/a.html 308",
    "/de/blog/old /de/act 308",
    "/de/blog/old.html /de/act 308",
    "/en / 308",
    "/en/act/de /act/de 308",
    "/en/blog/a.html /blog/a.html 308",
    "",
  ]);
});
