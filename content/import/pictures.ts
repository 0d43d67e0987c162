import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Root } from "../files.ts";
import type { Post } from "./convert.ts";
import { fileMeant, type Source } from "./source.ts";

/** Where files of the folder go: the path within public/, and which file lies there. */
export type Placed = Map<string, string>;

/**
 * Finds a place in public/ for a file that a document shows or links to: where the document's address makes it
 * look, or beside it under another name where something else lies there. Gives the new spelling of the address
 * if it needs one; undefined where the folder has no such file.
 */
export function place(
  url: string,
  post: Post,
  source: Source,
  root: Root,
  placed: Placed,
): { file: string; url: string } | undefined {
  const file = fileMeant(source, url, post.file);
  if (!file || /\.(md|markdown|mdx|html?)$/i.test(file)) return undefined;
  const [, plain = url, rest = ""] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const base = `https://site.invalid${post.permalink}`;
  if (!URL.canParse(plain, base)) return undefined;
  const meant = decodeURIComponent(new URL(plain, base).pathname);
  if (isFree(meant, file, source, root, placed)) {
    placed.set(meant, file);
    return { file, url };
  }
  const digest = createHash("sha256")
    .update(readFileSync(path.join(source.folder, file)))
    .digest("hex")
    .slice(0, 8);
  const { dir, name, ext } = path.posix.parse(meant);
  const other = `${dir === "/" ? "" : dir}/${name}-${digest}${ext}`;
  placed.set(other, file);
  return { file, url: encodeURI(other) + rest };
}

function isFree(address: string, file: string, source: Source, root: Root, placed: Placed): boolean {
  const bytes = () => readFileSync(path.join(source.folder, file));
  const taken = [...placed].find(([each]) => each.toLowerCase() === address.toLowerCase());
  if (taken) return taken[1] === file || readFileSync(path.join(source.folder, taken[1])).equals(bytes());
  const full = path.join(root.public, address);
  return !existsSync(full) || readFileSync(full).equals(bytes());
}
