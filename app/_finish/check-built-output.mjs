// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";

/** @typedef {import("./finish-site.mjs").Finished} Finished */

const traces = [
  {
    pattern: /<script(?![^>]*\btype="(?:module|application\/(?:ld\+)?json|speculationrules)")[^>]*>/,
    what: "a script",
  },
  { pattern: /<(?:script|link)\b[^>]*\/_next\/[^>]*\.(?:js|css)\b[^>]*>/, what: "a file of Next's runtime" },
  { pattern: /<script(?![^>]*application\/ld\+json)[^>]*>[^<]*__next_f/, what: "Next's inline data" },
  { pattern: /<!--(?:\/?\$[^>]*| )-->/, what: "a mark of React" },
];

/**
 * Reads every page as it will be served, and throws where one without a client component still carries
 * Next's runtime: then an update of Next has changed what app/_finish/ relies on.
 * @param {string} distDir
 * @param {Finished[]} pages
 */
export function checkBuiltOutput(distDir, pages) {
  const faults = pages
    .filter(({ keepsRuntimeFor }) => keepsRuntimeFor.length === 0)
    .flatMap(({ page, file }) => {
      const html = readFileSync(path.join(distDir, file), "utf8");
      if (!/^<!DOCTYPE html><html[^>]*><head><meta charset=[^>]*>[\s\S]*<\/body><\/html>\s*$/i.test(html))
        return [`${page}: is not a whole page (${file})`];
      return traces.flatMap(({ pattern, what }) => {
        const found = html.match(pattern)?.[0];
        return found ? [`${page}: still has ${what}: ${found.slice(0, 120)}`] : [];
      });
    });
  if (faults.length > 0)
    throw new Error(
      `${faults.join("\n")}\nThese pages have no client component, so app/_finish/next-markup.mjs no longer knows all that ` +
        "Next writes. Nothing was published.",
    );
}
