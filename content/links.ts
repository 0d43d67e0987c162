import path from "node:path/posix";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { localized } from "./address.ts";
import { bodyOf } from "./bodies.ts";
import { anchorIn } from "./body.ts";
import { isPublicFile } from "./files.ts";
import type { Document, Places } from "./model.ts";

const site = "https://site.invalid";

/** Where a link of a document leads: an address to write into the page, or why it leads nowhere. */
export type Target = { address: string; lang?: string } | { problem: string };

/**
 * Follows a link as a reader would: a relative link to another document's .md file becomes its address
 * with the fragment kept, an address of this site gets the document's language where that page exists.
 * Addresses of other hosts stay as they are.
 */
export function follow(url: string, from: Document, places: Places): Target {
  const base = `${site}${from.permalink}`;
  // An address that is none has been refused in inspect.ts.
  if (!URL.canParse(url, base)) return { address: url };
  const { origin, pathname, search, hash } = new URL(url, base);
  if (origin !== site) return { address: url };
  if (/^\s*#?\s*$/.test(url)) return { address: url };
  if (/^\s*#/.test(url)) return withFragment("", hash, from, from);

  const document = documentByFile(pathname, from, places) ?? documentAt(pathname, from, places);
  if (document) return withFragment(document.address + search, hash, document, from);
  const own = localized(pathname, from.lang);
  if (places.addresses.has(own)) return { address: own + search + hash };
  if (places.addresses.has(pathname) || isPublicFile(places.root, pathname))
    return { address: pathname + search + hash };
  // The document is there, but has a fault of its own that is told already.
  if ([own, pathname, `${from.lang}/${stem(pathname)}`].some((name) => places.broken.has(name)))
    return { address: url };
  if (isDocumentFile(pathname)) return { problem: `there is no document ${path.basename(decode(pathname))}` };
  return { problem: "there is no page or file at this address" };
}

/** A copy of a document's tree in which every link has its final address. Links must have been checked. */
export function withLinksFollowed(tree: Root, from: Document, places: Places): Root {
  const copy = clone(tree);
  visit(copy, "element", (node) => {
    for (const name of ["href", "src"] as const) {
      const url = node.properties[name];
      const target = typeof url === "string" ? follow(url, from, places) : undefined;
      if (target && "address" in target) {
        node.properties[name] = target.address;
        if (target.lang) node.properties.hrefLang = target.lang;
      }
    }
  });
  return copy;
}

/** A tree is plain data; copying it by hand takes a fifth of the time of structuredClone. */
function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clone(each)])) as T;
}

function withFragment(address: string, hash: string, to: Document, from: Document): Target {
  const id = decode(hash.slice(1));
  const body = bodyOf(to);
  const found = anchorIn(body, id);
  // A body that could not be read has no anchors; it has a fault of its own.
  if (found === undefined && !body.faults.some((fault) => fault.level === "error")) {
    return {
      problem: `${to === from ? "this document has" : `${to.file} has`} no heading or anchor “${id}”`,
    };
  }
  const whole = address + (found === undefined || found === id ? hash : `#${found}`);
  return from.lang === to.lang ? { address: whole } : { address: whole, lang: to.lang };
}

/** The document whose file a link names, wherever the link's own site kept it. */
function documentByFile(pathname: string, from: Document, places: Places): Document | undefined {
  if (!isDocumentFile(pathname)) return undefined;
  const name = stem(pathname);
  return places.byName.get(`${from.lang}/${name}`) ?? places.byName.get(`${from.lang}/${name.toLowerCase()}`);
}

function documentAt(pathname: string, from: Document, places: Places): Document | undefined {
  // A draft has no address, but can be linked to from itself.
  if (pathname === from.permalink) return from;
  return places.byAddress.get(localized(pathname, from.lang)) ?? places.byAddress.get(pathname);
}

function isDocumentFile(pathname: string): boolean {
  return /\.mdx?$/i.test(pathname);
}

function stem(pathname: string): string {
  return path.basename(decode(pathname)).replace(/\.mdx?$/i, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
