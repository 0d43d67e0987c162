import { brotliCompressSync, constants, gzipSync } from "node:zlib";

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

/** The same file compressed, as .br and .gz; nothing where that does not make it smaller. */
export function compressed(name: string, body: Buffer): [string, Buffer][] {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const all: [string, Buffer][] = [
    [`${name}.br`, brotliCompressSync(body, { params })],
    // The time of day would make the same file another one each time; zlib leaves it out.
    [`${name}.gz`, gzipSync(body, { level: 9 })],
  ];
  return all.filter(([, packed]) => packed.length < body.length * 0.95);
}
