import { brotliCompressSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { networks } from "../content/networks.ts";
import { article, local, origin, published, sentPage, sitemapPaths, statement, t } from "./site.ts";

const row = (page: Page) => page.getByRole("region", { name: t("passOn.title") });
const button = (page: Page, key: "passOn.copy" | "passOn.more") =>
  row(page).getByRole("button", { name: t(key) });
const read = ["/", article, statement];
const acting = ["/act", "/act/be"];

for (const path of [...read, ...acting]) {
  test(`${path} is passed on by plain links that hold its address and fit`, async ({ page }) => {
    await page.goto(origin("fresh") + path);
    for (const name of [...networks.map(({ name }) => name), t("passOn.mail"), t("passOn.sms")]) {
      const link = row(page).getByRole("link", { name: t("passOn.with", { name }) });
      await expect(link, name).toBeVisible();
      const href = (await link.getAttribute("href"))!;
      expect(href, name).toContain(encodeURIComponent(published + path));
      const message = decodeURIComponent(/[?&#]text=([^&]*)/.exec(href)?.[1] ?? "");
      const limit = networks.find((network) => network.name === name)?.longest ?? message.length;
      expect(message.length, name).toBeLessThanOrEqual(limit);
    }
    await expect(row(page).getByText(published + path, { exact: true })).toBeVisible();
  });
}

for (const path of read) {
  test(`${path} is read without a script, and leads to its own buttons`, async ({ page, request }) => {
    const { document } = await sentPage(request, path);
    expect(document.querySelectorAll('script:not([type="application/ld+json"])')).toHaveLength(0);
    await page.goto(origin("fresh") + path);
    await row(page)
      .getByRole("link", { name: t("passOn.buttons") })
      .click();
    await expect(page).toHaveURL(/\/share#_/);
    await expect(page.locator(":target")).toContainText(published + path);
    await expect(page.locator(":target")).toBeInViewport();
  });
}

test("scripts are ours, small on every page, and only where they are used", async ({ request }) => {
  test.setTimeout(120_000);
  const sizes = new Map<string, number>();
  for (const path of await sitemapPaths(request, origin("fresh"))) {
    const { document } = await sentPage(request, path);
    let sum = 0;
    const scripts = [...document.querySelectorAll("script[src]")];
    for (const script of scripts) {
      expect(script.getAttribute("type"), path).toBe("module");
      const src = script.getAttribute("src")!;
      expect(src, path).toMatch(/^\/scripts\/[a-z-]+\.[0-9a-f]{12}\.js$/);
      if (!sizes.has(src)) {
        const response = await request.get(origin("fresh") + src);
        expect(response.headers()["content-type"]).toBe("text/javascript; charset=utf-8");
        expect(response.headers()["cache-control"]).toContain("immutable");
        sizes.set(src, brotliCompressSync(await response.body()).length);
      }
      sum += sizes.get(src)!;
    }
    expect(sum, path).toBeLessThanOrEqual(4096);
    expect(scripts.length > 0, path).toBe(document.querySelector("[data-pass-on]") !== null);
  }
  expect([...sizes.keys()].some((src) => src.includes("pass-on"))).toBe(true);
});

test("the buttons that need a script are shown only with it", async ({ page, javaScriptEnabled }) => {
  for (const path of acting) {
    await page.goto(path);
    await expect(button(page, "passOn.copy"), path).toHaveCount(javaScriptEnabled === false ? 0 : 1);
  }
});

test("a petition is passed on as open only while that is known", async ({ page }) => {
  for (const [variant, open] of [
    ["fresh", true],
    ["production", false],
    ["closed", false],
    ["won", false],
  ] as const) {
    for (const path of ["/", statement]) {
      await page.goto(origin(variant) + path);
      const href = await row(page)
        .getByRole("link", { name: t("passOn.with", { name: "Bluesky" }) })
        .getAttribute("href");
      expect(/sign%20the%20petition/i.test(href!), `${variant} ${path}`).toBe(open);
    }
  }
});

test("nothing in the row is named so that an ad blocker hides it", async ({ page }) => {
  await page.goto("/act");
  const names = await row(page).evaluate((section) =>
    [section, ...section.querySelectorAll("*")].flatMap((element) => [element.id, ...element.classList]),
  );
  expect(names.filter(Boolean).length).toBeGreaterThan(3);
  expect(names.filter((name) => /share|social|sns|follow/i.test(name))).toEqual([]);
});

test.describe("@script", () => {
  test("“Copy the link” copies the address without fragment and tracking, and says so", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${origin("fresh")}/act?utm_source=x&fbclid=y#x`);
    await button(page, "passOn.copy").click();
    await expect(row(page).getByRole("status")).toHaveText(t("passOn.copied"));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${published}/act`);
  });

  test("each page on /share has buttons of its own", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${origin("fresh")}/share`);
    const item = page.getByRole("listitem").filter({ hasText: published + article });
    await item.getByRole("button", { name: t("passOn.copy") }).click();
    await expect(item.getByRole("status")).toHaveText(t("passOn.copied"));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(published + article);
  });

  test("a refused clipboard is told, and told again", async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await page.goto("/act/be");
    // What is said is empty for a moment only, which a look from outside can miss.
    const said = await row(page)
      .getByRole("status")
      .evaluateHandle((status) => {
        const heard: string[] = [];
        new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
        return heard;
      });
    const words = t("passOn.notCopied");
    await button(page, "passOn.copy").click();
    await expect.poll(() => said.jsonValue()).toEqual([words]);
    await button(page, "passOn.copy").click();
    await expect.poll(() => said.jsonValue()).toEqual([words, "", words]);
  });

  for (const [reason, told] of [
    ["AbortError", ""],
    ["NotAllowedError", t("passOn.notCopied")],
  ] as const) {
    test(`“Share…” hands title and address to the system's menu, which ends with ${reason}`, async ({
      page,
    }) => {
      await page.addInitScript((name) => {
        Object.defineProperty(navigator, "share", {
          value: (data: ShareData) => {
            document.documentElement.dataset.shared = JSON.stringify(data);
            return Promise.reject(new DOMException("", name));
          },
        });
      }, reason);
      await page.goto(`${origin("fresh")}/act#x`);
      await button(page, "passOn.more").click();
      const shared = JSON.parse((await page.locator("html").getAttribute("data-shared"))!);
      expect(shared.url).toBe(`${published}/act`);
      expect(shared.title).toMatch(/\S/);
      expect(shared.text).toMatch(/\S/);
      // Longer than the page takes to tell, by its own clock: this process may be faster than a busy browser.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      await expect(row(page).getByRole("status")).toHaveText(told);
    });
  }

  test("“Share…” is not offered where the system has no menu for it", async ({ page }) => {
    await page.addInitScript(() => {
      delete (Navigator.prototype as { share?: unknown }).share;
    });
    await page.goto("/act");
    await expect(button(page, "passOn.copy")).toBeVisible();
    await expect(button(page, "passOn.more")).toBeHidden();
  });
});

test("the address of a script that has changed is gone", async ({ request }) => {
  expect((await request.get(local(`${published}/scripts/pass-on.000000000000.js`))).status()).toBe(404);
});
