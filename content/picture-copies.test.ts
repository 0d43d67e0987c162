import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { heaviestForPhone, pictureOf } from "./picture.ts";

const folder = mkdtempSync(path.join(tmpdir(), "pictures-"));
const root = { content: path.join(folder, "content"), public: path.join(folder, "public") };
mkdirSync(root.public);

function put(name: string, bytes: Buffer | string) {
  writeFileSync(path.join(root.public, name), bytes);
  return `/${name}`;
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#a4262c" } });

const noise = sharp({
  create: {
    width: 900,
    height: 600,
    channels: 3,
    noise: { type: "gaussian", mean: 128, sigma: 30 },
    background: "#fff",
  },
});

test("copies are no wider than the original, and the widest is as wide as it", async () => {
  const picture = pictureOf(root, put("plain.png", await plain(800, 400).png().toBuffer()));
  expect(picture).toMatchObject({ width: 800, height: 400 });
  expect(picture.copies.map(({ width }) => width)).toEqual([360, 540, 720, 800]);
  expect(picture.fallback).toBeUndefined();
});

test("an address names the picture's bytes and the width", async () => {
  const first = pictureOf(root, put("first.png", await plain(400, 400).png().toBuffer()));
  const same = pictureOf(root, put("same.png", await plain(400, 400).png().toBuffer()));
  const other = pictureOf(root, put("other.png", await plain(400, 401).png().toBuffer()));
  expect(first.copies[0]!.address).toMatch(/^\/pictures\/[0-9a-f]{10}-360\.avif$/);
  expect(same.copies).toEqual(first.copies);
  expect(other.copies[0]!.address).not.toBe(first.copies[0]!.address);
});

test("a heavy original has a lighter one in its place for browsers without AVIF", async () => {
  const bytes = await noise.png().toBuffer();
  expect(bytes.length).toBeGreaterThan(heaviestForPhone);
  const { fallback } = pictureOf(root, put("noise.png", bytes));
  expect(fallback).toMatchObject({ width: 720, format: "jpeg" });
});

test("a photograph taken upright is upright", async () => {
  const bytes = await plain(600, 400).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect(pictureOf(root, put("upright.jpg", bytes))).toMatchObject({ width: 400, height: 600 });
});

test("a drawing fits every size and has no copies", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="45"/>';
  expect(pictureOf(root, put("drawing.svg", svg))).toEqual({
    address: "/drawing.svg",
    width: 90,
    height: 45,
    copies: [],
  });
});
