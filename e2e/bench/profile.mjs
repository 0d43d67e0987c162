import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * What the processes measured into a folder spent their time on, the most first, idle time left out. Takes
 * what names a frame of code: the first name on the way from a frame to its callers counts.
 * @param {string} folder
 * @param {(frame: { url: string, functionName: string }) => string | undefined} nameOf
 * @returns {{ name: string, ms: number }[]}
 */
export function summarize(folder, nameOf) {
  const sums = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
    const names = new Map();
    const named = (id) => {
      if (!names.has(id)) {
        const parent = parents.get(id);
        names.set(id, nameOf(byId.get(id).callFrame) ?? (parent === undefined ? "other" : named(parent)));
      }
      return names.get(id);
    };
    samples.forEach((id, index) => {
      if (byId.get(id).callFrame.functionName === "(idle)") return;
      sums.set(named(id), (sums.get(named(id)) ?? 0) + timeDeltas[index] / 1000);
    });
  }
  return [...sums].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}

/** The module that a frame belongs to: a part of Node, a package, or a file of Next or of the site. */
export function moduleOf({ url, functionName }) {
  if (url === "") return functionName.startsWith("(") ? functionName : "V8";
  if (url.startsWith("node:")) return url.replace(/^node:internal\/(\w+).*/, "node $1");
  const next = /node_modules\/next\/dist\/(.*)$/.exec(url)?.[1];
  if (next) return `next/${next}`;
  return [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/?]+)/g)].at(-1)?.[1] ?? path.basename(url);
}
