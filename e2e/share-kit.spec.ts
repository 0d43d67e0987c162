import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { origin, published, t } from "./site.ts";

test("every picture to download is as large as it says", async ({ page, request }) => {
  await page.goto("/share");
  const pictures = await page
    .getByRole("main")
    .locator("a[download] img")
    .evaluateAll((images) =>
      images.map((image) => ({
        src: (image as HTMLImageElement).src,
        href: (image.parentElement as HTMLAnchorElement).href,
        width: Number(image.getAttribute("width")),
        height: Number(image.getAttribute("height")),
      })),
    );
  expect(pictures.length).toBeGreaterThanOrEqual(9);
  for (const { src, href, width, height } of pictures) {
    expect(href).toBe(src);
    const bytes = await (await request.get(src)).body();
    expect(await sharp(bytes).metadata()).toMatchObject({ width, height, hasAlpha: false });
    expect(bytes.length).toBeLessThan(300_000);
  }
  const sizes = new Set(pictures.map(({ width, height }) => `${width}×${height}`));
  expect(sizes).toEqual(new Set(["1200×630", "1080×1080", "1080×1920"]));
});

test("every text fits into what its networks allow", async ({ page }) => {
  await page.goto(`${origin("fresh")}/share`);
  const texts = page.getByRole("region", { name: t("kit.texts") }).getByRole("figure");
  expect(await texts.count()).toBeGreaterThanOrEqual(3);
  let limited = 0;
  for (const text of await texts.all()) {
    await expect(text).toContainText(`${published}/`);
    const limit = / of ([\d,]+) characters/.exec((await text.textContent())!)?.[1];
    if (!limit) continue;
    limited += 1;
    const words = (await text.getByRole("paragraph").textContent())!;
    expect([...words].length).toBeLessThanOrEqual(Number(limit.replace(",", "")));
  }
  expect(limited).toBeGreaterThanOrEqual(2);
});

test("the QR code is a drawing that can be downloaded", async ({ page, request }) => {
  await page.goto("/share");
  await expect(page.getByRole("img", { name: t("kit.qrAlt", { address: "" }).trim() })).toBeVisible();
  const response = await request.get("/qr.svg");
  expect(response.headers()["content-type"]).toBe("image/svg+xml");
  expect(await response.text()).toMatch(/^<svg /);
});

test("the banner's code looks like its preview, loads nothing and runs nothing", async ({ page }) => {
  await page.goto("/share");
  const region = page.getByRole("region", { name: t("kit.banner") });
  const look = (element: Element) => {
    const style = getComputedStyle(element);
    return [
      "background-color",
      "color",
      "padding-left",
      "border-left-width",
      "border-left-color",
      "font-size",
      "line-height",
      "display",
    ].map((property) => [property, style.getPropertyValue(property)]);
  };
  const preview = region.getByRole("link");
  const shown = await preview.evaluate(look);
  const words = await preview.textContent();
  const code = (await region.locator("code").textContent())!;
  expect(code).not.toMatch(/<script|\bsrc=|url\(|\bon\w+=|class=/);
  // On a site of somebody else, which this site's content policy does not govern.
  await page.goto("about:blank");
  await page.setContent(code);
  expect(await page.getByRole("link").evaluate(look)).toEqual(shown);
  expect((await page.getByRole("link").textContent())!.replace(/\s+/g, " ").trim()).toBe(
    words!.replace(/(\.)(\S)/, "$1 $2"),
  );
});

test.describe("@script", () => {
  test("the leaflet is one page of A4, or of A5 where the address says so", async ({ page }) => {
    for (const [fragment, width, height] of [
      ["", 595, 842],
      ["#_small", 420, 595],
    ] as const) {
      await page.goto("about:blank");
      await page.goto(`/leaflet${fragment}`);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.map(([, w, h]) => [Math.round(Number(w)), Math.round(Number(h))])).toEqual([
        [width, height],
      ]);
      await page.emulateMedia({ media: "print" });
      await expect(page.getByRole("banner")).toBeHidden();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.emulateMedia({ media: null });
    }
  });
});
