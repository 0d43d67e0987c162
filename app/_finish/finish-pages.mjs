// @ts-check
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** A page to finish, and the client modules for which it keeps Next's runtime. @typedef {import("./finish-site.mjs").Page & { keepsRuntimeFor: string[] }} Job */
/** What finish-thread.mjs says of one page. @typedef {Finished | { problem: string }} Answer */
/** A page's file and what is to stand in it. @typedef {{ file: string, html: string }} Finished */

/** Fewer pages than this are finished before another thread has started. */
const pagesForAThread = 25;

/**
 * Finishes pages on all cores. Writes nothing; throws with every page that cannot be finished.
 * @param {string} distDir
 * @param {Job[]} jobs
 * @returns {Promise<Finished[]>}
 */
export async function finishPages(distDir, jobs) {
  const threads = Math.min(availableParallelism(), Math.ceil(jobs.length / pagesForAThread));
  // Pages of a kind stand together and take about the same time, so each thread gets some of every kind.
  const shares = Array.from({ length: threads }, (_, thread) =>
    jobs.filter((_, index) => index % threads === thread),
  );
  const answers = (await Promise.all(shares.map((share) => finishShare(distDir, share)))).flat();
  const problems = answers.flatMap((answer) => ("problem" in answer ? [answer.problem] : []));
  if (problems.length > 0) throw new Error(problems.sort().join("\n"));
  return answers.flatMap((answer) => ("html" in answer ? [answer] : []));
}

/**
 * @param {string} distDir
 * @param {Job[]} jobs those that one thread finishes
 * @returns {Promise<Answer[]>}
 */
function finishShare(distDir, jobs) {
  return new Promise((resolve, reject) => {
    /** @type {Answer[]} */
    const answers = [];
    const thread = new Worker(new URL("finish-thread.mjs", import.meta.url), {
      workerData: { distDir, jobs },
    });
    thread.on("message", (answer) => answers.push(answer));
    thread.on("error", reject);
    thread.on("exit", (code) => {
      if (answers.length === jobs.length) resolve(answers);
      else
        reject(
          new Error(
            `A thread that finishes pages ended after ${answers.length} of ${jobs.length} (${code}).`,
          ),
        );
    });
  });
}
