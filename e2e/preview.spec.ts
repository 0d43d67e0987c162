import { existsSync } from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { article, origin, statement, t } from "./site.ts";
import { folderOf } from "./variants.mjs";

const draft = { address: "/blog/20240808-draft.html", title: "Letters: a post that is not ready" };
const seen = ["/", article, statement, "/act/de", "/feed.xml", "/nothing-here"];

async function textOf(request: APIRequestContext, url: string): Promise<string> {
  return (await request.get(url)).text();
}

/** A plain host with SITE_URL, Vercel's production, a preview there, and a build without any address. */
const builds = [
  { name: "fresh", kind: "public", canonical: "https://sealed.example.org" },
  { name: "production", kind: "public", canonical: "https://sealed.example.org" },
  { name: "preview", kind: "preview", canonical: "https://sealed-git-fix-date.vercel.app" },
  { name: "site", kind: "local", canonical: "http://localhost:3000" },
] as const;

for (const { name, kind, canonical } of builds) {
  const base = origin(name);
  const isPublic = kind === "public";

  test(`${name}: search engines are ${isPublic ? "let in" : "kept out"}`, async ({ request }) => {
    const robots = await textOf(request, `${base}/robots.txt`);
    if (isPublic) {
      expect(robots).toContain("Allow: /");
      expect(robots).toContain(`Sitemap: ${canonical}/sitemap.xml`);
      expect(robots).not.toContain("Disallow");
    } else {
      expect(robots).toMatch(/Disallow: \/$/m);
      expect(robots).not.toContain("Sitemap");
    }
    for (const address of seen) {
      const header = (await request.get(base + address)).headers()["x-robots-tag"];
      expect(header, address).toBe(isPublic ? undefined : "noindex");
    }
  });

  test(`${name}: its copy at Vercel's own host is kept out`, async ({ request }) => {
    for (const address of seen) {
      const headers = { Host: "sealed-a1b2c3.vercel.app" };
      const response = await request.get(base + address, { headers });
      expect(response.headers()["x-robots-tag"], address).toBe("noindex");
    }
  });

  test(`${name}: pages, feeds and the sitemap name its own address`, async ({ request }) => {
    expect(await textOf(request, base + article)).toContain(`rel="canonical" href="${canonical}${article}"`);
    for (const list of ["/feed.xml", "/feed.json", "/sitemap.xml"])
      expect(await textOf(request, base + list), list).toContain(canonical + article);
  });

  if (kind !== "preview") {
    test(`${name}: nothing of a preview is there`, async ({ page, request }) => {
      expect((await request.get(`${base}/preview`)).status()).toBe(404);
      const route = ".next/server/app/[lang]/preview";
      expect(existsSync(path.join(folderOf("preview"), route))).toBe(true);
      expect(existsSync(path.join(folderOf(name), route))).toBe(false);
      const bar = await (await request.get(`${origin("preview")}/`)).text();
      const className = /<aside[^>]*class="?([\w-]+)[^>]*aria-label="?Preview/.exec(bar)?.[1];
      const style = new RegExp(`\\.${className}\\{([^}]*)\\}`).exec(bar)?.[1];
      expect(style).toMatch(/background/);
      for (const address of ["/", article, "/blog", "/act", "/nothing-here"]) {
        const html = await textOf(request, base + address);
        expect(html, address).not.toContain(style);
        expect(html, address).not.toMatch(/\/preview"|fix\/date|0123456/);
        await page.goto(base + address);
        await expect(page.getByRole("complementary", { name: "Preview" })).toHaveCount(0);
      }
    });
  }
}

test("a preview says on every page what it was built from, and neither message nor author", async ({
  page,
}) => {
  for (const address of ["/", article, "/act/de", "/nothing-here"]) {
    await page.goto(origin("preview") + address);
    const bar = page.getByRole("complementary", { name: "Preview" });
    await expect(bar).toContainText("branch fix/date");
    await expect(bar).toContainText(/commit 0123456(?!7)/);
    await expect(bar).toContainText(/built on \d+ \w+ 20\d\d/);
    await expect(bar.getByRole("link")).toHaveAttribute("href", "/preview");
    expect(await page.content()).not.toMatch(/stays inside|an-author/);
  }
});

test("a preview shows drafts, marked in title and list; sitemap and feeds leave them out", async ({
  page,
  request,
}) => {
  const base = origin("preview");
  await page.goto(`${base}/blog`);
  await page.getByRole("link", { name: `${draft.title} (draft)` }).click();
  await expect(page).toHaveURL(base + draft.address);
  await expect(page).toHaveTitle(`${draft.title} (draft) · Keep It Sealed`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${draft.title} (draft)`);
  for (const list of ["/sitemap.xml", "/feed.xml", "/feed.json"])
    expect(await textOf(request, base + list), list).not.toContain(draft.address);
});

test("production has no draft", async ({ request }) => {
  const base = origin("production");
  expect((await request.get(base + draft.address)).status()).toBe(404);
  for (const address of ["/", "/blog", "/sitemap.xml", "/feed.xml", "/feed.json"])
    expect(await textOf(request, base + address), address).not.toMatch(/20240808-draft|\(draft\)/);
});

test("a preview has all that a reviewer needs on one page", async ({ page }) => {
  await page.goto(`${origin("preview")}/preview`);
  await expect(page.getByText(/\d+ from npm run check:content/)).toBeVisible();
  await expect(page.getByText(/^content\/petition\.yaml \(1\)$/)).toBeVisible();

  const card = page.getByRole("region", { name: `${draft.title} (draft)` });
  for (const client of ["Mastodon", "Signal", "WhatsApp", "X", "A search result"]) {
    const figure = card.getByRole("figure", { name: client, exact: true });
    await expect(figure).toContainText(draft.title);
    await expect(figure).toContainText(
      client === "Mastodon" ? "Keep It Sealed" : "sealed-git-fix-date.vercel.app",
    );
  }
  await expect(page.getByRole("region", { name: "First Steps of a Letter-box!" })).toHaveCount(1);
  await expect(page.getByText(/^Drafts.+(changed since|cannot be told)/)).toBeVisible();

  const states = ["Open", "Open, past reviewBy", "Paused", "Paused, past reviewBy", "Closed", "Won"];
  for (const state of states) {
    const figure = page.getByRole("figure", { name: state, exact: true });
    await expect(figure.getByRole("heading", { name: t("action.title") })).toBeVisible();
    const sign = figure.getByRole("link", { name: t("action.sign") });
    await expect(sign).toHaveCount(state === "Open" ? 1 : 0);
  }
  await expect(page.getByText("/blog/20240101-old.html leads to /act")).toBeVisible();
  await expect(
    page.getByRole("definition").filter({ hasText: "/blog/20210512-first-steps.html" }),
  ).toBeVisible();
});

test("what a reviewer needs can be read by everyone, on a phone too @script", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${origin("preview")}/preview`);
  // The call to action is shown six times, below the page's own headings: that is what this page is for.
  const repeated = ["landmark-complementary-is-top-level", "landmark-unique"];
  const { violations } = await new AxeBuilder({ page }).disableRules(repeated).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

for (const name of ["production", "preview"] as const) {
  test(`${name}: an address that has moved leads on for good, in every spelling, with its query`, async ({
    request,
  }) => {
    for (const old of ["/blog/20240101-old.html", "/blog/20240101-old", "/Blog/20240101-OLD.html"]) {
      const response = await request.get(`${origin(name)}${old}?a=%C3%BC`, { maxRedirects: 0 });
      expect(response.status(), old).toBe(308);
      expect(response.headers().location, old).toBe("/act?a=%C3%BC");
    }
    const response = await request.get(`${origin(name)}/blog/20240101-old.html/`);
    expect(new URL(response.url()).pathname).toBe("/act");
  });
}
