import sharp from "sharp";
import { beforeAll, expect, test, vi } from "vitest";
import { cardAddress } from "../../../components/card-address.ts";
import { type CardFormat, cardSizes } from "../../../components/draw-card.tsx";
import type { Content } from "../../../content/index.ts";
import type { PageDescription } from "../../../content/page-description.ts";
import { describeCountry, pageDescriptions } from "../../../content/page-description.ts";
import { article, Site } from "../../../content/testing.ts";
import { makeCard } from "./make-card.ts";

const titles = {
  longest: "Joint Statement on the dangers of the proposal that every message in Europe be s",
  greek: "Η προστασία των παιδιών χρειάζεται κρυπτογράφηση από άκρο σε άκρο",
  bulgarian: "Безопасността на децата изисква криптиране от край до край",
  "one long word": "Kommunikationsüberwachungsverhinderungskampagnenwebsite",
  pictograph: "Keep it sealed 💌",
};

let content: Content;
const byTitle = (title: string) => pageDescriptions(content).find((page) => page.title === title)!;

beforeAll(async () => {
  const site = new Site();
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const photo = sharp({ create: { width: 1600, height: 900, channels: 3, noise, background: "#a4262c" } });
  site.write("public/blog/photo.webp", await photo.webp().toBuffer());
  site.write("public/blog/negative.webp", await photo.negate().webp().toBuffer());
  for (const [name, title] of Object.entries(titles))
    article(site, "Text.", { title: JSON.stringify(title) }, `${name.replaceAll(" ", "-")}.mdx`);
  article(site, "Text.", { title: '"A photo"', image: "photo.webp", imageAlt: '"Noise"' }, "photo.mdx");
  content = site.content();
  // Next/og asks another host for letters that its fonts lack: no card may need one.
  vi.stubGlobal("fetch", () => Promise.reject(new Error("A card asked another host.")));
  return () => {
    site.delete();
    vi.unstubAllGlobals();
  };
});

async function expectGoodCard(page: PageDescription, format: CardFormat): Promise<void> {
  const png = await makeCard(page, content, format);
  const { width, height } = cardSizes[format];
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width, height, hasAlpha: false });
  expect(png.length).toBeLessThan(300_000);
  // Between the words and the stripe there is nothing but paper.
  const margin = { left: width - 26 - 24, top: 60, width: 16, height: Math.round(height * 0.54) };
  const { channels } = await sharp(await sharp(png).extract(margin).png().toBuffer()).stats();
  for (const { min } of channels) expect(min).toBeGreaterThan(235);
}

test.each(Object.entries(titles))("a title that is or has: %s", async (_, title) => {
  await expectGoodCard(byTitle(title), "wide");
});

test.each(["wide", "square", "story"] as const)("a photograph full of detail, %s", async (format) => {
  await expectGoodCard(byTitle("A photo"), format);
});

test.each(["BE", "BG", "CY", "GR", "LU"])("a country: %s", async (code) => {
  await expectGoodCard(describeCountry(content.countries.get(code)!, "en", content), "wide");
});

test("the address of a card changes with its words, its picture and its language, and with nothing else", () => {
  const page = byTitle("A photo");
  const address = cardAddress(page, content);
  const other = (change: Partial<PageDescription>) => cardAddress({ ...page, ...change }, { ...content });
  expect(address).toMatch(/^\/og\/en-blog-photo-[0-9a-f]{12}\.png$/);
  expect(other({})).toBe(address);
  expect(other({ description: "Another" })).toBe(address);
  expect(other({ shortTitle: "Another" })).not.toBe(address);
  expect(other({ picture: "/blog/negative.webp" })).not.toBe(address);
  expect(cardAddress(page, content, "square")).toMatch(/-square-[0-9a-f]{12}\.png$/);
});

test("a card takes little time", async () => {
  const pages = [...content.countries.values()].map((country) => describeCountry(country, "en", content));
  await makeCard(pages[0]!, content, "wide");
  const start = process.cpuUsage();
  for (const page of pages) await makeCard(page, content, "wide");
  const { user, system } = process.cpuUsage(start);
  // It is about 90; with a pattern, or fonts read anew each time, it would be several times as much.
  expect((user + system) / 1000 / pages.length).toBeLessThan(300);
});
