import path from "node:path/posix";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { localized } from "./address.ts";
import { isPublicFile } from "./files.ts";
import type { Content, Document } from "./index.ts";
import { bodyOf } from "./index.ts";

/** Where a link of a document leads: an address to write into the page, or why it leads nowhere. */
export type Target = { address: string; lang?: string } | { problem: string };

/**
 * Follows a link as a reader would: a relative link to another document's .md file becomes its address
 * with the fragment kept, an address of this site gets the document's language where that page exists.
 * Addresses of other hosts stay as they are.
 */
export function follow(url: string, from: Document, content: Content): Target {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return { address: url };
  const [, target = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
  if (target === "") return withFragment(url, fragment, from);

  const file = /\.mdx?$/i.test(target) ? documentByFile(target, from, content) : undefined;
  if (file === null) return { problem: `there is no document ${target}` };
  if (file) return withFragment(file.address + fragment, fragment, file, from);

  const permalink = new URL(target, `https://site.invalid${from.permalink}`);
  const query = permalink.search;
  const pathname = permalink.pathname;
  const document = content.byAddress.get(localized(pathname, from.lang)) ?? content.byAddress.get(pathname);
  if (document) return withFragment(document.address + query + fragment, fragment, document, from);
  if (content.addresses.has(pathname))
    return { address: localizedIfThere(pathname, from, content) + query + fragment };
  if (isPublicFile(content.root, pathname)) return { address: pathname + query + fragment };
  return { problem: "there is no page or file at this address" };
}

/** A copy of a document's tree in which every link has its final address. Links must have been checked. */
export function withLinksFollowed(tree: Root, from: Document, content: Content): Root {
  const copy = clone(tree);
  const rewrite = (url: string): Target => follow(url, from, content);
  visit(copy, (node) => {
    if (node.type === "element") {
      for (const name of ["href", "src"] as const) {
        const url = node.properties[name];
        const target = typeof url === "string" ? rewrite(url) : undefined;
        if (target && "address" in target) {
          node.properties[name] = target.address;
          if (target.lang) node.properties.hrefLang = target.lang;
        }
      }
    } else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      for (const attribute of node.attributes) {
        if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value !== "string") continue;
        if (attribute.name !== "href" && attribute.name !== "src") continue;
        const target = rewrite(attribute.value);
        if ("address" in target) attribute.value = target.address;
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

function withFragment(address: string, fragment: string, to: Document, from?: Document): Target {
  const id = decode(fragment.slice(1));
  // Browsers give #top a meaning of their own; the page's own ids begin with "_".
  if (id !== "" && id !== "top" && !id.startsWith("_") && !bodyOf(to).anchors.has(id)) {
    return { problem: `${from ? `${to.file} has` : "this document has"} no heading or anchor “${id}”` };
  }
  return from && from.lang !== to.lang ? { address, lang: to.lang } : { address };
}

/** The document whose file a link names, wherever the link's own site kept it; null if there is none. */
function documentByFile(target: string, from: Document, content: Content): Document | null {
  const name = stem(decode(target));
  return (
    content.byName.get(`${from.lang}/${name}`) ??
    content.byName.get(`${from.lang}/${name.toLowerCase()}`) ??
    null
  );
}

function localizedIfThere(address: string, from: Document, content: Content): string {
  const own = localized(address, from.lang);
  return content.addresses.has(own) ? own : address;
}

function stem(file: string): string {
  return path.basename(file).replace(/\.mdx?$/i, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
