import { promisify } from "node:util";
import zlib, { constants } from "node:zlib";

const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress);
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);

/** What lies in a mirror: file names, with / between folders, and their bytes. */
export type Files = Map<string, Buffer>;

/** The file in which an address of the site lies: "/" → index.html, "/act/de" → act/de.html, "/a.html" → a.html. */
export function fileOf(address: string): string {
  const name = address.replace(/^\//, "");
  if (name === "") return "index.html";
  return isPage(address) && !name.endsWith(".html") ? `${name}.html` : name;
}

/** Whether an address is a page's: a file has an ending other than .html. */
export function isPage(address: string): boolean {
  return /^(?:[^.]*|.*\.html)$/.test(address);
}

/**
 * The same file compressed, as .br and .gz; nothing where that does not make it smaller. `quality` is brotli's, from
 * 1 to 11: the best takes some fifty times as long as the middle, for a tenth less bytes.
 */
export async function compressed(name: string, body: Buffer, quality = 11): Promise<[string, Buffer][]> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const all = await Promise.all([
    brotli(body, { params }).then((packed): [string, Buffer] => [`${name}.br`, packed]),
    // The time of day would make the same file another one each time; zlib leaves it out.
    gzip(body, { level: 9 }).then((packed): [string, Buffer] => [`${name}.gz`, packed]),
  ]);
  return all.filter(([, packed]) => packed.length < body.length * 0.95);
}
