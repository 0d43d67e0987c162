import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { headerRules } from "../app/_host/headers.mjs";
import { article, contentOf, origin, pathsInLanguages } from "./site.ts";

const letter = "/act/de";

/** What the browser refuses on a page, as "directive: address". */
async function violationsOf(page: Page): Promise<string[]> {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|content-security-policy/i.test(message.text()))
      violations.push(message.text());
  });
  return violations;
}

/** Serves a page with something more in it, and with the very headers of the site. */
async function withInjection(page: Page, path: string, html: string) {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</body>", `${html}</body>`);
    await route.fulfill({ response, body });
  });
  const violations = await violationsOf(page);
  await page.goto(path);
  return violations;
}

test("every page and file carries the headers of the one list", async ({ request }) => {
  const everywhere = Object.fromEntries(
    headerRules[0]!.headers.map(({ key, value }) => [key.toLowerCase(), value]),
  );
  for (const path of [...(await pathsInLanguages(request)), "/nothing-here"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject(everywhere);
    expect(headers["content-security-policy"], path).toBe(
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(headers.server ?? "", path).not.toMatch(/\d/);
  }
  for (const path of ["/icon.svg", "/robots.txt", "/sitemap.xml"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject(everywhere);
    expect(headers["content-security-policy"], path).toMatch(/^default-src 'none';.*; sandbox$/);
  }
  expect((await request.get("/feed.xml")).headers()["cross-origin-resource-policy"]).toBe("cross-origin");
});

test("every page forbids all but what it brings itself, before anything it governs", async ({ request }) => {
  for (const path of [...(await pathsInLanguages(request)), "/nothing-here"]) {
    const html = await (await request.get(path)).text();
    const [, policy] =
      /^<!DOCTYPE html><html[^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(
        html,
      ) ?? [];
    expect(policy, path).toMatch(/^default-src 'none';/);
    expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(policy?.includes("script-src"), path).toBe(/<script type="module"/.test(html));
  }
});

test("nothing tells how or where the site was built", async ({ request }) => {
  const scripts = new Set<string>();
  for (const path of [...(await pathsInLanguages(request)), "/nothing-here"]) {
    const html = await (await request.get(path)).text();
    expect(html, path).not.toContain(process.cwd());
    expect(html, path).not.toMatch(/node_modules|name="generator"|sourceMappingURL/);
    for (const [, script] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) scripts.add(script!);
  }
  expect(scripts.size).toBeGreaterThan(0);
  for (const script of scripts) {
    const text = await (await request.get(script)).text();
    expect(text, script).not.toContain(process.cwd());
    expect(text, script).not.toMatch(/node_modules|sourceMappingURL/);
    expect((await request.get(`${script}.map`)).status(), script).toBe(404);
  }
});

test("security.txt is there once somebody is named in it, and not before", async ({ request }) => {
  const path = "/.well-known/security.txt";
  const isNamed = !/^securityContact: null$/m.test(contentOf("site", "site.yaml"));
  expect((await request.get(path)).status()).toBe(isNamed ? 200 : 404);
  const answer = await request.get(origin("paused") + path);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(await answer.text()).toMatch(
    /^Contact: https:\/\/example\.org\/security\nExpires: 2999-12-31T23:59:59Z\n/,
  );
});

test("pages and files may be kept by caches, and are answered with 304 where nothing has changed", async ({
  request,
}) => {
  const page = await request.get(article);
  expect(page.headers()["cache-control"]).toBe("public, max-age=300, stale-while-revalidate=86400");
  await isUnchanged(page, article);
  const html = await page.text();
  const [picture] = /\/pictures\/[\w.-]+/.exec(html) ?? [];
  expect((await request.get(picture!)).headers()["cache-control"]).toBe(
    "public, max-age=31536000, immutable",
  );
  const [script] = /\/scripts\/[\w.-]+/.exec(await (await request.get(letter)).text()) ?? [];
  expect((await request.get(script!)).headers()["cache-control"]).toBe("public, max-age=31536000, immutable");

  async function isUnchanged(response: APIResponse, path: string) {
    const { etag } = response.headers();
    expect(etag, path).toBeTruthy();
    const again = await request.get(path, { headers: { "If-None-Match": etag! } });
    expect(again.status(), path).toBe(304);
  }
});

test.describe("@script what is injected into a page is blocked:", () => {
  for (const path of [article, letter]) {
    test(`an inline script on ${path}`, async ({ page }) => {
      const violations = await withInjection(page, path, "<script>document.title = 'taken'</script>");
      expect(violations.join()).toMatch(/inline script/i);
      expect(await page.title()).not.toBe("taken");
    });

    test(`an event handler on ${path}`, async ({ page }) => {
      const html = `<img src="/nothing-here.png" onerror="document.title = 'taken'" alt="">`;
      const violations = await withInjection(page, path, html);
      await expect.poll(() => violations.join()).toMatch(/inline event handler/i);
      expect(await page.title()).not.toBe("taken");
    });

    test(`a foreign script and style on ${path}`, async ({ page }) => {
      const html =
        '<script src="https://foreign.invalid/a.js"></script><link rel="stylesheet" href="https://foreign.invalid/a.css">' +
        "<style>h1 { display: none }</style><p style='position: fixed; inset: 0'>over all</p>";
      const asked: string[] = [];
      page.on("requestfinished", (sent) => asked.push(sent.url()));
      const violations = await withInjection(page, path, html);
      expect(violations.join()).toContain("https://foreign.invalid/a.js");
      expect(violations.join()).toContain("https://foreign.invalid/a.css");
      expect(violations.join()).toMatch(/inline style/i);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(asked.filter((url) => url.includes("foreign.invalid"))).toEqual([]);
    });

    test(`a foreign form on ${path}`, async ({ page }) => {
      const html =
        '<form action="https://foreign.invalid/" method="post"><button id="injected">Sign</button></form>';
      const violations = await withInjection(page, path, html);
      const before = page.url();
      await page.locator("#injected").evaluate((button: HTMLElement) => button.click());
      await expect.poll(() => violations.join()).toContain("form-action");
      expect(page.url()).toBe(before);
    });

    test(`a foreign frame, and this site in a frame of another, on ${path}`, async ({ page, baseURL }) => {
      const violations = await withInjection(page, path, '<iframe src="https://foreign.invalid/"></iframe>');
      await expect.poll(() => violations.join()).toMatch(/frame-src|default-src/);
      await page.unrouteAll();
      await page.route("**/framing", (route) =>
        route.fulfill({ contentType: "text/html", body: `<iframe src="${baseURL}${path}"></iframe>` }),
      );
      await page.goto("/framing");
      await expect.poll(() => violations.join()).toContain("frame-ancestors");
    });

    test(`another base on ${path}`, async ({ page }) => {
      const violations = await withInjection(page, path, '<base href="https://foreign.invalid/">');
      expect(violations.join()).toContain("base-uri");
    });
  }
});
