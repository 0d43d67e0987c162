import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { heaviestForPhone, pictureOf } from "../../../content/picture.ts";

const folder = mkdtempSync(path.join(tmpdir(), "copies-"));
const root = { content: path.join(folder, "content"), public: path.join(folder, "public") };
mkdirSync(root.public);
vi.stubEnv("DIST_DIR", path.join(folder, "built"));
const { makeCopy } = await import("./make-copy.ts");

const background = "#a4262c";

test("a phone's copies stay below 60 KB, also of a photograph full of detail", async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  const photo = sharp({ create: { width: 1600, height: 900, channels: 3, noise, background } });
  writeFileSync(path.join(root.public, "photo.png"), await photo.blur(3).png().toBuffer());
  const picture = pictureOf(root, "/photo.png");
  for (const copy of [...picture.copies.filter(({ width }) => width <= 1200), picture.fallback!]) {
    const bytes = await makeCopy(root, picture, copy);
    expect(bytes.length, copy.name).toBeLessThanOrEqual(heaviestForPhone);
    expect((await sharp(bytes).metadata()).width).toBe(copy.width);
  }
}, 120_000);

test("a copy is made once and then taken from the cache, which holds whole copies only", async () => {
  const plain = sharp({ create: { width: 400, height: 200, channels: 3, background } });
  writeFileSync(path.join(root.public, "plain.png"), await plain.png().toBuffer());
  const picture = pictureOf(root, "/plain.png");
  const bytes = await makeCopy(root, picture, picture.copies[0]!);
  const cache = path.join(folder, "built/cache/pictures");
  expect(readdirSync(cache)).toContain(picture.copies[0]!.name);
  expect(readdirSync(cache).filter((name) => !/^\w+-\d+\.(avif|jpg)$/.test(name))).toEqual([]);
  writeFileSync(path.join(root.public, "plain.png"), "gone");
  expect(await makeCopy(root, picture, picture.copies[0]!)).toEqual(bytes);
});

test("a file that is no picture is named", async () => {
  const plain = sharp({ create: { width: 400, height: 200, channels: 3, background } });
  writeFileSync(path.join(root.public, "broken.png"), (await plain.png().toBuffer()).subarray(0, 60));
  const picture = pictureOf(root, "/broken.png");
  await expect(makeCopy(root, picture, picture.copies[0]!)).rejects.toThrow("public/broken.png");
});
