import { expect, test } from "@playwright/test";
import { article, origin, pathsInLanguages, statement } from "./site.ts";

const bare = article.replace(/\.html$/, "");
const redirects: [string, string][] = [
  [bare, article],
  [`${article}/`, article],
  [article.toUpperCase(), article],
  [bare.replace("protecting", "Protecting"), article],
  ["/Statements/Joint-Statement-May-2024", statement],
  [`${statement}/`, statement],
  ["/ACT", "/act"],
  ["/act/DE", "/act/de"],
  ["/en", "/"],
  ["/en/act", "/act"],
  [`/en${article}`, article],
  [`${article}.`, article],
  [`${article}),`, article],
  [`${article}%E2%80%9D`, article],
  [`${article}%25E2%2580%259D`, article],
  [`/${encodeURIComponent(article.slice(1))}`, article],
  [`/${encodeURIComponent(encodeURIComponent(article.slice(1)))}`, article],
  [`${statement}.`, statement],
  ["/ACT)", "/act"],
  ["/%E2%80%9D", "/"],
];

for (const [from, to] of redirects) {
  test(`${from} leads to ${to} for good, with its query`, async ({ request }, { project }) => {
    const response = await request.get(`${from}?utm_source=x&q=%C3%BC`, { maxRedirects: 0 });
    if (project.name.startsWith("mirror") && from.includes("%2F")) {
      // nginx reads an encoded slash as a slash, and so finds the page itself.
      expect(response.status()).toBe(200);
      expect(await response.text()).toMatch(new RegExp(`<link rel="canonical" href="[^"]*${to}">`));
      return;
    }
    expect(response.status()).toBe(308);
    expect(response.headers().location).toBe(`${to}?utm_source=x&q=%C3%BC`);
  });
}

test("other letter case with a trailing slash arrives too", async ({ request }) => {
  const response = await request.get(`${article.toUpperCase()}/?a=b`);
  expect(response.status()).toBe(200);
  expect(new URL(response.url()).pathname).toBe(article);
});

test("what trackers add to an address changes neither the page nor its canonical address", async ({
  page,
}) => {
  for (const query of ["utm_source=x&utm_medium=y", "fbclid=abc", "ref=somebody"]) {
    const response = await page.goto(`${article}?${query}#why-were-taking-action`);
    expect(response?.status()).toBe(200);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${article}$`));
  }
});

test("every page of the sitemap answers at its own address and names itself as canonical", async ({
  request,
}, { project }) => {
  for (const path of await pathsInLanguages(request)) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(200);
    if (!project.name.startsWith("mirror"))
      expect(response.headers()["x-nextjs-cache"], `${path} is prerendered`).toBe("HIT");
    const [, canonical = ""] = /<link rel="canonical" href="([^"]+)"/.exec(await response.text()) ?? [];
    expect(new URL(canonical).pathname, path).toBe(path);
  }
});

test("an unknown address is answered with 404 and a way on", async ({ page }) => {
  for (const path of ["/nothing-here", "/xx/act", "/de/acte", "/blog/none.html", "/en-GB/act", "/act/zz"]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("main").getByRole("link", { name: /./ }).first()).toBeVisible();
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  }
  await page.getByRole("main").locator('a[href="/"]').click();
  await expect(page).toHaveURL("/");
});

test("drafts are absent everywhere, also by address", async ({ request }) => {
  const base = origin("paused");
  for (const path of ["/blog/20240808-draft.html", "/blog/20240808-draft"]) {
    expect((await request.get(base + path)).status(), path).toBe(404);
  }
  for (const path of ["/", "/blog", "/feed.xml", "/feed.json", "/sitemap.xml"]) {
    expect(await (await request.get(base + path)).text(), path).not.toContain("20240808-draft");
  }
});
