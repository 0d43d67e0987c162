// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** @typedef {import("./finish-site.mjs").Finished} Finished */

/** The kinds of pages, by what follows the language in their address. @type {[name: string, address: RegExp][]} */
const templates = [
  ["home", /^\/?$/],
  ["blog article", /^\/blog\/./],
  ["statement", /^\/statements\/./],
  ["list", /^\/blog$/],
  ["timeline", /^\/timeline$/],
  ["act", /^\/act(?:\/|$)/],
  ["404", /^\/(?:404|_not-found)$/],
  ["500", /^\/(?:500|_global-error)$/],
  ["page", /./],
];

/**
 * Prints what the heaviest page of each kind weighs, and which pages keep Next's runtime and why.
 * @param {string} distDir
 * @param {Finished[]} pages
 */
export function printReport(distDir, pages) {
  const kinds = new Map(templates.map(([name]) => [name, /** @type {Weighed[]} */ ([])]));
  for (const page of pages) kinds.get(kindOf(page.page))?.push(weigh(distDir, page));
  const fileOf = scriptFiles(distDir);
  const rows = [["Template", "pages", "heaviest page", "bytes", "gzip", "brotli", "script", "runtime"]];
  for (const [name, [...group]] of kinds) {
    const heaviest = group.sort((a, b) => b.html.length - a.html.length)[0];
    if (!heaviest) continue;
    const { page, html, keepsRuntimeFor } = heaviest;
    const sizes = [html.length, gzipSync(html).length, brotli(html), scriptBytes(String(html), fileOf)];
    const runtime = keepsRuntimeFor.length > 0 ? "kept" : "none";
    rows.push([name, String(group.length), page, ...sizes.map((size) => size.toLocaleString("en")), runtime]);
  }
  console.log(`\nFinished pages\n${table(rows)}`);
  const kept = pages.filter(({ keepsRuntimeFor }) => keepsRuntimeFor.length > 0);
  for (const { page, keepsRuntimeFor } of kept)
    console.log(`${page} keeps Next's runtime for ${keepsRuntimeFor.join(", ")}`);
}

/** @typedef {Finished & { html: Buffer }} Weighed */

/** @param {string} distDir @param {Finished} page @returns {Weighed} */
function weigh(distDir, page) {
  return { ...page, html: readFileSync(path.join(distDir, page.file)) };
}

/** @param {string} page */
function kindOf(page) {
  const address = page.replace(/^\/[a-z]{2}(?=\/|$)/, "");
  return templates.find(([, pattern]) => pattern.test(address))?.[0] ?? "page";
}

/**
 * The bytes of script that a browser loads for a page, uncompressed, inline ones included; data is none.
 * @param {string} html
 * @param {(src: string) => string} fileOf
 */
function scriptBytes(html, fileOf) {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g);
  return [...scripts].reduce((sum, [, attributes = "", text = ""]) => {
    if (/type="(?:application\/(?:ld\+)?json|speculationrules)"|\bnoModule\b/.test(attributes)) return sum;
    const src = attributes.match(/\bsrc="([^"?]*)/)?.[1];
    return sum + (src ? readFileSync(fileOf(src)).length : Buffer.byteLength(text));
  }, 0);
}

/**
 * What tells where the bytes of a script lie: with Next's own, in what a route handler has made, or in public/.
 * @param {string} distDir
 * @returns {(src: string) => string}
 */
function scriptFiles(distDir) {
  const server = path.join(distDir, "server");
  const made = readdirSync(server, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js.body"),
  );
  return (src) => {
    if (src.startsWith("/_next/")) return path.join(distDir, src.slice("/_next/".length));
    const file = made.find((name) => name.replaceAll("\\", "/").endsWith(`${src}.body`));
    return file ? path.join(server, file) : path.join("public", src);
  };
}

/** @param {Buffer} html */
function brotli(html) {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: html.length } }).length;
}

/** Names to the left, figures to the right. @param {string[][]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column % 7 < 3 && column !== 1
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
