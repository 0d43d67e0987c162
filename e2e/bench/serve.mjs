import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startSite } from "../../app/_host/start-site.mjs";
import { installPackages } from "../install-packages.mjs";
import { buildSite, filesOfArticle } from "./built-site.mjs";
import { moduleOf, summarize } from "./profile.mjs";
import { compressed } from "./server.mjs";
import { permalink } from "./subjects.mjs";
import { bench, median, run, say, table, work } from "./tools.mjs";

/** `npm run bench:serve`: the finished article from `npm start` and from nginx, in one run, on this machine alone. */

const rounds = 3;
const seconds = 5;
const ports = { "npm start": 3522, nginx: 3523 };
const folder = path.join(work, "serve");

installServers();
const site = await buildSite();
const files = await filesOfArticle(site, ports["npm start"]);
const nginx = await startNginx();
let server;
const results = { "npm start": [], nginx: [] };
try {
  server = await startSite(site, ports["npm start"]);
  const idle = memoryOf(server.pid);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, port] of Object.entries(ports)) {
      const result = await load(port);
      results[name].push({ ...result, memory: memoryOf(name === "nginx" ? nginx.pid : server.pid) });
      say(
        `round ${round} of ${rounds}, ${name}: ${Math.round(result.perSecond).toLocaleString("en")} requests a second`,
      );
    }
  }
  const columns = ["perSecond", "p50", "p99", "memory"];
  const rows = Object.entries(results).map(([name, all]) => [
    name,
    ...columns.map((column) => Math.round(median(all.map((each) => each[column])) * 100) / 100),
  ]);
  console.log(
    `\n${table([["medians of 3", "requests/s", "ms, half", "ms, 99 %", "MB under load"], ...rows])}`,
  );
  console.log(`npm start without load: ${Math.round(idle)} MB\n`);
} finally {
  server?.kill();
  nginx.kill();
}

say("npm start once more, to see where its time goes …");
const to = path.join(work, "profile-start");
rmSync(to, { recursive: true, force: true });
const preload = `--require ${JSON.stringify(path.join(bench, "measure.cjs"))}`;
const profiled = await startSite(site, ports["npm start"], {
  env: { MEASURE: to, MEASURE_PROFILE: "1", NODE_OPTIONS: preload },
});
await load(ports["npm start"]);
profiled.kill();
await new Promise((resolve) => profiled.once("exit", resolve));
const spent = summarize(to, moduleOf);
const total = spent.reduce((sum, { ms }) => sum + ms, 0);
const top = spent
  .slice(0, 20)
  .map(({ name, ms }) => [name, Math.round(ms), `${((ms / total) * 100).toFixed(1)} %`]);
console.log(`\n${table([["npm start: own time by module", "ms", "share"], ...top])}`);

/** wrk and nginx are Debian's; elsewhere people install them themselves. */
function installServers() {
  const missing = ["nginx", "wrk"].filter((name) => spawnSync(name, ["-v"]).error);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).error)
    throw new Error(
      `Install ${missing.join(" and ")} first, for example with: apt-get install ${missing.join(" ")}`,
    );
  say(`Installing ${missing.join(" and ")} …`);
  installPackages(...missing);
}

/** nginx with the article as a file and its gzip beside it, in a folder of its own and on this machine only. */
async function startNginx() {
  rmSync(folder, { recursive: true, force: true });
  for (const [address, file] of files) {
    const name = path.join(folder, "root", address);
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, file.body);
    const { gzip } = compressed(file);
    if (gzip) writeFileSync(`${name}.gz`, gzip);
  }
  const own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    path.join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes auto;
events { worker_connections 1024; }
http {
  access_log off; gzip_static on; keepalive_requests 1000000; ${own.join(" ")}
  types { text/html html; image/avif avif; image/png png; image/svg+xml svg; }
  server { listen 127.0.0.1:${ports.nginx}; root ${folder}/root; }
}
`,
  );
  const child = spawn(
    "nginx",
    ["-c", path.join(folder, "nginx.conf"), "-e", path.join(folder, "error.log")],
    { stdio: "ignore" },
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const answer = await fetch(`http://127.0.0.1:${ports.nginx}${permalink}`).catch(() => undefined);
  if (!answer?.ok) {
    child.kill();
    throw new Error(`nginx does not serve the article; see ${folder}/error.log`);
  }
  return child;
}

async function load(port) {
  const output = await run("wrk", [
    "-t1",
    "-c32",
    `-d${seconds}s`,
    "--latency",
    "-H",
    "Accept-Encoding: gzip",
    `http://127.0.0.1:${port}${permalink}`,
  ]);
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1];
  if (failed) throw new Error(`${failed} answers on port ${port} were no page.`);
  const ms = (percent) => {
    const [, value, unit] = new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(output);
    return Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit];
  };
  return { perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]), p50: ms(50), p99: ms(99) };
}

/** Megabytes of a process and those that it started. */
function memoryOf(pid) {
  const rows = spawnSync("ps", ["-e", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
    .stdout.trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [id, parent] of rows) if (family.has(parent)) family.add(id);
  }
  return rows.reduce((sum, [id, , kilobytes]) => sum + (family.has(id) ? kilobytes / 1024 : 0), 0);
}
