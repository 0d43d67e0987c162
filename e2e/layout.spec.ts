import { expect, test } from "@playwright/test";
import { article, callToAction, origin, sitemapPaths, t } from "./site.ts";

test("no page scrolls sideways at 320 px, nor at 400 % of a desktop", async ({ page, request }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of [...(await sitemapPaths(request)), "/nothing-here"]) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});

test("imported articles with wide tables and pictures do not scroll sideways either", async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of await sitemapPaths(request, origin("paused"))) {
    await page.goto(origin("paused") + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test("print shows the text and where its links lead, without the navigation", async ({ page }) => {
  await page.goto(article);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: t("nav.label") })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const after = await page
    .getByRole("link", { name: "outlined these issues" })
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(after).toContain("https://edri.org/our-work/be-scanned-or-get-banned/");
});

test("the skip link is the first thing the keyboard reaches and leads to the text", async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(article);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: t("nav.skip") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#_text$/);
  await page.keyboard.press("Tab");
  const focused = page.getByRole("main").locator(":focus");
  await expect(focused).toHaveCount(1);
  void javaScriptEnabled;
});

test("everything that can be used is reached by keyboard and shows its focus", async ({ page }) => {
  await page.goto("/");
  const count = await page.locator("a[href], summary, button:not([hidden]), [tabindex='0']").count();
  expect(count).toBeGreaterThan(10);
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press("Tab");
    const { name, outline } = await page.locator(":focus").evaluate((element) => ({
      name: element.nodeName,
      outline: getComputedStyle(element).outlineStyle,
    }));
    expect(outline).not.toBe("none");
    // The menu of languages has links of its own once it is open.
    if (name === "SUMMARY") await page.keyboard.press("Enter");
  }
});

test("forced colours keep the call to action visible", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/");
  const button = callToAction(page).getByRole("link").first();
  const border = await button.evaluate((element) => getComputedStyle(element).borderTopWidth);
  expect(Number.parseFloat(border)).toBeGreaterThan(0);
});
