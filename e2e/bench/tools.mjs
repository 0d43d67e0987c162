import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** Where this folder is, and what it may write to. */
export const bench = import.meta.dirname;
export const work = path.join(bench, ".work");

/** A line on what is being done: the benchmarks take minutes. */
export function say(text) {
  console.log(`${new Date().toTimeString().slice(0, 8)}  ${text}`);
}

/** Installs Astro, Eleventy and Lighthouse where they are missing or another version is asked for. */
export function install() {
  const installed = path.join(bench, "node_modules/.package-lock.json");
  const wanted = path.join(bench, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  say("Installing Astro, Eleventy and Lighthouse into e2e/bench (once, about a minute) …");
  // Not `npm ci`: it insists on the binaries of every platform, of which registries do not have all.
  execFileSync("npm", ["install", "--no-save"], {
    cwd: bench,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}

/** A Node that Astro and Lighthouse run on: this one, or one from a package. */
export function node22() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return process.execPath;
  const packaged = path.join(bench, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (spawnSync(packaged, ["--version"]).status === 0) return packaged;
  throw new Error(
    `Astro and Lighthouse need Node 22.19 or newer; this is ${process.version}. Run it with that.`,
  );
}

/**
 * Runs a program to its end and measures all of its Node processes.
 * @returns {Promise<{ wallMs: number, cpuMs: number, megabytes: number }>} megabytes of the largest process
 */
export async function measured(
  command,
  args,
  { profile = false, to = path.join(work, "measured"), ...options },
) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const env = {
    ...process.env,
    ...options.env,
    MEASURE: to,
    ...(profile && { MEASURE_PROFILE: "1" }),
    NODE_OPTIONS: `--require ${JSON.stringify(path.join(bench, "measure.cjs"))}`,
  };
  const start = performance.now();
  await run(command, args, { ...options, env });
  const wallMs = performance.now() - start;
  // A worker that was told to end may write a moment later.
  await new Promise((resolve) => setTimeout(resolve, profile ? 4000 : 500));
  const usages = readFileSync(path.join(to, "usage.ndjson"), "utf8").trim().split("\n").map(JSON.parse);
  return {
    wallMs,
    cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    megabytes: Math.max(...usages.map(({ megabytes }) => megabytes)),
  };
}

/** Runs a program to its end; rejects with all that it said where it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ${args.join(" ")} failed:\n${output}`)),
    );
  });
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows as a table: the first column to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]),
        )
        .join("  "),
    )
    .join("\n");
}
