// @ts-check
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Next's own client modules that are on every page, or that are plain elements without the runtime. Any other,
 * `next/script` and `next/dynamic` among them, counts like a client component of ours.
 */
const needless = new RegExp(
  "(?:^|/)node_modules/next/dist/(?:esm/)?(?:" +
    "client/components/|lib/framework/|lib/metadata/|client/app-dir/(?:link|form)\\.|client/image-component\\." +
    ")",
);

/** @type {Map<string, string[]>} */
const known = new Map();

/**
 * The client modules for whose sake a route keeps Next's runtime; none where its pages need no script.
 * @param {string} distDir
 * @param {string} route as in app/, such as "/[lang]/blog"
 * @returns {string[]}
 */
export function clientModulesOf(distDir, route) {
  const key = `${distDir} ${route}`;
  const modules = known.get(key) ?? readModules(distDir, route);
  known.set(key, modules);
  return modules;
}

/** @param {string} distDir @param {string} route */
function readModules(distDir, route) {
  const routes = readJson(path.join(distDir, "app-path-routes-manifest.json"));
  const entry = Object.keys(routes).find(
    (name) => name === `${route}/page` || (routes[name] === route && name.endsWith("/page")),
  );
  if (!entry) throw unexpected(distDir, `app-path-routes-manifest.json names no page for the route ${route}`);
  const file = path.join(distDir, `server/app${entry}_client-reference-manifest.js`);
  if (!existsSync(file))
    throw unexpected(distDir, `server/app${entry}_client-reference-manifest.js is missing`);
  const json = readFileSync(file, "utf8").match(/__RSC_MANIFEST\[.+?\] ?= ?(\{[\s\S]*\});?\s*$/)?.[1];
  const modules = json && JSON.parse(json).clientModules;
  if (!modules)
    throw unexpected(distDir, `server/app${entry}_client-reference-manifest.js lists no clientModules`);
  const names = Object.keys(modules);
  if (!names.some((name) => needless.test(name)))
    throw unexpected(
      distDir,
      `none of Next's own modules is in server/app${entry}_client-reference-manifest.js`,
    );
  return names.filter((name) => !needless.test(name)).map((name) => name.replace(/^\[project\]\//, ""));
}

/** @param {string} file */
export function readJson(file) {
  if (!existsSync(file)) throw unexpected(path.dirname(file), `${path.basename(file)} is missing`);
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * The error for a build that does not look as Next used to leave it.
 * @param {string} distDir
 * @param {string} what
 */
export function unexpected(distDir, what) {
  return new Error(
    `${path.basename(distDir)}: ${what}. Next leaves its files elsewhere than before, so no page was finished; ` +
      "compare the new layout with app/_finish/ and adapt it there.",
  );
}
