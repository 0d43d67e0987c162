// @ts-check
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkBuiltOutput } from "./check-built-output.mjs";
import { clientModulesOf, readJson, unexpected } from "./client-modules.mjs";
import { finishPages } from "./finish-pages.mjs";
import { printReport } from "./report.mjs";

/** A prerendered page: its address, its route in app/, and its file. @typedef {{ page: string, route: string, file: string }} Page */
/** @typedef {{ page: string, route: string, file: string, keepsRuntimeFor: string[] }} Finished */

/**
 * Finishes every page of a build and writes down which, so that they are finished once. Nothing is written
 * before all of them are done. FINISH=off leaves them as Next made them; FINISH=keep stores those beside.
 * @param {string} distDir
 * @param {Page[]} pages
 */
export async function finishSite(distDir, pages) {
  if (process.env.FINISH === "off") {
    console.warn("FINISH=off: the pages are left as Next made them. Do not publish this build.");
    return;
  }
  if (pages.length === 0) throw unexpected(distDir, "no prerendered page was found");
  const jobs = pages.map((page) => ({ ...page, keepsRuntimeFor: clientModulesOf(distDir, page.route) }));
  for (const { file, html } of await finishPages(distDir, jobs)) {
    if (process.env.FINISH === "keep") keep(distDir, file);
    writeFileSync(file, html);
  }
  const record = jobs.map((job) => ({
    ...job,
    file: path.relative(distDir, job.file).replaceAll("\\", "/"),
  }));
  writeFileSync(recordFile(distDir), JSON.stringify({ buildId: buildId(distDir), pages: record }, null, 1));
  checkBuiltOutput(distDir, record);
  printReport(distDir, record);
}

/**
 * What is known of the pages that were finished in this very build; undefined where they were not.
 * @param {string} distDir
 * @returns {Finished[] | undefined}
 */
export function finishedPages(distDir) {
  if (!existsSync(recordFile(distDir))) return undefined;
  const record = readJson(recordFile(distDir));
  return record.buildId === buildId(distDir) ? record.pages : undefined;
}

/**
 * Every page of a build, wherever Next has put it: under server/route-cache with an adapter, else under
 * server/app, and the copies of the error pages under server/pages. Its adapter's context leaves some out,
 * the page for unknown addresses among them.
 * @param {string} distDir
 * @returns {Page[]}
 */
export function pagesOnDisk(distDir) {
  const server = path.join(distDir, "server");
  const files = existsSync(server) ? readdirSync(server, { recursive: true, encoding: "utf8" }) : [];
  return files
    .filter((file) => file.endsWith(".html"))
    .map((file) => pageAt(distDir, path.join(server, file)));
}

/** @param {string} distDir @param {string} file @returns {Page} */
function pageAt(distDir, file) {
  const name = path.relative(distDir, file).replaceAll("\\", "/");
  if (name === "server/pages/404.html") return { page: "/404", route: "/_not-found", file };
  if (name === "server/pages/500.html") return { page: "/500", route: "/_global-error", file };
  const meta = file.replace(/\.html$/, ".meta");
  const { key, owner } = existsSync(meta) ? (readJson(meta).routeCache ?? {}) : {};
  const page = key?.match(/\/\$(\/.*)$/)?.[1];
  if (!page || !owner?.sourceRoute) throw unexpected(distDir, `nothing tells which page ${name} is`);
  return {
    page: page === "/index" ? "/" : page,
    route: owner.sourceRoute.replace(/\/page$/, "") || "/",
    file,
  };
}

/** @param {string} distDir @param {string} file */
function keep(distDir, file) {
  const copy = path.join(distDir, "unfinished", path.relative(distDir, file));
  mkdirSync(path.dirname(copy), { recursive: true });
  copyFileSync(file, copy);
}

/** @param {string} distDir */
function recordFile(distDir) {
  return path.join(distDir, "finished.json");
}

/** @param {string} distDir */
function buildId(distDir) {
  const file = path.join(distDir, "BUILD_ID");
  if (!existsSync(file)) throw unexpected(distDir, "BUILD_ID is missing");
  return readFileSync(file, "utf8");
}
