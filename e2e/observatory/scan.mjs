import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import { fileURLToPath } from "node:url";
import { startSite } from "../../app/_host/start-site.mjs";

/**
 * `npm run check:headers`: what MDN's HTTP Observatory gives the built site, behind a TLS front of its own with a
 * certificate that is thrown away. Installs the scanner into this folder when first run.
 */

const folder = path.dirname(fileURLToPath(import.meta.url));
const least = { grade: "A+", score: 120 };

/** Scans the built site in a folder. Throws where it scores less than it must. */
export async function scan(site, { port = 3443, sitePort = 3442 } = {}) {
  install();
  const server = await startSite(site, sitePort);
  const temporary = mkdtempSync(path.join(tmpdir(), "observatory-"));
  const { cert, private: key } = await certificate();
  const authority = path.join(temporary, "ca.pem");
  writeFileSync(authority, cert);
  const front = await listen({ cert, key, port, sitePort });
  try {
    const report = JSON.parse(await ask(`localhost:${port}`, authority));
    if (report.error) throw new Error(`The Observatory says: ${report.error}`);
    const { grade, score } = report.scan;
    for (const [name, test] of Object.entries(report.tests))
      console.log(
        `${test.pass ? "passed" : "FAILED"}  ${String(test.scoreModifier).padStart(3)}  ${name}: ${test.result}`,
      );
    console.log(`Observatory: ${grade}, ${score} points`);
    if (grade !== least.grade || score < least.score)
      throw new Error(
        `The site scores ${grade} with ${score}, less than ${least.grade} with ${least.score}.`,
      );
  } finally {
    front.close();
    server.kill();
    rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await scan(process.cwd());

function install() {
  const installed = path.join(folder, "node_modules/.package-lock.json");
  const wanted = path.join(folder, "package-lock.json");
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
    console.log("Installing the Observatory into e2e/observatory (once, half a minute) …");
    // Its own scripts would download two lists, which say nothing of a site on this machine.
    execFileSync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
  }
  const lists = path.join(folder, "node_modules/@mdn/mdn-http-observatory/conf");
  mkdirSync(lists, { recursive: true });
  writeFileSync(path.join(lists, "hsts-preload.json"), "{}");
  writeFileSync(path.join(lists, "tld-list.json"), '["org"]');
}

async function certificate() {
  const { generate } = await import("selfsigned");
  const soon = new Date(Date.now() + 24 * 60 * 60 * 1000);
  return generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: soon,
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
    ],
  });
}

/** One port for both: a first byte of 22 begins TLS; plain HTTP is sent to https, as a host would. */
function listen({ cert, key, port, sitePort }) {
  const secureContext = createSecureContext({ cert, key });
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", (first) => {
      socket.pause();
      socket.unshift(first);
      if (first[0] === 22) {
        const secure = new TLSSocket(socket, { isServer: true, secureContext });
        secure.on("error", () => socket.destroy());
        answer(secure, (asked) => forward(asked, sitePort));
      } else answer(socket, (asked) => Promise.resolve(moved(asked, port)));
    });
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "localhost", () => resolve(server));
  });
}

/** Reads one request from a connection and answers it. */
function answer(socket, reply) {
  let text = "";
  socket.on("data", (data) => {
    text += data;
    if (!text.includes("\r\n\r\n")) return;
    const [line = "", ...headers] = text.split("\r\n\r\n")[0].split("\r\n");
    const [method, address] = line.split(" ");
    text = "";
    reply({
      method,
      address,
      headers: Object.fromEntries(headers.map((header) => header.split(/:\s*/, 2))),
    }).then(
      ({ status, headers: sent, body }) => {
        const lines = Object.entries({ ...sent, "Content-Length": body.length, Connection: "close" }).map(
          ([name, value]) => `${name}: ${value}`,
        );
        socket.end(
          Buffer.concat([Buffer.from(`HTTP/1.1 ${status} -\r\n${lines.join("\r\n")}\r\n\r\n`), body]),
        );
      },
      () => socket.destroy(),
    );
  });
  socket.resume();
}

function moved({ address }, port) {
  return { status: 301, headers: { Location: `https://localhost:${port}${address}` }, body: Buffer.alloc(0) };
}

/** What the site answers, with its very headers, but for those of the connection. */
function forward({ method, address, headers }, port) {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "localhost",
        port,
        method,
        path: address,
        headers: { ...headers, "accept-encoding": "identity" },
      },
      (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("end", () => {
          const kept = Object.entries(response.headers).filter(
            ([name]) => !/^(?:connection|keep-alive|transfer-encoding|content-length)$/.test(name),
          );
          resolve({
            status: response.statusCode,
            headers: Object.fromEntries(kept),
            body: Buffer.concat(parts),
          });
        });
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

function ask(host, authority) {
  const program = path.join(folder, "node_modules/@mdn/mdn-http-observatory/src/scan.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, host], {
      cwd: folder,
      env: { ...process.env, NODE_EXTRA_CA_CERTS: authority },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (data) => (text += data));
    child.on("error", reject);
    child.on("close", () => resolve(text));
  });
}
