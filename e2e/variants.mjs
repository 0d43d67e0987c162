import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Copies of the site with other content or another day, each built by itself, so that the built site is
 * tested in every state without switches in the code that is published.
 */
export const variants = {
  site: { port: 3210, env: {}, change: () => {} },
  fresh: { port: 3211, env: { SITE_TODAY: "2024-06-15" }, change: () => {} },
  paused: {
    port: 3212,
    env: {},
    change: (folder) => {
      petition(folder, { state: "paused" });
      words(folder, 'instead: "Ask your representatives while you wait."');
      fixturePosts(folder);
    },
  },
  closed: {
    port: 3213,
    env: {},
    change: (folder) => {
      petition(folder, { state: "closed", closedOn: "2024-09-30" });
      words(folder, 'result: "It was handed over in Brussels."\ninstead: "Write a letter now."');
    },
  },
  won: {
    port: 3214,
    env: {},
    change: (folder) => {
      petition(folder, { state: "won", closedOn: "2024-09-30" });
      words(folder, 'result: "The proposal was withdrawn."\ninstead: "Thank those who listened."');
    },
  },
};

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");

/** The folder in which a variant is built and served; the site itself is built in place. */
export function folderOf(name) {
  return name === "site" ? root : path.join(root, ".next-variants", name);
}

/** The command that runs Next's own program, without a shell or npx in between. */
export const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** Writes a variant's files and builds it. Takes its name, and a listener for its output; rejects where the build fails. */
export async function buildVariant(name, onOutput = () => {}) {
  const folder = folderOf(name);
  const { env, change } = variants[name];
  if (folder !== root) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const entry of readdirSync(root)) {
      // Without a lock file of its own, the copy takes its packages from the repository around it.
      if (/^(\.|node_modules$|e2e$|package-lock\.json$|next-env\.d\.ts$|.*\.tsbuildinfo$)/.test(entry))
        continue;
      cpSync(path.join(root, entry), path.join(folder, entry), { recursive: true });
    }
    change(folder);
  }
  await run(
    process.execPath,
    [next, "build"],
    { cwd: folder, env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1" } },
    onOutput,
  );
}

function run(command, args, options, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        output += data;
        onOutput(String(data));
      });
    }
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${args.join(" ")} failed in ${options.cwd}:\n${output}`)),
    );
  });
}

function petition(folder, values) {
  const file = path.join(folder, "content/petition.yaml");
  const kept = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => !Object.keys(values).some((key) => line.startsWith(`${key}:`)));
  const added = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
  writeFileSync(file, [...kept, ...added, ""].join("\n"));
}

function words(folder, lines) {
  appendFileSync(path.join(folder, "content/en/petition.yaml"), `${lines}\n`);
}

/** Articles in the vocabulary of another generator, and a draft. */
function fixturePosts(folder) {
  const from = path.join(root, "e2e/fixtures/simplex");
  cpSync(path.join(from, "posts"), path.join(folder, "content/en/articles"), { recursive: true });
  cpSync(path.join(from, "previews"), path.join(folder, "content/en/blog_previews"), { recursive: true });
  cpSync(path.join(from, "images"), path.join(folder, "public/blog/images"), { recursive: true });
}
