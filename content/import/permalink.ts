import path from "node:path/posix";
import { nameOf } from "../new-document.ts";
import { documentSchema } from "../schema.ts";
import type { Source } from "./source.ts";

/** What an address is made of. */
export type Facts = {
  /** The file within the folder. */
  file: string;
  data: Record<string, unknown>;
  title: string;
  day: string;
  isJekyll: boolean;
};

/** An address, and what had to be changed of the old one; or why there is none. */
export type Address = { permalink: string; changed?: string } | { problem: string };

const styles: Record<string, string> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** A file's name without the date that Jekyll and Eleventy take from its beginning: 2024-06-01-title → title. */
export function slugOf(file: string): string {
  const stem = path.basename(file).replace(/\.[^.]+$/, "");
  const name = stem === "index" ? path.basename(path.dirname(file)) : stem;
  return name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, "");
}

/** The address at which the other generator published a document, as this site writes it. */
export function addressOf(facts: Facts, source: Source): Address {
  const given = facts.data.permalink;
  if (given === false)
    return { problem: "permalink: false gives it no address. Give it one, or leave it out." };
  const isPost = /(^|\/)_(posts|drafts)\//.test(facts.file);
  const pattern =
    typeof given === "string" && given !== ""
      ? given
      : facts.isJekyll && isPost
        ? String(source.jekyll?.permalink ?? "date")
        : null;
  if (pattern === null) return asWritten(byPlace(facts), facts);
  if (!facts.isJekyll && !/\{\{|\{%/.test(pattern)) return asWritten(pattern, facts);
  const filled = fill(facts.isJekyll ? (styles[pattern] ?? pattern) : pattern, facts);
  return filled.includes("{") || /\/:|:[a-z_]+/.test(filled)
    ? { problem: `the pattern ${JSON.stringify(pattern)} is not known here. Write the address itself.` }
    : asWritten(filled, facts);
}

function byPlace({ file, isJekyll }: Facts): string {
  const folder = path.dirname(file) === "." ? "" : `/${path.dirname(file)}`;
  const slug = slugOf(file);
  if (/(^|\/)index\.\w+$/.test(file)) return folder;
  return `${folder}/${slug}${isJekyll ? ".html" : ""}`;
}

function fill(pattern: string, { file, data, title, day }: Facts): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const slug = typeof data.slug === "string" ? data.slug : slugOf(file);
  const folders = /^(.*?)\/?_(?:posts|drafts)\//.exec(file)?.[1]?.split("/").filter(Boolean) ?? [];
  const categories = [
    ...folders,
    ...[data.categories ?? data.category ?? []]
      .flatMap((each) => (typeof each === "string" ? each.split(" ") : each))
      .map(String),
  ];
  const ordinal = Math.floor((Date.parse(day) - Date.parse(`${year}-01-01`)) / 86_400_000) + 1;
  const words: Record<string, string> = {
    categories: [...new Set(categories.map((each) => nameOf(each)))].join("/"),
    year,
    short_year: year.slice(2),
    month,
    i_month: String(Number(month)),
    day: date,
    i_day: String(Number(date)),
    y_day: String(ordinal).padStart(3, "0"),
    title: slug,
    slug: nameOf(slug),
    name: slug,
    basename: path.basename(file).replace(/\.[^.]+$/, ""),
    path: path.dirname(file) === "." ? "" : path.dirname(file),
    output_ext: ".html",
  };
  return pattern
    .replace(
      /\{\{-?\s*(page\.fileSlug|fileSlug|page\.filePathStem|title\s*\|\s*slug(?:ify)?)\s*-?\}\}/g,
      (_all, name) =>
        name.startsWith("title")
          ? nameOf(title)
          : name.endsWith("Stem")
            ? byPlace({ file, isJekyll: false } as Facts)
            : slug,
    )
    .replace(/:([a-z_]+)/g, (all, name: string) => words[name] ?? all);
}

/** No slash at the end, which this site redirects, and only what its addresses may hold. */
function asWritten(address: string, { file, title, day }: Facts): Address {
  const whole = `/${address.replace(/(^|\/)index(\.html)?$/, "")}`.replace(/\/{2,}/g, "/");
  const plain = whole === "/" ? whole : whole.replace(/\/$/, "");
  if (documentSchema.shape.permalink.safeParse(plain).success)
    return plain === address ? { permalink: plain } : { permalink: plain, ...changedFrom(address, plain) };
  const name = nameOf(slugOf(file)) || nameOf(title) || day.replaceAll("-", "");
  const permalink = `/blog/${name}.html`;
  return {
    permalink,
    changed: `${address} cannot be an address here; it is ${permalink} now. Redirect the old one to it.`,
  };
}

function changedFrom(address: string, plain: string): { changed?: string } {
  // The old spelling leads on to the new one by itself.
  return address === `${plain}/` || `/${address}` === plain || address === plain
    ? {}
    : { changed: `${address} is ${plain} here` };
}
