// @ts-check
import path from "node:path";
import { checkBuiltOutput } from "./check-built-output.mjs";
import { finishedPages, finishSite, pagesOnDisk } from "./finish-site.mjs";

/**
 * What `npm run build` does after `next build`. With an adapter the pages are finished already and are only
 * checked; without one, which is Vercel's classic mode, they are finished here.
 */
const distDir = path.resolve(".next");
try {
  const finished = finishedPages(distDir);
  if (finished) {
    checkBuiltOutput(distDir, finished);
    console.log(`${finished.length} pages were finished by the adapter; nothing left to do.`);
  } else {
    await finishSite(distDir, pagesOnDisk(distDir));
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
