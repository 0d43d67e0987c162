import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkBuiltOutput } from "./check-built-output.mjs";
import { finishedPages, finishSite, pagesOnDisk } from "./finish-site.mjs";

const runtime = '<script src="/_next/static/chunks/b.js" async=""></script>';
const unfinished =
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
  `<link rel="stylesheet" href="/_next/static/chunks/a.css?dpl=1"/>${runtime}</head><body><p>T</p></body></html>`;
const policy = "default-src 'none';img-src 'self';manifest-src 'self';connect-src 'self'";
const styleHash = createHash("sha256").update("p{color:red}").digest("base64");
const finished =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">' +
  `<meta http-equiv="Content-Security-Policy" content="${policy};style-src 'sha256-${styleHash}'">` +
  "<style>p{color:red}</style></head><body><p>T</p></body></html>";
const kept = unfinished.replace(
  '<meta charSet="utf-8"/>',
  '$&<meta http-equiv="Content-Security-Policy" ' +
    `content="${policy};script-src 'self';style-src 'self'"/>`,
);
const nextModule = "[project]/node_modules/next/dist/esm/client/components/layout-router.js";

let distDir: string;

beforeEach(() => {
  distDir = mkdtempSync(path.join(tmpdir(), "finish-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
  write("BUILD_ID", "one");
  write("static/chunks/a.css", "p{color:red}b{color:red}");
  write("static/chunks/b.js", "0");
  write("app-path-routes-manifest.json", '{"/[lang]/page":"/[lang]","/_not-found/page":"/_not-found"}');
  page("server/app/en", "/en", "/[lang]/page");
  page("server/app/_not-found", "/_not-found", "/_not-found/page");
  write("server/pages/404.html", unfinished);
  manifest("/[lang]/page", [nextModule, "[project]/node_modules/next/dist/client/app-dir/link.js"]);
  manifest("/_not-found/page", [nextModule]);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(distDir, { recursive: true });
});

test("finishes every page on disk, the page for unknown addresses included, and remembers it", async () => {
  expect(finishedPages(distDir)).toBeUndefined();
  await finish();
  for (const file of ["server/app/en.html", "server/app/_not-found.html", "server/pages/404.html"])
    expect(read(file)).toBe(finished);
  expect(
    finishedPages(distDir)
      ?.map(({ page }) => page)
      .sort(),
  ).toEqual(["/404", "/_not-found", "/en"]);
  write("BUILD_ID", "two");
  expect(finishedPages(distDir)).toBeUndefined();
});

test.each(["[project]/components/counter.tsx", "[project]/node_modules/next/dist/client/script.js"])(
  "a page with %s keeps its runtime and markup; others do not",
  async (module) => {
    manifest("/[lang]/page", [nextModule, module]);
    await finish();
    expect(read("server/app/en.html")).toBe(kept);
    expect(read("server/pages/404.html")).toBe(finished);
    expect(finishedPages(distDir)?.find(({ page }) => page === "/en")?.keepsRuntimeFor).toEqual([
      module.replace("[project]/", ""),
    ]);
    expect(vi.mocked(console.log).mock.calls.join("\n")).toContain("/en keeps Next's runtime for");
  },
);

test("writes nothing where pages cannot be finished, and names each", async () => {
  const late = unfinished.replace("<p>", '<template id="B:0"></template><p>');
  write("server/app/_not-found.html", late);
  write("server/pages/404.html", late);
  await expect(finish()).rejects.toThrow(
    /^\/404: a part of this page[\s\S]*\n\/_not-found: a part of this page/,
  );
  expect(read("server/app/en.html")).toBe(unfinished);
});

test("gives each of many pages its own text, whichever thread finishes it", async () => {
  const names = Array.from({ length: 120 }, (_, index) => `page-${index}`);
  for (const name of names) {
    page(`server/app/${name}`, `/${name}`, "/[lang]/page");
    write(`server/app/${name}.html`, unfinished.replace("<p>T", `<p>${name}`));
  }
  await finish();
  for (const name of names)
    expect(read(`server/app/${name}.html`)).toBe(finished.replace("<p>T", `<p>${name}`));
});

test("FINISH=off leaves the pages, FINISH=keep stores them beside", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.stubEnv("FINISH", "off");
  await finish();
  expect(read("server/app/en.html")).toBe(unfinished);
  vi.stubEnv("FINISH", "keep");
  await finish();
  expect(read("server/app/en.html")).toBe(finished);
  expect(read("unfinished/server/app/en.html")).toBe(unfinished);
});

test.each([
  ["no pages", () => rmSync(path.join(distDir, "server"), { recursive: true }), "no prerendered page"],
  ["no manifest", () => rmSync(manifestFile("/[lang]/page")), "_client-reference-manifest.js is missing"],
  ["an empty manifest", () => manifest("/[lang]/page", []), "none of Next's own modules is in"],
  ["another manifest", () => writeFileSync(manifestFile("/[lang]/page"), "x"), "lists no clientModules"],
  ["no routes", () => write("app-path-routes-manifest.json", "{}"), "names no page for the route"],
  [
    "no description",
    () => write("server/app/en.meta", "{}"),
    "nothing tells which page server/app/en.html is",
  ],
  ["no style sheet", () => rmSync(path.join(distDir, "static/chunks/a.css")), "a.css, which /"],
])("stops the build where Next left %s", async (_, change, message) => {
  change();
  await expect(finish()).rejects.toThrow(message);
});

test.each([
  ["a script", "<script>0</script>"],
  ["a file of Next's runtime", '<link rel="stylesheet" href="/_next/static/chunks/a.css">'],
  ["a mark of React", "<!--$-->"],
])("the check of the built output refuses %s", (what, part) => {
  write("page.html", finished.replace("</body>", `${part}</body>`));
  const built = [{ page: "/en", route: "/[lang]", file: "page.html", keepsRuntimeFor: [] as string[] }];
  expect(() => checkBuiltOutput(distDir, built)).toThrow(`/en: still has ${what}`);
  write("page.html", finished.slice(0, -20));
  expect(() => checkBuiltOutput(distDir, built)).toThrow("/en: is not a whole page (page.html)");
  write("page.html", finished);
  checkBuiltOutput(distDir, built);
});

async function finish() {
  await finishSite(distDir, pagesOnDisk(distDir));
}

function page(file: string, address: string, sourceRoute: string) {
  write(`${file}.html`, unfinished);
  const key = `/route-cache/APP_PAGE/0/$${address}`;
  write(`${file}.meta`, JSON.stringify({ routeCache: { key, owner: { sourceRoute } } }));
}

function manifest(entry: string, modules: string[]) {
  const clientModules = Object.fromEntries(modules.map((name) => [name, {}]));
  write(
    path.relative(distDir, manifestFile(entry)),
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["${entry}"] = ${JSON.stringify({ clientModules })};\n`,
  );
}

function manifestFile(entry: string) {
  return path.join(distDir, `server/app${entry}_client-reference-manifest.js`);
}

function read(file: string) {
  return readFileSync(path.join(distDir, file), "utf8");
}

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(distDir, file)), { recursive: true });
  writeFileSync(path.join(distDir, file), text);
}
