import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * `npm run check:vercel`: builds the site with Vercel's own program in both of its modes and looks at what
 * it would deploy. Needs no account; the program is installed into a temporary folder.
 */

const output = ".vercel/output";
const modes = { classic: {}, adapter: { NEXT_ENABLE_ADAPTER: "1" } };
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
for (const [mode, env] of Object.entries(modes)) {
  console.log(`— Building as Vercel does, ${mode} mode …`);
  rmSync(output, { recursive: true, force: true });
  const run = spawnSync(process.execPath, [vercel, "build", "--prod", "--yes", "--token", "none"], {
    encoding: "utf8",
    env: { ...process.env, SITE_URL: process.env.SITE_URL || "https://keep-it-sealed.invalid", ...env },
  });
  const faults = run.status === 0 ? check() : [`the build failed:\n${run.stdout}\n${run.stderr}`];
  for (const fault of faults) console.error(`${mode}: ${fault}`);
  failed += faults.length;
  if (faults.length === 0) console.log(`— ${mode} mode: every page is static and finished.`);
}
process.exitCode = failed === 0 ? 0 : 1;

/** What is wrong with the output: a page that is missing, not static, or still has Next's runtime. */
function check() {
  const sitemap = read(["static/sitemap.xml", "functions/sitemap.xml.prerender-fallback.body"]);
  if (!sitemap) return ["there is no sitemap"];
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]).pathname);
  if (pages.length === 0) return ["the sitemap is empty"];
  const faults = pages.flatMap((page) => {
    const file = /^\/[a-z]{2}(\/|$)/.test(page) ? page : `/en${page === "/" ? "" : page}`;
    const html = read([`functions${file}.prerender-fallback.html`]);
    if (!html) return [`${page} is not prerendered`];
    return /__next_f|<script(?![^>]*type="(module|application\/(ld\+)?json)")/.test(html)
      ? [`${page} is not finished`]
      : [];
  });
  const { routes } = JSON.parse(readFileSync(path.join(output, "config.json"), "utf8"));
  if (!routes.some((route) => route.headers?.["Speculation-Rules"])) faults.push("the headers are missing");
  if (!routes.some((route) => route.status === 308 && route.headers?.Location === "/"))
    faults.push("the redirects are missing");
  return faults;
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
