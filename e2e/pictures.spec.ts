import { expect, test } from "@playwright/test";
import { article } from "./site.ts";

const phone = { viewport: { width: 390, height: 844 } };
const devices = [
  { name: "a plain phone", ...phone, deviceScaleFactor: 1, least: 351 },
  { name: "a phone with two pixels a px", ...phone, deviceScaleFactor: 2, least: 702 },
  { name: "a phone with three pixels a px", ...phone, deviceScaleFactor: 3, least: 1053 },
  { name: "a desktop", viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, least: 816 },
];

for (const { name, least, ...device } of devices) {
  test(`${name} takes a picture of its own size, light and kept for ever`, async ({ browser, baseURL }) => {
    const page = await browser.newPage({ ...device, baseURL: baseURL! });
    await page.goto(article);
    const image = page.getByRole("article").getByRole("img").first();
    await expect(image).toHaveJSProperty("complete", true);
    const { source, shown } = await image.evaluate((element: HTMLImageElement) => ({
      source: element.currentSrc,
      shown: element.getBoundingClientRect().width,
    }));
    expect(shown).toBeLessThanOrEqual(least);
    const width = Number(/-(\d+)\.avif$/.exec(source)?.[1]);
    // Browsers take the next smaller copy where it is nearly wide enough.
    expect(width).toBeGreaterThanOrEqual(least * 0.85);
    expect(width).toBeLessThanOrEqual(least * 1.6);
    const response = await page.request.get(source);
    expect(response.headers()["content-type"]).toBe("image/avif");
    expect(response.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await response.body()).length).toBeLessThan(60 * 1024);
    await page.close();
  });
}

test("every picture keeps its place, and those further down wait", async ({ page }) => {
  for (const path of [article, "/", "/blog"]) {
    await page.goto(path);
    for (const image of await page.locator("img").all()) {
      await expect(image).toHaveAttribute("width", /^\d+$/);
      await expect(image).toHaveAttribute("height", /^\d+$/);
    }
  }
  await page.goto("/");
  await expect(page.locator("img").first()).toHaveAttribute("loading", "lazy");
});

test("a copy that does not exist is not made", async ({ request }) => {
  expect((await request.get("/pictures/0000000000-360.avif")).status()).toBe(404);
});
