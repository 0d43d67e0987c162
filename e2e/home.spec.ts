import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { article, callToAction, expectShown, statement, t } from "./site.ts";

test("the first screen says what is at stake and what can be done", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await expect(callToAction(page).getByRole("link", { name: t("action.write") })).toBeInViewport({
    ratio: 1,
  });
});

test("on a phone the first screen reaches the call to action", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(callToAction(page).getByRole("heading", { level: 2 })).toBeInViewport({ ratio: 1 });
});

test("home leads to the statement, the articles and where the file stands", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("link", { name: t("statement.read") })).toHaveAttribute("href", statement);
  const title = /^title: "(.+)"$/m.exec(readFileSync("e2e/seeds/article.md", "utf8"))![1]!;
  await expect(page.getByRole("link", { name: title })).toHaveAttribute("href", article);
  const status = page.getByRole("region", { name: t("status.title") });
  await expect(status.getByRole("region", { name: t("timeline.permanent") })).toContainText("2022/0155(COD)");
  await expect(status.getByRole("region", { name: t("timeline.interim") })).toContainText("2025/0429(COD)");
  await expect(page.getByRole("link", { name: t("timeline.whole") })).toHaveAttribute("href", "/timeline");
});

test("the list introduces each article by picture, date and its first sentence", async ({ page }) => {
  await page.goto("/blog");
  const item = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href="${article}"]`) });
  await expectShown(item.locator("img"));
  await expect(item.locator('time[datetime="2024-06-01"]')).toBeVisible();
  await expect(item).toContainText(
    "As lawmakers grapple with the serious issue of child exploitation online",
  );
});
