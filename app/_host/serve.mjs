// @ts-check
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { keepAnswers } from "./kept-answers.mjs";
import { refusal } from "./refusal.mjs";

/**
 * `npm start`: serves the built site, as `next start` would, behind a door that turns away what no reader sends.
 * Next answers some of it with an error of its own, or repeats it in the answer.
 */
const { values } = parseArgs({
  options: { port: { type: "string", short: "p" }, hostname: { type: "string", short: "H" } },
});
const port = Number(values.port ?? process.env.PORT ?? 3000);
const hostname = values.hostname;

const app = next({ dev: false, port, ...(hostname && { hostname }) });
await app.prepare();
const handle = keepAnswers(app.getRequestHandler());

const server = createServer(
  // Whoever sends a head or a body more slowly than this is not reading.
  { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 5_000, maxHeaderSize: 16 * 1024 },
  (request, response) => {
    const refused = refusal(request);
    if (refused) {
      response.writeHead(refused.status, {
        "Content-Type": "text/plain; charset=utf-8",
        "X-Content-Type-Options": "nosniff",
        ...refused.headers,
        Connection: "close",
      });
      response.end(`${refused.reason}\n`);
      return;
    }
    withoutEcho(response);
    handle(request, response);
  },
);
server.on("error", (problem) => {
  console.error(problem.message);
  process.exit(1);
});
server.listen(port, hostname, () => console.log(`Serving on http://localhost:${port}`));

for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5000).unref();
  });

/**
 * Next writes the address that it redirects to into the body and a second header, and into another what an
 * address was rewritten to; one header is enough.
 * @param {any} response whose methods have several forms each, and pass on whichever they were called in
 */
function withoutEcho(response) {
  const { writeHead, write, end } = response;
  const redirects = () =>
    response.statusCode > 300 && response.statusCode < 400 && response.statusCode !== 304;
  response.writeHead = (/** @type {any[]} */ ...given) => {
    if (typeof given[0] === "number") response.statusCode = given[0];
    for (const name of ["X-Nextjs-Rewritten-Path", "X-Nextjs-Rewritten-Query"]) response.removeHeader(name);
    if (redirects()) {
      response.removeHeader("Refresh");
      response.removeHeader("Content-Length");
    }
    return writeHead.apply(response, given);
  };
  response.write = (/** @type {any[]} */ ...given) => redirects() || write.apply(response, given);
  response.end = (/** @type {any[]} */ ...given) => end.apply(response, redirects() ? [] : given);
}
