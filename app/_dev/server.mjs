// @ts-check
import { watch } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { tsImport } from "tsx/esm/api";
import { faultPage, reloadScript } from "./fault-page.mjs";

/**
 * `npm run dev`: Next's own server, with two things added for writers. A fault in the content is shown as a
 * page instead of a stack trace, and open pages load again when a file in content/ or public/ changes.
 * `-- -p 4000` takes another port.
 */
// Next reads it, and so does the content reader: outside production it reads every file anew.
Reflect.set(process.env, "NODE_ENV", "development");

const { values } = parseArgs({
  options: { port: { type: "string", short: "p" }, hostname: { type: "string", short: "H" } },
});
const port = Number(values.port ?? process.env.PORT ?? 3000);
const hostname = values.hostname ?? "localhost";

/** @type {typeof import("../../content/build.ts")} */
const { readAndCheck, root } = await tsImport("../../content/build.ts", import.meta.url);

/** @type {Set<import("node:http").ServerResponse>} */
const listeners = new Set();
const asked = "x-dev-asked";
const knownAddresses = look().addresses;
const changed = "data: changed\n\n";
let lastChange = 0;

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/_dev/changes") return listen(response, Number(searchParams.get("age")));
  if (pathname === "/_dev/reload.js") {
    response.setHeader("Content-Type", "text/javascript");
    return response.end(reloadScript);
  }
  if (!isPage(pathname) || request.headers[asked]) return handle(request, response);
  const { errors, addresses } = look();
  if (errors.length === 0) return known(pathname, addresses).then(() => handle(request, response));
  response.statusCode = 500;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(faultPage(errors));
});
server.on("error", (/** @type {NodeJS.ErrnoException} */ problem) => {
  const isTaken = problem.code === "EADDRINUSE";
  console.error(
    isTaken
      ? `Port ${port} is in use. Stop what runs there, or take another: npm run dev -- -p ${port + 1}`
      : problem,
  );
  process.exit(1);
});

const app = next({ dev: true, hostname, port, httpServer: server });
const handle = app.getRequestHandler();
console.log("Starting …");
await app.prepare();
server.listen(port, values.hostname, () => console.log(`The site is at http://${hostname}:${port}`));
for (const folder of [root.content, root.public]) watchFolder(folder);

/** Addresses that a reader opens, which is not what Next and the pages themselves ask for. @param {string} pathname */
function isPage(pathname) {
  return !/^\/(_next|__next)/.test(pathname) && /(^|\/)[^/.]*$|\.html$/.test(pathname);
}

function look() {
  const { documents, drafts, faults } = readAndCheck(root, { drafts: true });
  return {
    errors: faults.filter((fault) => fault.level === "error"),
    addresses: new Set([...documents, ...drafts].map(({ address }) => address)),
  };
}

/**
 * Waits until Next knows a document that has been added: it answers from its old list of pages while it makes a
 * new one, so that a new page would not be found when it is first opened.
 * @param {string} pathname
 * @param {Set<string>} addresses
 */
async function known(pathname, addresses) {
  if (!addresses.has(pathname) || knownAddresses.has(pathname)) return;
  for (let tries = 0; tries < 40; tries += 1) {
    const { status } = await fetch(`http://${hostname}:${port}${pathname}`, { headers: { [asked]: "1" } });
    if (status !== 404) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  knownAddresses.add(pathname);
}

/**
 * Keeps a page's connection open, to tell it of changes; at once where there was one while it was loading.
 * @param {import("node:http").ServerResponse} response
 * @param {number} age milliseconds since the page was asked for
 */
function listen(response, age) {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(Date.now() - age < lastChange ? changed : ":\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

/** Tells open pages of changes, once for all that an editor does when it saves. @param {string} folder */
function watchFolder(folder) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  watch(folder, { recursive: true }, (_event, file) => {
    if (file && /(^|[\\/])\.|~$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      lastChange = Date.now();
      for (const response of listeners) response.write(changed);
    }, 100);
  });
}
