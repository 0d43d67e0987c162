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
  // All other pages are those of the test before.
  const imported = (await sitemapPaths(request, origin("paused"))).filter((path) => /^\/blog/.test(path));
  expect(imported.length).toBeGreaterThan(5);
  for (const path of imported) {
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
  const usable = page.locator("a[href], summary, button, input, select, textarea, [tabindex='0']");
  const count = await usable.count();
  expect(count).toBeGreaterThan(10);
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus:not([data-reached])");
    // Behind the last one, focus leaves the page or begins again.
    if ((await focused.count()) === 0) break;
    const { name, outline } = await focused.evaluate((element) => {
      element.setAttribute("data-reached", "");
      return { name: element.nodeName, outline: getComputedStyle(element).outlineStyle };
    });
    expect(outline).not.toBe("none");
    // The menu of languages has links of its own once it is open.
    if (name === "SUMMARY") await page.keyboard.press("Enter");
  }
  const left = usable.and(page.locator(":not([data-reached])")).filter({ visible: true });
  expect(await left.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML))).toEqual([]);
});

test("forced colours keep the call to action visible", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/");
  const button = callToAction(page).getByRole("link").first();
  const border = await button.evaluate((element) => getComputedStyle(element).borderTopWidth);
  expect(Number.parseFloat(border)).toBeGreaterThan(0);
});
