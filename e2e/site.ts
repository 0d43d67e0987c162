import { readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";
import { parseHTML } from "linkedom";
import { parse } from "yaml";
import { translator } from "../content/messages.ts";
import type { Petition } from "../content/schema.ts";
import { folderOf, variants } from "./variants.mjs";

const messages = JSON.parse(readFileSync("content/en/interface.json", "utf8")) as Record<string, string>;

/** A text of the interface, so that tests do not repeat its words. */
export const t = translator(messages, "en");

export const article = "/blog/20240601-protecting-children-safety-requires-e2e-encryption.html";
export const statement = "/statements/joint-statement-may-2024";
export const petition = parse(readFileSync("content/petition.yaml", "utf8")) as Petition;

/** The address of a variant of the site. */
export function origin(variant: keyof typeof variants): string {
  return `http://localhost:${variants[variant].port}`;
}

/** The published address of the variant `fresh`, and where an address of its pages is served here. */
export const published: string = variants.fresh.env.SITE_URL;
export function local(url: string): string {
  if (!url.startsWith(published)) throw new Error(`${url} is not an address of the published site.`);
  return origin("fresh") + url.slice(published.length);
}

/** A page of the published site as the server sends it: its bytes, text and parsed document. */
export async function sentPage(request: APIRequestContext, path: string) {
  const response = await request.get(origin("fresh") + path, { maxRedirects: 0 });
  const bytes = await response.body();
  const html = bytes.toString("utf8");
  return { response, bytes, html, document: parseHTML(html).document };
}

/** A file of a variant's content, as text. */
export function contentOf(variant: keyof typeof variants, file: string): string {
  return readFileSync(path.join(folderOf(variant), "content", file), "utf8");
}

/** The pages on which slow tests try what holds for all: the English ones. ALL_PAGES=1 takes every one. */
export async function sitemapPaths(request: APIRequestContext, base = ""): Promise<string[]> {
  const paths = await everyPath(request, base);
  return process.env.ALL_PAGES ? paths : paths.filter((path) => !/^\/[a-z]{2}(\/|$)/.test(path));
}

/** The same with those of every other language, but of its countries only one. ALL_PAGES=1 takes every one. */
export async function pathsInLanguages(request: APIRequestContext, base = ""): Promise<string[]> {
  const paths = await everyPath(request, base);
  return process.env.ALL_PAGES
    ? paths
    : paths.filter((path) => !/^\/[a-z]{2}\/act\/(?!gr$)[a-z]{2}$/.test(path));
}

/** Every page that the sitemap lists, as paths. */
export async function everyPath(request: APIRequestContext, base = ""): Promise<string[]> {
  const text = await (await request.get(`${base}/sitemap.xml`)).text();
  const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]!).pathname);
  expect(paths.length).toBeGreaterThan(0);
  return paths;
}

/** The call to action of a page. */
export function callToAction(page: Page) {
  return page.getByRole("complementary", { name: t("action.title") });
}

/** A picture has arrived and can be read: one that is broken is complete as well. */
export async function expectShown(picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

/** Text as a reader sees it: runs of white space are one space. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
