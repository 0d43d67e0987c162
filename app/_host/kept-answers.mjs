// @ts-check
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isCompressible } from "./compressible.mjs";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => void} Handler */
/** @typedef {{ headers: [string, string | number | string[]][], etag: string, bodies: { identity: Buffer, gzip?: Buffer, br?: Buffer } }} Answer */

const pack = {
  gzip: promisify(gzip),
  br: promisify(brotliCompress),
};
/** What Next asks for in the place of a page, and parts of files; neither is kept. */
const special = [
  "range",
  "rsc",
  "next-action",
  "next-router-state-tree",
  "next-router-prefetch",
  "x-nextjs-data",
];

/**
 * Keeps each answer that `handle` gives with 200, with its compressed forms: everything on this site was made
 * when it was built, so an address always has the same answer, whatever its query. There are as many as there
 * are pages and files.
 * @param {Handler} handle
 * @returns {Handler}
 */
export function keepAnswers(handle) {
  /** @type {Map<string, Answer>} */
  const kept = new Map();
  /** @type {Set<string>} */
  const waiting = new Set();
  return (request, response) => {
    const path = (request.url ?? "").replace(/[?#].*$/s, "");
    // Otherwise one page could be kept under any number of spellings.
    const isPlain = /^(?:\/[\w~-][\w.~-]*)*\/?$/.test(path);
    // Search engines are kept out of copies of the site on Vercel's own hosts.
    if (
      !isPlain ||
      /\.vercel\.app(?::|$)/i.test(request.headers.host ?? "") ||
      special.some((name) => request.headers[name] !== undefined)
    )
      return handle(request, response);
    const key = `${request.headers["save-data"] === "on" ? "saving " : ""}${path}`;
    const known = kept.get(key);
    if (known) return send(request, response, known);
    const first = request.method === "GET" && !waiting.has(key);
    if (!first) return handle(request, response);
    waiting.add(key);
    hold(request, response).then(async ({ body, sent }) => {
      const answer = response.statusCode === 200 ? await prepare(response, body) : undefined;
      waiting.delete(key);
      if (!answer) return response.end(body, sent);
      kept.set(key, answer);
      return send(request, response, answer, sent);
    });
    response.once("close", () => waiting.delete(key));
    return handle(request, response);
  };
}

/**
 * Holds back what a handler writes, until it has ended; gives the body and what is to be called when it is sent.
 * Next compresses nothing, and knows no answer of earlier, while it is held.
 * @param {Request} request
 * @param {any} response whose methods have several forms each
 * @returns {Promise<{ body: Buffer, sent: (() => void) | undefined }>}
 */
function hold(request, response) {
  const asked = { ...request.headers };
  request.headers["accept-encoding"] = "identity";
  delete request.headers["if-none-match"];
  delete request.headers["if-modified-since"];
  const { write, end, writeHead, flushHeaders } = response;
  /** @type {Buffer[]} */
  const parts = [];
  const keep = (/** @type {any[]} */ [part, encoding]) => {
    if (part && typeof part !== "function")
      parts.push(
        typeof part === "string"
          ? Buffer.from(
              part,
              typeof encoding === "string" ? /** @type {BufferEncoding} */ (encoding) : "utf8",
            )
          : Buffer.from(part),
      );
  };
  response.flushHeaders = () => {};
  response.writeHead = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(rest.find((each) => typeof each === "object") ?? {}))
      response.setHeader(name, value);
    return response;
  };
  response.write = (/** @type {any[]} */ ...given) => {
    keep(given);
    const written = given.find((each) => typeof each === "function");
    if (written) process.nextTick(written);
    return true;
  };
  return new Promise((resolve) => {
    response.end = (/** @type {any[]} */ ...given) => {
      keep(given);
      Object.assign(response, { write, end, writeHead, flushHeaders });
      Object.assign(request.headers, asked);
      resolve({ body: Buffer.concat(parts), sent: given.find((each) => typeof each === "function") });
      return response;
    };
  });
}

/**
 * An answer with its compressed forms; undefined where it is not whole.
 * @param {Response} response
 * @param {Buffer} body
 * @returns {Promise<Answer | undefined>}
 */
async function prepare(response, body) {
  const length = response.getHeader("content-length");
  if (response.getHeader("content-encoding") || (length !== undefined && Number(length) !== body.length))
    return undefined;
  const isText = isCompressible(String(response.getHeader("content-type")));
  const compressed = isText && {
    gzip: await pack.gzip(body),
    br: await pack.br(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  };
  const etag = String(
    response.getHeader("etag") ?? `"${createHash("sha256").update(body).digest("base64url").slice(0, 20)}"`,
  );
  response.setHeader("ETag", etag);
  const vary = String(response.getHeader("vary") ?? "");
  if (isText && !/accept-encoding/i.test(vary))
    response.setHeader("Vary", [vary, "Accept-Encoding"].filter(Boolean).join(", "));
  const headers = Object.entries(response.getHeaders()).filter(
    ([name]) => !/^(?:connection|keep-alive|date|content-length|transfer-encoding)$/.test(name),
  );
  return {
    headers: /** @type {Answer["headers"]} */ (headers),
    etag,
    bodies: { identity: body, ...compressed },
  };
}

/** @param {Request} request @param {Response} response @param {Answer} answer @param {(() => void) | undefined} [sent] */
function send(request, response, { headers, etag, bodies }, sent) {
  for (const [name, value] of headers) response.setHeader(name, value);
  const unchanged = request.headers["if-none-match"]
    ?.split(",")
    .some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
  if (unchanged) {
    for (const name of ["content-type", "content-length"]) response.removeHeader(name);
    response.writeHead(304);
    response.end(sent);
    return;
  }
  const encoding = chosen(request.headers["accept-encoding"], bodies);
  const body = bodies[encoding] ?? bodies.identity;
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(200);
  if (request.method === "HEAD") response.end(sent);
  else response.end(body, sent);
}

/**
 * The smallest form of a body that a request accepts; a quality of 0 means that it does not.
 * @param {string | string[] | undefined} accepted
 * @param {Answer["bodies"]} bodies
 * @returns {keyof Answer["bodies"]}
 */
export function chosen(accepted, bodies) {
  const names = String(accepted ?? "")
    .split(",")
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.replace(/;.*/s, "").trim().toLowerCase());
  return (
    /** @type {const} */ (["br", "gzip"]).find((name) => bodies[name] && names.includes(name)) ?? "identity"
  );
}
