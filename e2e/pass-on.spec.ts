import { expect, type Page, test } from "@playwright/test";
import { networks } from "../content/networks.ts";
import { article, origin, petition, published, statement, t } from "./site.ts";

const row = (page: Page) => page.getByRole("region", { name: t("passOn.title") });
const pages = ["/", article, statement, "/act"];

test("pages are passed on by plain links that hold the address", async ({ page }) => {
  for (const path of pages) {
    await page.goto(origin("fresh") + path);
    for (const name of [...networks.map(({ name }) => name), t("passOn.mail"), t("passOn.sms")]) {
      const link = row(page).getByRole("link", { name: t("passOn.with", { name }) });
      await expect(link, `${path} ${name}`).toBeVisible();
      expect(await link.getAttribute("href")).toContain(encodeURIComponent(published + path));
    }
    await expect(row(page).getByText(published + path, { exact: true })).toBeVisible();
  }
});

test("the buttons that need a script are shown only with it", async ({ page, javaScriptEnabled }) => {
  await page.goto(article);
  const copy = row(page).getByRole("button", { name: t("passOn.copy") });
  await expect(copy).toHaveCount(javaScriptEnabled === false ? 0 : 1);
});

test("a petition is passed on as open only while that is known", async ({ page }) => {
  for (const [variant, open] of [
    ["fresh", true],
    ["site", false],
  ] as const) {
    for (const path of ["/", statement]) {
      await page.goto(origin(variant) + path);
      const href = await row(page)
        .getByRole("link", { name: t("passOn.with", { name: "Bluesky" }) })
        .getAttribute("href");
      expect(/sign%20the%20petition/i.test(href!), `${variant} ${path} ${petition.state}`).toBe(open);
    }
  }
});

test("nothing in the row is named so that an ad blocker hides it", async ({ page }) => {
  await page.goto(article);
  const names = await row(page).evaluate((section) =>
    [section, ...section.querySelectorAll("*")].flatMap((element) => [element.id, ...element.classList]),
  );
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => /share|social|sns|follow/i.test(name))).toEqual([]);
});

test.describe("@script", () => {
  test("“Copy the link” copies the address without fragment and tracking, and says so", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${origin("fresh")}${article}?utm_source=x&fbclid=y#why-were-taking-action`);
    await row(page)
      .getByRole("button", { name: t("passOn.copy") })
      .click();
    await expect(row(page).getByRole("status")).toHaveText(t("passOn.copied"));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(published + article);
  });

  test("a refused clipboard is told", async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await page.goto(article);
    await row(page)
      .getByRole("button", { name: t("passOn.copy") })
      .click();
    await expect(row(page).getByRole("status")).toHaveText(t("passOn.notCopied"));
  });

  test("“Share…” is offered where the system has a menu for it, and gets title and address", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "share", {
        value: (data: ShareData) => {
          document.documentElement.dataset.shared = JSON.stringify(data);
          return Promise.reject(new Error("closed by the reader"));
        },
      });
    });
    await page.goto(`${origin("fresh")}${article}#x`);
    await row(page)
      .getByRole("button", { name: t("passOn.more") })
      .click();
    const shared = await page.evaluate(() => document.documentElement.dataset.shared);
    expect(JSON.parse(shared!)).toMatchObject({ url: published + article });
  });

  test("the script is small and at an address that changes with it", async ({ page, request }) => {
    await page.goto(article);
    const src = await page.locator('script[type="module"][src*="pass-on"]').getAttribute("src");
    expect(src).toMatch(/^\/scripts\/pass-on-[0-9a-f]{12}\.js$/);
    const response = await request.get(src!);
    expect(response.headers()["content-type"]).toBe("text/javascript; charset=utf-8");
    expect((await response.body()).length).toBeLessThan(2000);
  });
});
