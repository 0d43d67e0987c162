import { readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
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

/** A file of a variant's content, as text. */
export function contentOf(variant: keyof typeof variants, file: string): string {
  return readFileSync(path.join(folderOf(variant), "content", file), "utf8");
}

/** Every page that the sitemap lists, as paths. */
export async function sitemapPaths(request: APIRequestContext, base = ""): Promise<string[]> {
  const text = await (await request.get(`${base}/sitemap.xml`)).text();
  const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]!).pathname);
  expect(paths.length).toBeGreaterThan(0);
  return paths;
}

/** The call to action of a page. */
export function callToAction(page: Page) {
  return page.getByRole("complementary", { name: t("action.title") });
}

/** Text as a reader sees it: runs of white space are one space. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
