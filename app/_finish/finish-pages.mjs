// @ts-check
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** A page to finish, and the client modules for which it keeps Next's runtime. @typedef {import("./finish-site.mjs").Page & { keepsRuntimeFor: string[] }} Job */
/** What finish-thread.mjs says of one page. @typedef {{ index: number, html: string } | { index: number, problem: string }} Answer */

/** Fewer pages than this are finished before another thread has started. */
const pagesForAThread = 25;

/**
 * Finishes pages on all cores and gives their HTML in the same order. Writes nothing; throws with every page
 * that cannot be finished.
 * @param {string} distDir
 * @param {Job[]} jobs
 * @returns {Promise<string[]>}
 */
export async function finishPages(distDir, jobs) {
  const threads = Math.min(availableParallelism(), Math.ceil(jobs.length / pagesForAThread));
  // Pages of a kind stand together and take about the same time, so each thread gets some of every kind.
  const indexes = [...jobs.keys()];
  const shares = Array.from({ length: threads }, (_, thread) =>
    indexes.filter((index) => index % threads === thread),
  );
  const answers = (await Promise.all(shares.map((share) => finishShare(distDir, jobs, share)))).flat();
  const problems = answers.flatMap((answer) => ("problem" in answer ? [answer] : []));
  if (problems.length > 0)
    throw new Error(
      problems
        .sort((a, b) => a.index - b.index)
        .map(({ problem }) => problem)
        .join("\n"),
    );
  /** @type {string[]} */
  const pages = [];
  for (const answer of answers) if ("html" in answer) pages[answer.index] = answer.html;
  return pages;
}

/**
 * @param {string} distDir
 * @param {Job[]} jobs
 * @param {number[]} share indexes of the pages that this thread finishes
 * @returns {Promise<Answer[]>}
 */
function finishShare(distDir, jobs, share) {
  return new Promise((resolve, reject) => {
    /** @type {Answer[]} */
    const answers = [];
    const workerData = { distDir, jobs: share.map((index) => ({ ...jobs[index], index })) };
    const thread = new Worker(new URL("finish-thread.mjs", import.meta.url), { workerData });
    thread.on("message", (answer) => answers.push(answer));
    thread.on("error", reject);
    thread.on("exit", (code) => {
      if (answers.length === share.length) resolve(answers);
      else
        reject(
          new Error(
            `A thread that finishes pages ended after ${answers.length} of ${share.length} (${code}).`,
          ),
        );
    });
  });
}
