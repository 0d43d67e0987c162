import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { headerRules } from "../app/_host/headers.mjs";

const { pathToRegexp } = createRequire(import.meta.url)("next/dist/compiled/path-to-regexp");

/**
 * `npm run check:vercel`: builds the site with Vercel's own program in both of its modes, as production and as
 * a preview, and looks at what it would deploy. Needs no account; the program is installed into a temporary folder.
 */

const output = ".vercel/output";
const host = "keep-it-sealed.invalid";
const production = { VERCEL_ENV: "production", VERCEL_PROJECT_PRODUCTION_URL: host };
const preview = { VERCEL_ENV: "preview", VERCEL_BRANCH_URL: "keep-it-sealed-git-fix.vercel.app" };
const adapter = { NEXT_ENABLE_ADAPTER: "1" };
const builds = {
  "classic mode, production": { target: ["--prod"], env: production, check: checkProduction },
  "adapter mode, production": {
    target: ["--prod"],
    env: { ...production, ...adapter },
    check: checkProduction,
  },
  "classic mode, preview": { target: [], env: preview, check: checkPreview },
  "adapter mode, preview": { target: [], env: { ...preview, ...adapter }, check: checkPreview },
};
const addressesOfFiles = [
  "/icon.svg",
  "/robots.txt",
  "/feed.xml",
  "/feed.json",
  "/og/en-home-0123456789ab.png",
  "/pictures/0123456789-360.avif",
  "/speculation-rules.json",
];
const vercel = install();
let failed = 0;

mkdirSync(".vercel", { recursive: true });
if (!existsSync(".vercel/project.json")) {
  // A project that nobody has connected yet; the program asks for no more than this.
  const settings = { framework: "nextjs", nodeVersion: "24.x", installCommand: "true" };
  writeFileSync(
    ".vercel/project.json",
    JSON.stringify({ projectId: "prj_local", orgId: "team_local", settings }),
  );
}
for (const [name, { target, env, check }] of Object.entries(builds)) {
  console.log(`— Building as Vercel does, ${name} …`);
  rmSync(output, { recursive: true, force: true });
  const run = spawnSync(process.execPath, [vercel, "build", ...target, "--yes", "--token", "none"], {
    encoding: "utf8",
    env: { ...withoutOwn(process.env), ...env },
  });
  const faults = run.status === 0 ? check() : [`the build failed:\n${run.stdout}\n${run.stderr}`];
  for (const fault of faults) console.error(`${name}: ${fault}`);
  failed += faults.length;
  if (faults.length === 0) console.log(`— ${name}: as it should be.`);
}
process.exitCode = failed === 0 ? 0 : 1;

/** The public site: found by search engines at its own host alone, and without anything of a preview. */
function checkProduction() {
  const routes = routesOf();
  const noIndex = noIndexIn(routes);
  const faults = checkBoth(routes);
  const hosts = noIndex.flatMap(({ has = [] }) => has.filter(({ type }) => type === "host"));
  if (noIndex.length === 0 || hosts.length !== noIndex.length)
    faults.push("search engines are kept out of more than Vercel's own hosts, or of nothing");
  const keptOut = (name) => hosts.some(({ value }) => new RegExp(`^${value}$`).test(name));
  if (!keptOut("keep-it-sealed.vercel.app") || keptOut(host))
    faults.push("the wrong hosts are kept from search engines");
  if (!/^Sitemap: https:\/\/keep-it-sealed\.invalid\/sitemap\.xml$/m.test(textOf("robots.txt") ?? ""))
    faults.push("robots.txt does not name the sitemap");
  if (filesBelow(output).some((file) => /(^|[/\\])preview([./\\]|$)/.test(file)))
    faults.push("/preview is in the output");
  return faults;
}

/** A preview: kept from search engines as a whole, with the page for reviewers. */
function checkPreview() {
  const routes = routesOf();
  const faults = checkBoth(routes);
  if (
    !noIndexIn(routes).some(
      ({ has, src }) => !has && new RegExp(src).test("/") && new RegExp(src).test("/act/de"),
    )
  )
    faults.push("search engines are not kept out");
  if (!/^Disallow: \/$/m.test(textOf("robots.txt") ?? "")) faults.push("robots.txt lets search engines in");
  if (!pageAt("/en/preview")) faults.push("/preview is not prerendered");
  return faults;
}

/** What is wrong with any output: a page that is missing, not static, or still has Next's runtime; redirects. */
function checkBoth(routes) {
  const sitemap = textOf("sitemap.xml");
  if (!sitemap) return ["there is no sitemap"];
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]).pathname);
  if (pages.length === 0) return ["the sitemap is empty"];
  const faults = pages.flatMap((page) => {
    const html = pageAt(/^\/[a-z]{2}(\/|$)/.test(page) ? page : `/en${page === "/" ? "" : page}`);
    if (!html) return [`${page} is not prerendered`];
    return /__next_f|<script(?![^>]*type="(module|application\/(ld\+)?json)")/.test(html)
      ? [`${page} is not finished`]
      : [];
  });
  for (const address of [...pages, ...addressesOfFiles, "/nothing-here"]) {
    const found = headersAt(routes, address);
    for (const [name, value] of Object.entries(expectedHeaders(address)))
      if (found[name] !== value)
        faults.push(`${address} is answered with ${name}: ${found[name]}, not ${value}`);
  }

  const moved = Object.entries(parse(readFileSync("content/redirects.yaml", "utf8")) ?? {});
  const expected = [
    ["/en", "/"],
    ["/en/act", "/act"],
    ...moved,
    ...moved.map(([from, to]) => [from.replace(/\.html$/, ""), to]),
    ...pages.filter((page) => page.endsWith(".html")).map((page) => [page.slice(0, -5), page]),
    ...pages.map((page) => [page, null]),
  ];
  // Vercel matches without regard to letter case unless a route says otherwise, and Next's redirects cannot say
  // so. The pattern that spares an address from being led to itself then spares its other spellings too.
  const spelt = pages.filter((page) => page !== "/" && redirected(routes, page.toUpperCase()) !== page);
  if (spelt.length > 0)
    console.log(`  Not redirected on Vercel in capitals: ${spelt.length} of ${pages.length} pages.`);
  for (const [from, to] of expected) {
    const found = redirected(routes, from);
    if (found !== to) faults.push(`${from} leads to ${found ?? "itself"}, not to ${to ?? "itself"}`);
  }
  return faults;
}

/** The headers that the one list asks for at an address, by their names in small letters. */
function expectedHeaders(address) {
  return merged(
    headerRules.filter(({ source }) => pathToRegexp(source).test(address)).flatMap(({ headers }) => headers),
  );
}

/** The headers that Vercel's router sets for an address of the public host; where several do, the last counts. */
function headersAt(routes, address) {
  return merged(
    routes
      .filter(({ src, has, headers, status }) => headers && !status && !has && new RegExp(src).test(address))
      .flatMap(({ headers }) => Object.entries(headers).map(([key, value]) => ({ key, value }))),
  );
}

function merged(headers) {
  return Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), value]));
}

/** Where the first permanent redirect that matches leads, as Vercel's router reads its routes. */
function redirected(routes, address) {
  for (const { src, status, headers, has, missing, caseSensitive } of routes) {
    const match =
      status === 308 && !has && !missing && new RegExp(src, caseSensitive ? "" : "i").exec(address);
    if (match) return headers.Location.replace(/\$(\d+)/g, (_, group) => match[group] ?? "");
  }
  return null;
}

function routesOf() {
  return JSON.parse(readFileSync(path.join(output, "config.json"), "utf8")).routes;
}

function noIndexIn(routes) {
  return routes.filter(({ headers = {} }) =>
    Object.entries(headers).some(([key, value]) => /^x-robots-tag$/i.test(key) && value === "noindex"),
  );
}

function pageAt(file) {
  return read([`functions${file}.prerender-fallback.html`]);
}

function textOf(name) {
  return read([`static/${name}`, `functions/${name}.prerender-fallback.body`]);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

/** What would make this build another one than a fresh one on Vercel. */
function withoutOwn({ SITE_URL, SITE_TODAY, FINISH, ...env }) {
  return env;
}

function read(files) {
  const file = files.map((name) => path.join(output, name)).find((name) => existsSync(name));
  return file && readFileSync(file, "utf8");
}

function install() {
  const folder = process.env.VERCEL_CLI_DIR || mkdtempSync(path.join(tmpdir(), "vercel-"));
  const program = path.join(folder, "node_modules/vercel/dist/vc.js");
  if (existsSync(program)) return program;
  console.log("— Installing Vercel's program …");
  mkdirSync(folder, { recursive: true });
  // One of its packages asks for a version that the registry does not have.
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({ private: true, overrides: { sandbox: "4.5.0" } }),
  );
  const { status } = spawnSync("npm", ["install", "--ignore-scripts", "--no-save", "vercel@64.0.2"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("Vercel's program could not be installed.");
  return program;
}
