import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readBuiltSite } from "./built-site.ts";
import { isCompressible } from "./compressible.mjs";
import {
  caddyfile,
  type HeaderRule,
  headersFile,
  nginxConfig,
  oldAddresses,
  redirectsFile,
  type Told,
} from "./host-config.ts";
import { compressed, type Files, fileOf, isPage } from "./mirror-files.ts";
import { relativePage } from "./relative-page.ts";

/**
 * `npm run mirror [-- folder]`: writes the whole built site as plain files.
 *
 *     www/         for any static host: pages, files, compressed copies, _headers and _redirects
 *     disk/        the same pages with relative links, to be opened from a disk or a USB stick
 *     hosts/       configurations for nginx and Caddy
 *     SHA256SUMS   of every file: sha256sum -c SHA256SUMS
 */
const folder = path.resolve(process.argv[2] ?? "mirror");
const site = process.cwd();
// Tests take a lower one, since the best takes minutes.
const quality = Number(process.env.MIRROR_QUALITY) || 11;
if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(path.join(folder, "SHA256SUMS")))
  throw new Error(`${folder} holds something that is not a mirror. Name another folder, or empty it.`);

const { answers, notFound, redirects, moves } = await readBuiltSite(site, (done, all) => {
  if (done % 100 === 0 || done === all) console.log(`${done} of ${all} addresses read`);
});
const headerRules = (
  JSON.parse(readFileSync(path.join(site, ".next/routes-manifest.json"), "utf8")) as { headers: HeaderRule[] }
).headers;
const told: Told = { answers, redirects, moves, headerRules };

const www: Files = new Map(answers.map(({ address, body }) => [fileOf(address), body]));
www.set("404.html", notFound.body);
// In the order of the answers, however long each takes: the mirror is the same each time.
const packed = await Promise.all(
  [...answers, { ...notFound, address: "/404" }].map(({ address, type, body }) =>
    isCompressible(type) ? compressed(fileOf(address), body, quality) : [],
  ),
);
for (const [name, body] of packed.flat()) www.set(name, body);

const moved = new Map([...oldAddresses(told), ...redirects].map(({ from, to }) => [from, to]));
const origin = originOf(answers.find(({ address }) => address === "/")?.body.toString() ?? "");
const disk: Files = new Map(
  answers.map(({ address, body }) => [
    fileOf(address),
    isPage(address)
      ? Buffer.from(relativePage(body.toString(), address, { has: (file) => www.has(file), moved, origin }))
      : body,
  ]),
);

const all: Files = new Map([
  ...[...www].map(([name, body]): [string, Buffer] => [`www/${name}`, body]),
  ...[...disk].map(([name, body]): [string, Buffer] => [`disk/${name}`, body]),
  ["www/_headers", Buffer.from(headersFile(told))],
  ["www/_redirects", Buffer.from(redirectsFile(told))],
  ["hosts/nginx.conf", Buffer.from(nginxConfig(told, { root: "/srv/mirror/www", listen: "127.0.0.1:8080" }))],
  ["hosts/Caddyfile", Buffer.from(caddyfile(told, { root: "/srv/mirror/www", site: ":8080" }))],
]);
const sums = [...all.keys()]
  .sort()
  .map((name) => `${createHash("sha256").update(all.get(name)!).digest("hex")}  ${name}\n`);
all.set("SHA256SUMS", Buffer.from(sums.join("")));

// All is written beside first: a mirror that is being served is never half a one.
const fresh = `${folder}.${randomUUID()}`;
for (const [name, body] of all) {
  const file = path.join(fresh, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, body);
}
rmSync(folder, { recursive: true, force: true });
renameSync(fresh, folder);
const bytes = [...all.values()].reduce((sum, { length }) => sum + length, 0);
console.log(
  `${path.relative(site, folder) || folder}: ${answers.length} addresses in ${all.size} files, ${(bytes / 1e6).toFixed(1)} MB`,
);

/** The site's own origin, as its pages name it. */
function originOf(html: string): string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  if (!canonical) throw new Error("The home page names no canonical address.");
  return new URL(canonical).origin;
}
