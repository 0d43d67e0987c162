import path from "node:path/posix";
import { type Element, isTag, type ParentNode } from "domhandler";
import { parse, serialize } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { elementsIn } from "../_finish/elements-in.mjs";
import { fileOf } from "./mirror-files.ts";

/** Where addresses of the site lead in a folder: to a file of it, or undefined where there is none. */
export type Places = { has: (file: string) => boolean; moved: Map<string, string>; origin: string };

/**
 * A page as it can be opened from a disk: every address of the site becomes the relative path of a file, or the
 * whole address on the web where the folder has no such file. Scripts and the content policy go, since neither
 * works without a server; the page is complete without them.
 */
export function relativePage(html: string, address: string, places: Places): string {
  const document = parse(html, { treeAdapter: adapter, scriptingEnabled: false });
  for (const element of elementsIn(document as unknown as ParentNode)) {
    if (isServerOnly(element)) {
      adapter.detachNode(element);
      continue;
    }
    for (const name of ["href", "src"]) {
      const value = element.attribs[name];
      if (value !== undefined) element.attribs[name] = relativeLink(value, address, places);
    }
    if (element.attribs.srcset !== undefined)
      element.attribs.srcset = element.attribs.srcset
        .split(/,\s+/)
        .map((copy) => copy.replace(/^\S+/, (url) => relativeLink(url, address, places)))
        .join(", ");
  }
  return serialize(document, { treeAdapter: adapter, scriptingEnabled: false });
}

/** A link of a page as a relative path to a file; links to other sites stay as they are. */
export function relativeLink(url: string, address: string, { has, moved, origin }: Places): string {
  if (!/^[/?#]/.test(url) || url.startsWith("//")) return url;
  const { pathname, hash } = new URL(url, `https://site.invalid${address}`);
  const target = moved.get(decodeURI(pathname)) ?? decodeURI(pathname);
  const own = fileOf(address);
  const file = fileOf(target);
  if (file === own) return hash || path.basename(file);
  if (!has(file)) return new URL(url, origin).href;
  return encodeURI(path.relative(path.dirname(own), file)) + hash;
}

function isServerOnly(element: Element): boolean {
  if (!isTag(element)) return false;
  const { name, attribs } = element;
  if (name === "meta") return attribs["http-equiv"] === "Content-Security-Policy";
  if (name === "script") return attribs.src !== undefined;
  return name === "link" && /^(?:manifest|preload|modulepreload)$/.test(attribs.rel ?? "");
}
