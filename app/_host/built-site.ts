import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { movedAddresses } from "../../content/redirects.ts";
import { loadSnapshot, snapshotFile } from "../../content/snapshot.ts";
import { startSite } from "./start-site.mjs";

/** What the site answers at one address. */
export type Answer = { address: string; type: string; body: Buffer };

/** A redirect as the site gives it: from an address to another, for good or for now. */
export type Redirect = { from: string; to: string; status: number };

/** An address that has moved for good, in whatever spelling. */
export type Moved = { from: string; to: string };

/**
 * Everything that a build serves: what it answers at every address, its page for unknown ones, its redirects, and
 * what has moved.
 */
export type BuiltSite = { answers: Answer[]; notFound: Answer; redirects: Redirect[]; moves: Moved[] };

/**
 * Asks the built site in a folder for everything that it has, as a visitor would get it, over the loopback
 * interface. Throws where there is no build, or where an address of its own does not answer with 200.
 */
export async function readBuiltSite(
  folder: string,
  onProgress: (done: number, all: number) => void = () => {},
) {
  const addresses = addressesOf(folder);
  const moves = movesOf(folder);
  const port = await freePort();
  const server = await startSite(folder, port, { hostname: "127.0.0.1" });
  try {
    const ask = async (address: string, expected: number): Promise<Answer> => {
      const answer = await fetch(`http://127.0.0.1:${port}${encodeURI(address)}`, { redirect: "manual" });
      const body = Buffer.from(await answer.arrayBuffer());
      if (answer.status !== expected)
        throw new Error(`${address} answers ${answer.status} instead of ${expected}; build the site anew.`);
      return { address, type: answer.headers.get("content-type") ?? "application/octet-stream", body };
    };
    const answers: Answer[] = [];
    for (const address of addresses) {
      answers.push(await ask(address, 200));
      onProgress(answers.length, addresses.length);
    }
    const redirects: Redirect[] = [];
    for (const from of plainRedirects(folder)) {
      const answer = await fetch(`http://127.0.0.1:${port}${from}`, { redirect: "manual" });
      const to = answer.headers.get("location");
      if (to) redirects.push({ from, to, status: answer.status });
    }
    return { answers, notFound: await ask("/nothing-is-here", 404), redirects, moves } satisfies BuiltSite;
  } finally {
    server.kill();
  }
}

/** Every address with an answer of its own, sorted: what was prerendered, and the files of public/ and Next. */
function addressesOf(folder: string): string[] {
  const manifest = path.join(folder, ".next/prerender-manifest.json");
  if (!existsSync(manifest)) throw new Error(`There is no build in ${folder}. Run: npm run build`);
  const { routes } = JSON.parse(readFileSync(manifest, "utf8")) as { routes: Record<string, unknown> };
  const prerendered = Object.keys(routes)
    .filter((route) => !route.startsWith("/_"))
    .map((route) => route.replace(/^\/en(?=\/|$)/, "") || "/");
  return [
    ...new Set([
      ...prerendered,
      ...filesIn(path.join(folder, "public")).map((file) => `/${file}`),
      ...filesUsed(folder),
    ]),
  ].sort();
}

/** Next's own files, where a page keeps its runtime; none otherwise. */
function filesUsed(folder: string): string[] {
  const finished = JSON.parse(readFileSync(path.join(folder, ".next/finished.json"), "utf8")) as {
    pages: { keepsRuntimeFor: string[] }[];
  };
  if (finished.pages.every(({ keepsRuntimeFor }) => keepsRuntimeFor.length === 0)) return [];
  return filesIn(path.join(folder, ".next/static")).map((file) => `/_next/static/${file}`);
}

/** Redirects from one address to one other; those with patterns are made anew for each host. */
function plainRedirects(folder: string): string[] {
  const { redirects } = JSON.parse(readFileSync(path.join(folder, ".next/routes-manifest.json"), "utf8")) as {
    redirects: { source: string; internal?: boolean }[];
  };
  return redirects
    .filter(({ source, internal }) => !internal && /^[\w./-]+$/.test(source))
    .map(({ source }) => source);
}

/** What had moved when the site was built: Next's own list holds patterns, from which no address can be told. */
export function movesOf(folder: string): Moved[] {
  const file = path.join(folder, snapshotFile);
  const built = existsSync(file) ? loadSnapshot(file) : null;
  if (!built) throw new Error(`${file} is missing; build the site anew.`);
  return movedAddresses(built.content);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".DS_Store")
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** A port of the loopback interface on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
