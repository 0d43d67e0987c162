import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chosen, keepAnswers } from "./kept-answers.mjs";

const page = "<!DOCTYPE html><p>Sealed. ".repeat(100);
let server: Server;
let origin: string;
let asked: string[];

function site(request: IncomingMessage, response: ServerResponse) {
  asked.push(`${request.method} ${request.url}`);
  if (request.url?.startsWith("/moved")) return response.writeHead(308, { Location: "/page" }).end("gone");
  if (request.url?.startsWith("/none")) return response.writeHead(404).end("none");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  if (request.headers["save-data"] !== "on") response.setHeader("Speculation-Rules", '"/rules.json"');
  response.write(page.slice(0, 10), () => {});
  return response.end(page.slice(10), "utf8", () => {});
}

beforeEach(async () => {
  asked = [];
  server = createServer(keepAnswers(site));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

test("an address is asked for once, whatever its query, and always answered the same", async () => {
  for (const url of ["/page", "/page?utm_source=x", "/page"]) {
    const answer = await fetch(origin + url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  }
  expect(asked).toEqual(["GET /page"]);
});

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("it is sent as %s, from the first time on", async (encoding, unpack) => {
  for (const _ of [1, 2]) {
    const { head, body } = await raw(`GET /page HTTP/1.1\r\nAccept-Encoding: ${encoding}`);
    expect(head).toMatch(new RegExp(`content-encoding: ${encoding}`, "i"));
    expect(unpack(body).toString()).toBe(page);
  }
});

test("what the reader has already is not sent again", async () => {
  const etag = (await fetch(`${origin}/page`)).headers.get("etag")!;
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
    const answer = await fetch(`${origin}/page`, { headers: { "If-None-Match": tag } });
    expect([tag, answer.status, await answer.text()]).toEqual([tag, 304, ""]);
  }
  expect((await fetch(`${origin}/page`, { headers: { "If-None-Match": '"x"' } })).status).toBe(200);
});

test("only what was found is kept, under its one spelling, and not what Next asks for instead", async () => {
  for (const url of ["/none", "/moved", "/p%61ge"])
    for (const _ of [1, 2]) await fetch(origin + url, { redirect: "manual" });
  for (const _ of [1, 2]) await fetch(`${origin}/page`, { headers: { RSC: "1" } });
  expect(asked).toEqual([
    ...["/none", "/moved", "/p%61ge"].flatMap((url) => [`GET ${url}`, `GET ${url}`]),
    "GET /page",
    "GET /page",
  ]);
});

test("readers who save data get the answer that is meant for them", async () => {
  expect((await fetch(`${origin}/page`)).headers.has("speculation-rules")).toBe(true);
  const saving = await fetch(`${origin}/page`, { headers: { "Save-Data": "on" } });
  expect(saving.headers.has("speculation-rules")).toBe(false);
});

test("HEAD is answered like GET, without the text", async () => {
  await fetch(`${origin}/page`);
  const { head, body } = await raw("HEAD /page HTTP/1.1\r\nAccept-Encoding: identity");
  expect(head).toMatch(new RegExp(`content-length: ${page.length}`, "i"));
  expect(body.length).toBe(0);
});

test("the smallest form that is accepted is chosen", () => {
  const bodies = { identity: Buffer.alloc(9), gzip: Buffer.alloc(2), br: Buffer.alloc(1) };
  expect(chosen("gzip, deflate, br, zstd", bodies)).toBe("br");
  expect(chosen("gzip;q=1.0, br;q=0", bodies)).toBe("gzip");
  expect(chosen("GZIP", bodies)).toBe("gzip");
  expect(chosen(undefined, bodies)).toBe("identity");
  expect(chosen("br", { identity: Buffer.alloc(9) })).toBe("identity");
});

/** fetch unpacks what it gets; this gives the very bytes. */
function raw(request: string): Promise<{ head: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(new URL(origin).port), "127.0.0.1", () =>
      socket.write(`${request}\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    socket.on("data", (part) => parts.push(part));
    socket.on("error", reject);
    socket.on("close", () => {
      const all = Buffer.concat(parts);
      const end = all.indexOf("\r\n\r\n");
      resolve({ head: all.subarray(0, end).toString(), body: all.subarray(end + 4) });
    });
  });
}
