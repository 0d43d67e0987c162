import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { installPackages } from "./install-packages.mjs";
import { buildAgain, folderOf } from "./variants.mjs";

/** The site as plain files behind nginx, on which the same tests run as on the built site. */

const results = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  "../test-results",
);
const tsx = createRequire(import.meta.url).resolve("tsx/cli");
export const mirrorPort = 3219;
export const mirror = path.join(results, "mirror");
const nginxFolder = path.join(results, "nginx");

/** The command that serves the mirror, for Playwright. */
export const serveMirror = `nginx -c "${path.join(nginxFolder, "nginx.conf")}" -e "${path.join(nginxFolder, "error.log")}"`;

/** Writes the mirror of the built site, and what nginx needs to serve it. */
export function makeMirror() {
  write(folderOf("site"), mirror);
  mkdirSync(nginxFolder, { recursive: true });
  const site = readFileSync(path.join(mirror, "hosts/nginx.conf"), "utf8")
    .replaceAll("/srv/mirror/www", path.join(mirror, "www"))
    .replaceAll("127.0.0.1:8080", `localhost:${mirrorPort}`);
  writeFileSync(path.join(nginxFolder, "site.conf"), site);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${nginxFolder}/${name};`,
  );
  writeFileSync(
    path.join(nginxFolder, "nginx.conf"),
    `daemon off;\npid ${nginxFolder}/pid;\nevents {}\nhttp {\naccess_log off;\n${places.join("\n")}\ninclude ${nginxFolder}/site.conf;\n}\n`,
  );
}

/** Builds a variant once more elsewhere; throws with the files that came out otherwise. */
export async function buildTwice() {
  const builds = [folderOf("fresh"), await buildAgain("fresh")];
  const [one, two] = builds.map((folder, index) => {
    const copy = path.join(results, `mirror-${index + 1}`);
    write(folder, copy);
    return readFileSync(path.join(copy, "SHA256SUMS"), "utf8").split("\n");
  });
  const other = [...one.filter((line) => !two.includes(line)), ...two.filter((line) => !one.includes(line))];
  if (other.length > 0) throw new Error(`Two builds of the same content differ in:\n${other.join("\n")}`);
}

function write(site, folder) {
  execFileSync(process.execPath, [tsx, "app/_host/mirror.ts", folder], {
    cwd: site,
    stdio: "inherit",
    env: { ...process.env, MIRROR_QUALITY: "5" },
  });
}

/** Installs the servers that mirrors are tried with, where it can; throws with the names of those that are missing. */
export function findServers() {
  const missing = () =>
    Object.entries({ nginx: "-v", caddy: "version" })
      .filter(([name, version]) => spawnSync(name, [version]).status !== 0)
      .map(([name]) => name);
  const absent = missing();
  if (absent.length === 0) return;
  console.log(`Not found: ${absent.join(", ")}; installing …`);
  if (existsSync("/usr/bin/apt-get")) installPackages(...absent);
  if (missing().length > 0)
    throw new Error(
      `Mirrors are tried with nginx and Caddy. Install ${missing().join(" and ")}, then run the tests again; without, all others are run.`,
    );
}
