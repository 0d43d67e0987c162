// @ts-check
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { finishSite, pagesOnDisk } from "./app/_finish/finish-site.mjs";

/** @typedef {import("next").NextAdapter} NextAdapter */

const host = await hostAdapter();

/**
 * Finishes every prerendered page before anything is deployed, then hands on to the host's own adapter.
 * @type {NextAdapter}
 */
export default {
  ...host,
  name: host ? `finish pages, then ${host.name}` : "finish pages",
  async modifyConfig(config, context) {
    return (await host?.modifyConfig?.(config, context)) ?? config;
  },
  async onBuildComplete(context) {
    await finishSite(context.distDir, pagesOf(context));
    for (const output of context.outputs.prerenders) {
      const file = output.fallback?.filePath;
      if (output.htmlSize !== undefined && file?.endsWith(".html")) output.htmlSize = statSync(file).size;
    }
    await host?.onBuildComplete?.(context);
  },
};

/**
 * The adapter that the host names: an adapter of one's own in next.config wins over it, so it is called here.
 * @returns {Promise<NextAdapter | undefined>}
 */
async function hostAdapter() {
  const named = process.env.NEXT_ADAPTER_PATH;
  if (!named) return undefined;
  const file = createRequire(import.meta.url).resolve(named);
  if (path.relative(file, fileURLToPath(import.meta.url)) === "") return undefined;
  const module = await import(pathToFileURL(file).href);
  return module.default?.default ?? module.default ?? module;
}

/**
 * @param {Parameters<NonNullable<NextAdapter["onBuildComplete"]>>[0]} context
 * @returns {import("./app/_finish/finish-site.mjs").Page[]}
 */
function pagesOf({ distDir, outputs }) {
  const pages = outputs.prerenders.flatMap(({ pathname, route, fallback }) => {
    const file = fallback?.filePath;
    if (!file?.endsWith(".html")) return [];
    if (fallback?.postponedState)
      throw new Error(`${pathname}: is rendered in part on demand; only whole pages can be finished.`);
    return [{ page: pathname, route, file }];
  });
  const named = new Set(pages.map(({ file }) => file));
  return [...pages, ...pagesOnDisk(distDir).filter(({ file }) => !named.has(file))];
}
