import { readFileSync } from "node:fs";
import path from "node:path";
import { localized } from "../address.ts";
import { error, type Fault } from "../fault.ts";
import type { Root } from "../files.ts";
import { type Converted, convert, type Post, plainBody, readPost } from "./convert.ts";
import { type Placed, place } from "./pictures.ts";
import { fileMeant, type Source } from "./source.ts";

/** A file to be written: its place within the repository, what it holds, and what it belongs to. */
export type NewFile = { to: string; data: string | Uint8Array };

/** A document with all that has to be written for it. */
export type Import = Converted & { post: Post; to: string; files: NewFile[] };

/** Converts every document of a folder. What cannot be taken over is in the faults, by file and line of the folder. */
export function planImport(
  source: Source,
  root: Root,
  lang: string,
  onProgress: (done: number, all: number, file: string) => void,
): { imports: Import[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const documents = source.files.filter((file) => /\.(md|markdown)$/i.test(file));
  const posts = documents.flatMap((file) => readPost(source, file, faults) ?? []);
  const named = new Map(posts.flatMap((post) => namesOf(post).map((name) => [name, post] as const)));
  const addressOfName = (name: string) => {
    const post = named.get(name) ?? named.get(name.replace(/^\/|\.(md|markdown)$/g, ""));
    const file = post ? undefined : fileMeant(source, `/${name}`, "x");
    return post?.permalink ?? (file && !/\.\w*(md|html)/.test(file) ? `/${file}` : undefined);
  };
  const placed: Placed = new Map();
  const taken = new Map<string, Post>();
  const imports = posts.flatMap((post, index) => {
    onProgress(index + 1, posts.length, post.file);
    const to = `content/${lang}/${post.kind}s/${post.name}.md`;
    const other = taken.get(to.toLowerCase());
    if (other) {
      faults.push(error(post.file, 1, "file", `${other.file} is ${to} already.`, "Rename one of the two."));
      return [];
    }
    taken.set(to.toLowerCase(), post);
    const { urls, files } = gather(post, { source, root, lang, placed, posts, addressOfName }, faults);
    const converted = convert(post, urls, addressOfName, faults);
    return converted ? [{ ...converted, post, to, files: [...files, { to, data: converted.text }] }] : [];
  });
  return { imports, faults };
}

type Place = {
  source: Source;
  root: Root;
  lang: string;
  placed: Placed;
  posts: Post[];
  addressOfName: (name: string) => string | undefined;
};

/** What a document brings along, and which of its addresses are written differently here. */
function gather(post: Post, at: Place, faults: Fault[]): { urls: Map<string, string>; files: NewFile[] } {
  const urls = new Map<string, string>();
  const files: NewFile[] = [];
  const bring = (url: string) => {
    const found = place(url, post, at.source, at.root, at.placed);
    if (!found) return;
    if (found.url !== url) urls.set(url, found.url);
    const pathname = decodeURIComponent(new URL(found.url, `https://site.invalid${post.permalink}`).pathname);
    const to = `public${pathname}`;
    if (files.some((file) => file.to === to)) return;
    files.push({ to, data: readFileSync(path.join(at.source.folder, found.file)) });
  };
  for (const { url } of plainBody(post, at.addressOfName).references) {
    const link = linkTo(url, post, at);
    if (link !== undefined) urls.set(url, link);
    else bring(url);
  }
  const image = post.fields.find(({ name }) => name === "image")?.value;
  const imageUrl = typeof image === "object" && image !== null && "path" in image ? image.path : image;
  if (typeof imageUrl === "string") bring(imageUrl);
  const preview = post.fields.find(({ name }) => name === "previewBody")?.value;
  if (typeof preview === "string") {
    const file = fileMeant(at.source, preview, post.file);
    const to = path.posix.join("content", at.lang, preview);
    if (!file || !to.startsWith(`content/${at.lang}/`)) {
      const line = (post.fields.find(({ name }) => name === "previewBody")?.line ?? 0) + 1;
      faults.push(error(post.file, line, "previewBody", `${preview} is not in the folder.`, "Put it there."));
    } else {
      const data = readFileSync(path.join(at.source.folder, file), "utf8");
      for (const [, url = ""] of data.matchAll(/\ssrc=["']?([^"'\s>]+)/g)) bring(url);
      files.push({ to, data });
    }
  }
  return { urls, files };
}

/** How a link is written here: https, and to a document by its address where its file's name is not enough. */
function linkTo(url: string, post: Post, { source, posts }: Place): string | undefined {
  if (/^http:\/\//i.test(url)) return url.replace(/^http:/i, "https:");
  const fragment = /#.*$/.exec(url)?.[0] ?? "";
  const file = fileMeant(source, url, post.file);
  const target = posts.find((each) => each.file === file);
  if (target)
    return target.name === path.posix.basename(file ?? "").replace(/\.md$/, "")
      ? undefined
      : localized(target.permalink, "en") + fragment;
  const plain = url.replace(/[?#].*$/, "");
  const withSlash = posts.find(({ permalink }) => plain === `${permalink}/`);
  return withSlash ? withSlash.permalink + fragment : undefined;
}

function namesOf({ file, name }: Post): string[] {
  return [file, file.replace(/\.[^.]+$/, ""), name, name.toLowerCase()];
}
