import { type APIRequestContext, expect, test } from "@playwright/test";
import sharp, { type Sharp } from "sharp";
import { article, local, origin, pathsInLanguages, published, sentPage } from "./site.ts";

async function cardsOf(request: APIRequestContext) {
  const cards: { path: string; url: string; alt: string; width: number; height: number; type: string }[] = [];
  for (const path of await pathsInLanguages(request, origin("fresh"))) {
    const { document } = await sentPage(request, path);
    const tag = (name: string) =>
      document.querySelector(`meta[property="og:image${name}"]`)!.getAttribute("content")!;
    cards.push({
      path,
      url: tag(""),
      alt: tag(":alt"),
      width: Number(tag(":width")),
      height: Number(tag(":height")),
      type: tag(":type"),
    });
  }
  return cards;
}

/** The lightest and darkest value of each channel. Sharp counts those of the file, not of what it makes of it. */
async function coloursOf(image: Sharp) {
  return (await sharp(await image.png().toBuffer()).stats()).channels;
}

test("every page has a card of its own: PNG, opaque, light, and as its tags say", async ({ request }) => {
  const cards = await cardsOf(request);
  for (const { path, url, alt, width, height, type } of cards) {
    expect(url, path).toMatch(new RegExp(`^${published}/og/.+-[0-9a-f]{12}\\.png$`));
    const response = await request.get(local(url), { maxRedirects: 0 });
    expect(response.status(), path).toBe(200);
    expect(response.headers()["content-type"], path).toBe("image/png");
    expect(type, path).toBe("image/png");
    const bytes = await response.body();
    expect(bytes.length, path).toBeLessThan(300_000);
    const image = await sharp(bytes).metadata();
    expect(image, path).toMatchObject({ format: "png", width, height, hasAlpha: false });
    expect([width, height], path).toEqual([1200, 630]);
    expect(bytes.includes("tRNS"), path).toBe(false);
    expect(alt.length, path).toBeGreaterThan(20);
  }
  expect(new Set(cards.map(({ alt }) => alt)).size).toBeGreaterThan(cards.length / 2);
});

test("no word runs out of a card, and the words still stand out at 80 × 60", async ({ request }) => {
  for (const { path, url } of await cardsOf(request)) {
    const bytes = await (await request.get(local(url))).body();
    // Between the words and the stripe there is nothing but paper.
    const margin = { left: 1200 - 26 - 24, top: 60, width: 16, height: 340 };
    for (const { min } of await coloursOf(sharp(bytes).extract(margin))) {
      expect(min, `${path}: the right margin is paper`).toBeGreaterThan(235);
    }
    const words = { left: 60, top: 60, width: 1080, height: 340 };
    const [grey] = await coloursOf(sharp(bytes).extract(words).resize(72, 23).greyscale());
    expect(grey!.max - grey!.min, `${path}: contrast`).toBeGreaterThan(120);
  }
});

test("nobody can have a card drawn with words of their own", async ({ request }) => {
  for (const path of ["/og/en-home-000000000000.png", "/og/?title=x", "/og/x", "/og/en-home.png"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
  const { document } = await sentPage(request, article);
  const url = document.querySelector('meta[property="og:image"]')!.getAttribute("content")!;
  const card = await (await request.get(local(url))).body();
  const asked = await (await request.get(`${local(url)}?title=Forged`)).body();
  expect(asked.equals(card)).toBe(true);
});

test("the icons are what they say", async ({ request }) => {
  const ico = await request.get("/favicon.ico");
  expect(ico.headers()["content-type"]).toBe("image/x-icon");
  expect((await ico.body()).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
  const touch = await sharp(await (await request.get("/apple-icon.png")).body()).metadata();
  expect(touch).toMatchObject({ format: "png", width: 180, height: 180, hasAlpha: false });
  expect((await request.get("/icon.svg")).headers()["content-type"]).toBe("image/svg+xml");
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
});
