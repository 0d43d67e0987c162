import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { startSite } from "../app/_host/start-site.mjs";
import { memoryOf } from "./memory-of.mjs";

/**
 * `npm run check:load`: a front-page day. Readers come to every page at once, from a second process, more and more
 * of them until no more are served in the same time. LOAD_REQUESTS says how many requests in all.
 */

const steps = [4, 16, 64, 128];
const autocannon = createRequire(import.meta.url).resolve("autocannon/autocannon.js");

/** Throws where a request fails, where latency or memory keep growing, or where an answer is not to be kept. */
export async function frontPageDay(site, { requests = 10_000, port = 3446 } = {}) {
  const server = await startSite(site, port);
  const faults = [];
  try {
    const origin = `http://localhost:${port}`;
    const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
    const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname);
    console.log(`${requests} requests over ${pages.length} pages`);
    // Half are for ramping up; the rest is at saturation, in two halves that must not differ.
    const plan = [
      ...steps.map((connections) => ({ connections, amount: Math.ceil(requests / 2 / steps.length) })),
      ...[1, 2].map(() => ({ connections: steps.at(-1), amount: Math.ceil(requests / 4) })),
    ];
    const run = async ({ connections, amount }) => {
      const result = await load(origin, pages, { connections, amount });
      const failed = result.errors + result.timeouts + result.non2xx;
      const memory = memoryOf(server.pid);
      console.log(
        `${String(connections).padStart(4)} readers: ${Math.round(result.requests.average)} requests a second, ` +
          `half within ${result.latency.p50} ms, 99 % within ${result.latency.p99} ms, ${failed} of ${result.requests.sent} failed, ${memory} MB`,
      );
      if (failed > 0) faults.push(`${failed} requests failed with ${connections} readers`);
      return { half: result.latency.p50, memory };
    };
    const results = [];
    for (const step of plan) results.push(await run(step));
    const [first, second] = results.slice(-2);
    const most = first.half * 1.5 + 20;
    // A server that tires is slow once more; one that only had to wait for a busy machine is not.
    const half = second.half > most ? Math.min(second.half, (await run(plan.at(-1))).half) : second.half;
    if (half > most) faults.push(`half of the answers took ${half} ms, before ${first.half} ms`);
    if (first.memory && second.memory > first.memory * 1.3 + 30)
      faults.push(`memory grew from ${first.memory} to ${second.memory} MB`);
  } finally {
    server.kill();
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** The load comes from a process of its own, so that it does not take the server's time. */
function load(origin, pages, { connections, amount }) {
  const program = `
    import(${JSON.stringify(`file://${autocannon}`)}).then(async ({ default: autocannon }) => {
      const result = await autocannon(${JSON.stringify({
        url: origin,
        connections,
        amount,
        timeout: 20,
        requests: pages.map((path) => ({ path, headers: { "accept-encoding": "gzip" } })),
      })});
      process.stdout.write(JSON.stringify(result));
    });`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (data) => (text += data));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`The load ended with ${code}.`)),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await frontPageDay(process.cwd(), {
    ...(process.env.LOAD_REQUESTS && { requests: Number(process.env.LOAD_REQUESTS) }),
  });
