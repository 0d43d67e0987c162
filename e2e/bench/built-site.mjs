import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { startSite } from "../../app/_host/start-site.mjs";
import { generators, origin, permalink } from "./subjects.mjs";
import { run, say } from "./tools.mjs";

/** Builds the site as it is published, and gives the folder. */
export async function buildSite() {
  const { folder, command, env } = generators.site.prepare(1);
  say("Building the site …");
  await run(command[0], command.slice(1), { cwd: folder, env: { ...process.env, ...env } });
  return folder;
}

/**
 * The article as it is published, and every file that it can ask for, by their address.
 * @returns {Promise<import("./server.mjs").Files>}
 */
export async function filesOfArticle(folder, port) {
  const child = await startSite(folder, port);
  try {
    const files = new Map();
    const get = async (address) => {
      const answer = await fetch(`http://localhost:${port}${address}`);
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
      const body = Buffer.from(await answer.arrayBuffer());
      files.set(new URL(address, origin).pathname, { type: answer.headers.get("content-type"), body });
      return body.toString();
    };
    const page = await get(permalink);
    const named = [...page.matchAll(/(?:src|srcset|<link[^>]*href)="([^"]+)"/gi)].flatMap(([, value]) =>
      value.split(/,\s+/).map((part) => part.split(" ")[0]),
    );
    for (const address of new Set(named.filter((each) => each.startsWith("/")))) await get(address);
    // The runtime asks for further parts that the page does not name.
    const chunks = path.join(folder, ".next/static/chunks");
    for (const name of existsSync(chunks) ? readdirSync(chunks) : [])
      if (/\.(?:js|css)$/.test(name))
        files.set(`/_next/static/chunks/${name}`, {
          type: name.endsWith("js") ? "application/javascript" : "text/css",
          body: readFileSync(path.join(chunks, name)),
        });
    return files;
  } finally {
    child.kill();
  }
}
