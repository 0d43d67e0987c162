import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { startSite } from "../app/_host/start-site.mjs";
import { memoryOf } from "./memory-of.mjs";

/**
 * `npm run check:hostile`: requests as an attacker sends them, against `npm start`, while a visitor reads beside
 * them. HOSTILE_RUNS says how many, HOSTILE_SEED which.
 */

const marker = "zq7x";
const page = "/statements/joint-statement-may-2024";

/** Throws with every answer that is an error of the server, tells of its insides, repeats input or leads away. */
export async function attack(site, { runs = 3000, seed = Date.now() % 1e6, port = 3444 } = {}) {
  console.log(`${runs} hostile requests, seed ${seed}`);
  const random = randomOf(seed);
  const server = await startSite(site, port);
  const faults = new Map();
  const statuses = new Map();
  const fault = (what, request) =>
    faults.set(what, (faults.get(what) ?? []).concat(JSON.stringify(request.slice(0, 160))));
  let visits = 0;
  let slowest = 0;
  let done = false;
  const visitor = (async () => {
    while (!done) {
      const start = performance.now();
      const answer = await fetch(`http://localhost:${port}${page}`).catch((problem) => problem);
      if (answer.status !== 200) fault(`the visitor beside got ${answer.status ?? answer}`, page);
      else await answer.text();
      slowest = Math.max(slowest, performance.now() - start);
      visits += 1;
      await pause(50);
    }
  })();
  try {
    await burst(200);
    const before = memoryOf(server.pid);
    await burst(runs);
    // What is open is closed by now, and what was used may be given back.
    await pause(1000);
    await burst(200);
    const after = memoryOf(server.pid);
    done = true;
    await visitor;
    if (before && after > before + 150) fault(`memory grew from ${before} to ${after} MB`, "");
    const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
    console.log(`answers ${counts.join(", ")}; memory ${before} to ${after} MB`);
    console.log(`${visits} visits beside them, the slowest ${Math.round(slowest)} ms`);
    if (slowest > 5000) fault(`the visitor beside waited ${Math.round(slowest)} ms`, page);
  } finally {
    done = true;
    server.kill();
  }
  if (faults.size > 0)
    throw new Error(
      [...faults].map(([what, all]) => `${what} (${all.length}), such as ${all[0]}`).join("\n"),
    );

  async function burst(count) {
    let left = count;
    const one = async () => {
      while (left-- > 0) {
        const bytes = requestOf(random);
        const answer = await send(port, bytes, random() < 0.01);
        judge(answer.toString("latin1"), bytes.toString("latin1"));
      }
    };
    await Promise.all(Array.from({ length: 16 }, one));
  }

  function judge(received, request) {
    const answer = received.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, "");
    const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? "closed";
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (/^5/.test(status)) fault(`answered with ${status}`, request);
    const [head = "", ...rest] = answer.split("\r\n\r\n");
    const body = rest.join("\r\n\r\n");
    if (/\n\s+at .+[:(]\d+|node_modules|\/next\/dist|Error:/.test(body))
      fault("tells of its insides", request);
    if (body.includes(marker)) fault("repeats what was sent", request);
    if (/x-powered-by|^server: .*\d/im.test(head)) fault("tells which software answers", request);
    const location = /^location: (.*)$/im.exec(head)?.[1];
    if (location && !/^\/(?![/\\])/.test(location)) fault(`leads away to ${location}`, request);
    for (const line of head.split("\r\n").slice(1))
      if (line.includes(marker) && !/^location:/i.test(line))
        fault(`repeats what was sent in the header ${line.slice(0, 60)}`, request);
  }
}

/** One request: an ordinary one with several of its parts spoilt. @param {() => number} random */
function requestOf(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const filler = () =>
    pick([marker, "%00", "%2e%2e%2f", "../", "..\\", "%c0%ae", "%", "%zz", "%ff", "\u00e9", "'\"><script>"]);
  const many = (make, most) => Array.from({ length: 1 + Math.floor(random() * most) }, make).join("");
  const path = pick([
    () => page,
    () => `/${many(filler, 6)}`,
    () => `//${marker}.example/${many(filler, 3)}`,
    () => `/\\${marker}.example/`,
    () => `//${marker}.example/%2f..`,
    () => `/${marker}.example//`,
    () => `http://${marker}.example/act`,
    () => `/act/${many(filler, 4)}`,
    () => `/blog/${marker}.html/`,
    () => `/_next/${pick(["image", "data", "static", "webpack-hmr"])}/${many(filler, 3)}`,
    () => `/_next/image?url=http%3A%2F%2F${marker}.example%2F&w=640&q=75`,
    () => `${page}.rsc`,
    () => `/en/act.segments/_tree.segment.rsc`,
    () => `/pictures/${many(filler, 3)}`,
    () => `/scripts/${many(filler, 3)}.js`,
    () => `/og/${marker}.png?title=${marker}`,
    () => `/statement?${marker}=${many(filler, 5)}`,
    () => `/${marker.repeat(1 + Math.floor(random() * 1500))}`,
    () => `${page}?${`a[]=${marker}&`.repeat(Math.floor(random() * 600))}`,
    () => `/${"%".repeat(Math.floor(random() * 200))}`,
    () => `/${"a/".repeat(Math.floor(random() * 400))}`,
    () => "*",
    () => "",
  ])();
  const method =
    random() < 0.8
      ? "GET"
      : pick(["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", marker, "G\u0000T"]);
  // Most must be HTTP, or else Node refuses them before they meet the site.
  const version = random() < 0.95 ? "HTTP/1.1" : pick(["HTTP/1.0", "HTTP/9.9", "", marker]);
  const headers = ["Host: localhost", "Connection: close"];
  const extra = [
    () => `Host: ${marker}.example`,
    () => `X-Forwarded-Host: ${marker}.example`,
    () => `X-Forwarded-Proto: ${marker}`,
    () => `Forwarded: host=${marker}.example`,
    () => `X-Original-URL: /${marker}`,
    () => `X-Rewrite-Url: /${marker}`,
    () => `x-middleware-subrequest: middleware:middleware:middleware`,
    () => `x-middleware-rewrite: https://${marker}.example/`,
    () => `x-nextjs-data: 1`,
    () => `x-matched-path: /${marker}`,
    () => `x-prerender-revalidate: ${marker}`,
    () => `x-now-route-matches: 1=${marker}`,
    () => `RSC: 1`,
    () => `Next-Router-State-Tree: ${pick(["%5B%22%22", marker, "%5B".repeat(500)])}`,
    () => `Next-Router-Prefetch: ${marker}`,
    () => `Next-Action: ${pick([marker, "a".repeat(42)])}`,
    () => `Content-Type: multipart/form-data; boundary=${marker}`,
    () => `Content-Length: ${pick(["-1", "abc", "99999999999", "5"])}`,
    () => `Transfer-Encoding: ${pick(["chunked", "chunked, identity", marker])}`,
    () => `Expect: 100-continue`,
    () => `Range: bytes=${pick(["0-", "-1", "5-2", "0-0,".repeat(500), marker])}`,
    () => `If-None-Match: ${pick(["*", `"${marker}"`, "W/".repeat(200)])}`,
    () => `If-Modified-Since: ${marker}`,
    () => `Accept-Encoding: ${pick([marker, "gzip;q=nan", "br,".repeat(500)])}`,
    () => `Accept-Language: ${"de,".repeat(1000)}`,
    () =>
      `Cookie: ${pick([`__prerender_bypass=${marker}`, "a=b; ".repeat(800), `__next_preview_data=${marker}`])}`,
    () => `Origin: https://${marker}.example`,
    () => `Upgrade: ${pick(["websocket", "h2c", marker])}`,
    () => `${marker}: ${"x".repeat(Math.floor(random() * 20000))}`,
  ];
  for (let count = Math.floor(random() * 4); count > 0; count -= 1) headers.push(pick(extra)());
  if (random() < 0.05) headers.push(pick([`Bad Header ${marker}`, `X: a\rSet-Cookie: ${marker}=1`]));
  const body = random() < 0.15 ? marker.repeat(Math.floor(random() * 20000)) : "";
  if (body && random() < 0.8) headers.push(`Content-Length: ${body.length}`);
  return Buffer.from(`${method} ${path} ${version}\r\n${headers.join("\r\n")}\r\n\r\n${body}`);
}

/** Sends bytes and gives all that comes back; slowly, a few bytes at a time, where asked. */
function send(port, bytes, slowly) {
  return new Promise((resolve) => {
    const parts = [];
    const socket = connect(port, "localhost");
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(parts));
    };
    const timer = setTimeout(end, slowly ? 4000 : 2000);
    socket.on("data", (part) => parts.push(part));
    socket.on("close", end);
    socket.on("error", end);
    socket.on("connect", async () => {
      if (!slowly) return socket.write(bytes);
      for (let at = 0; at < bytes.length && at < 200 && !socket.destroyed; at += 5) {
        socket.write(bytes.subarray(at, at + 5));
        await pause(80);
      }
    });
  });
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await attack(process.cwd(), {
    ...(process.env.HOSTILE_RUNS && { runs: Number(process.env.HOSTILE_RUNS) }),
    ...(process.env.HOSTILE_SEED && { seed: Number(process.env.HOSTILE_SEED) }),
  });
