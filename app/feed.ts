import { Feed } from "feed";
import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";
import { localized } from "../content/address.ts";
import { isoDateTime } from "../content/dates.ts";
import { descriptionOf } from "../content/description.ts";
import {
  bodyOf,
  type Content,
  type DatedDocument,
  datedDocuments,
  documentAt,
  getContent,
} from "../content/index.ts";
import { withLinksFollowed } from "../content/links.ts";
import { siteAddress } from "../content/site-address.ts";

/** A language's articles and statements with their full text as an Atom feed. */
export function atomFeed(lang: string): string {
  return build(getContent(), lang, "feed.xml").atom1();
}

/** The same as a JSON Feed. */
export function jsonFeed(lang: string): string {
  return build(getContent(), lang, "feed.json").json1();
}

function build(content: Content, lang: string, file: string): Feed {
  const base = siteAddress(content.site);
  const home = base + localized("/", lang);
  const documents = [
    ...datedDocuments(content, lang, "article"),
    ...datedDocuments(content, lang, "statement"),
  ].sort((a, b) => (a.date < b.date ? 1 : -1));
  const changed = documents.map((document) => isoDateTime(document.updated ?? document.date)).sort();
  const feed = new Feed({
    id: home,
    title: content.site.name,
    description: descriptionOf(documentAt(content, lang, "/")!, content),
    link: home,
    language: lang,
    copyright: "",
    // Without articles the feed dates from the day of the petition's facts: never from the clock of the build.
    updated: new Date(changed.at(-1) ?? content.petition.asOf),
    feedLinks: { [file === "feed.json" ? "json" : "atom"]: `${base}${localized(`/${file}`, lang)}` },
    // Atom asks for an author; an entry whose author is known names its own.
    author: { name: content.site.name },
  });
  for (const document of documents) {
    const address = base + document.address;
    feed.addItem({
      id: address,
      title: document.title,
      link: address,
      description: descriptionOf(document, content),
      content: fullText(document, content, base),
      published: new Date(document.date),
      date: new Date(document.updated ?? document.date),
      ...(document.author && { author: [{ name: document.author }] }),
    });
  }
  return feed;
}

// Both feeds hold the same texts.
const texts = new WeakMap<DatedDocument, string>();

function fullText(document: DatedDocument, content: Content, base: string): string {
  const text = texts.get(document) ?? makeFullText(document, content, base);
  texts.set(document, text);
  return text;
}

/** The text as HTML for readers elsewhere: absolute addresses, and of our components only what they enclose. */
function makeFullText(document: DatedDocument, content: Content, base: string): string {
  const tree = withLinksFollowed(bodyOf(document).tree, document, content);
  const origin = base + document.address;
  visit(tree, (node, index, parent) => {
    if (node.type === "element") {
      for (const name of ["href", "src"] as const) {
        const url = node.properties[name];
        if (typeof url === "string") node.properties[name] = new URL(url, origin).href;
      }
    } else if (node.type.startsWith("mdx") && parent && index !== undefined) {
      parent.children.splice(index, 1, ...("children" in node ? node.children : []));
      return index;
    }
    return undefined;
  });
  return toHtml(tree as Root);
}
