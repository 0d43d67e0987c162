// @ts-check
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { unexpected } from "./client-modules.mjs";
import { finishPage, secureRuntimePage } from "./finish-page.mjs";

/** The work of one thread of finish-pages.mjs: answers for each of its pages with the finished HTML, or with what is wrong. */

/** @type {{ distDir: string, jobs: import("./finish-pages.mjs").Job[] }} */
const { distDir, jobs } = workerData;

for (const { page, file, keepsRuntimeFor } of jobs) {
  try {
    const html = readFileSync(file, "utf8");
    const finished =
      keepsRuntimeFor.length > 0
        ? secureRuntimePage({ html, page })
        : finishPage({ html, page, readCss: (href) => readCss(href, page) });
    parentPort?.postMessage({ file, html: finished });
  } catch (problem) {
    parentPort?.postMessage({ problem: problem instanceof Error ? problem.message : String(problem) });
  }
}

/** @param {string} href @param {string} page */
function readCss(href, page) {
  const file = href.replace(/^.*?\/_next\//, "").replace(/\?.*$/, "");
  const full = path.join(distDir, decodeURIComponent(file));
  if (!existsSync(full)) throw unexpected(distDir, `${file}, which ${page} links, is missing`);
  return readFileSync(full, "utf8");
}
