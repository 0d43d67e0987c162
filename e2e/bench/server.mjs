import { createServer } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { isCompressible } from "../../app/_host/compressible.mjs";

/** @typedef {Map<string, { type: string, body: Buffer, cache?: string }>} Files files by their address */

/**
 * One server for all that is compared: it holds every file compressed beforehand, and answers from memory.
 * @returns {Promise<{ show(files: Files): void, close(): void }>}
 */
export function serve(port) {
  let shown = new Map();
  const server = createServer((request, response) => {
    const file = shown.get(new URL(request.url, "http://localhost").pathname);
    if (!file) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not here");
      return;
    }
    const encoding = ["br", "gzip"].find(
      (name) => file[name] && request.headers["accept-encoding"]?.includes(name),
    );
    const body = file[encoding] ?? file.body;
    response.writeHead(200, {
      "Content-Type": file.type,
      "Content-Length": body.length,
      "Cache-Control": "public, max-age=0, must-revalidate",
      ...(encoding && { "Content-Encoding": encoding }),
    });
    response.end(body);
  });
  return new Promise((resolve) =>
    server.listen(port, "localhost", () =>
      resolve({
        show: (files) => {
          shown = new Map([...files].map(([address, file]) => [address, { ...file, ...compressed(file) }]));
        },
        close: () => server.close(),
      }),
    ),
  );
}

/** @returns {{ br?: Buffer, gzip?: Buffer }} */
export function compressed({ type, body }) {
  if (!isCompressible(type)) return {};
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return { br: brotliCompressSync(body, { params }), gzip: gzipSync(body, { level: 9 }) };
}
