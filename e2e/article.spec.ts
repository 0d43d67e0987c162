import { expect, test } from "@playwright/test";
import { article, callToAction, expectShown, t } from "./site.ts";

test("the article answers at its own address", async ({ page }) => {
  const response = await page.goto(article);
  expect(response?.status()).toBe(200);
  expect(response?.headers()["content-type"]).toBe("text/html; charset=utf-8");
  expect(new URL(page.url()).pathname).toBe(article);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${article}$`));
});

test("the article shows its title once, its date, its picture and its origin", async ({ page }) => {
  await page.goto(article);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Protecting Children's Safety Requires End-to-End Encryption",
  );
  await expect(page.getByRole("article").locator('time[datetime="2024-06-01"]')).toHaveText("1 June 2024");
  const picture = page.getByRole("article").getByRole("img").first();
  await expect(picture).toHaveAttribute("alt", /envelope/);
  await expectShown(picture);
  await expect(
    page.getByRole("link", { name: t("article.source", { host: "simplex.chat" }) }),
  ).toHaveAttribute("href", `https://simplex.chat${article}`);
  await expect(callToAction(page)).toHaveCount(1);
});

test("the article's picture is at least twice as wide as high and light", async ({ page, request }) => {
  await page.goto(article);
  const picture = page.getByRole("article").getByRole("img").first();
  await expectShown(picture);
  const { width, height } = (await picture.boundingBox())!;
  expect(width / height).toBeGreaterThanOrEqual(2);
  const source = await picture.evaluate((image: HTMLImageElement) => image.currentSrc);
  const response = await request.get(source);
  expect(response.status()).toBe(200);
  expect((await response.body()).length).toBeLessThan(100_000);
});

test("the Commission's proposal of 2022 is not passed off as the text of May 2024", async ({ page }) => {
  await page.goto(article);
  const link = page.getByRole("link", { name: "latest proposal" });
  await expect(link).toHaveAttribute("href", /COM%3A2022%3A209%3AFIN&qid=1652451192472$/);
  await expect(link).not.toHaveAttribute("title");
});

test("headings can be linked to", async ({ page }) => {
  await page.goto(`${article}#why-compromising-privacy-endangers-children`);
  await expect(page.locator("#why-compromising-privacy-endangers-children")).toBeInViewport();
});
