const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
const { Session } = require("node:inspector");
const path = require("node:path");
const { isMainThread, threadId } = require("node:worker_threads");

/**
 * Loaded into every process of a build or server by NODE_OPTIONS=--require. When it ends, it writes to the
 * folder MEASURE what it took, and with MEASURE_PROFILE=1 what its time went into: Node's own --cpu-prof may
 * not stand in NODE_OPTIONS.
 */
const folder = process.env.MEASURE;
const session = process.env.MEASURE_PROFILE && new Session();
mkdirSync(folder, { recursive: true });
if (session) {
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.setSamplingInterval", { interval: 1000 });
  session.post("Profiler.start");
}

process.once("exit", () => {
  // The figures of a process include those of its threads; profiles do not.
  if (isMainThread) {
    const { user, system } = process.cpuUsage();
    const usage = { cpuMs: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 };
    appendFileSync(path.join(folder, "usage.ndjson"), `${JSON.stringify(usage)}\n`);
  }
  session?.post("Profiler.stop", (problem, result) => {
    if (problem) return;
    writeFileSync(path.join(folder, `${process.pid}-${threadId}.cpuprofile`), JSON.stringify(result.profile));
  });
});
// Next ends its workers by a signal, which would end them without a word.
if (isMainThread) for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(0));
