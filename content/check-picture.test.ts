import { mkdirSync, symlinkSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { pictureProblem } from "./check-picture.ts";
import { isPublicFile, otherSpelling } from "./files.ts";
import { pictureOf } from "./picture.ts";
import { article, expectFaults, type Site, site } from "./testing.ts";

const red = sharp({ create: { width: 40, height: 20, channels: 3, background: "#a4262c" } });
const png = await red.clone().png().toBuffer();
const tiff = await red.clone().tiff().toBuffer();

/** As much of a photo as its size is read from: what a telephone writes, of which nothing could be made. */
function heic(): Buffer {
  const box = (name: string, ...inside: Buffer[]) => {
    const body = Buffer.concat(inside);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(name, 4);
    return Buffer.concat([head, body]);
  };
  const size = Buffer.alloc(12);
  size.writeUInt32BE(40, 4);
  size.writeUInt32BE(20, 8);
  const meta = box("meta", Buffer.alloc(4), box("iprp", box("ipco", box("ispe", size))));
  return Buffer.concat([box("ftyp", Buffer.from("heic\0\0\0\0heic")), meta]);
}

function bmp(): Buffer {
  const bytes = Buffer.alloc(60);
  bytes.write("BM");
  bytes.writeUInt32LE(40, 18);
  bytes.writeInt32LE(20, 22);
  return bytes;
}

/** A site with this file in public/blog/images/, and three documents that show it by this path. */
function shown(copy: Site, name: string, bytes: Uint8Array | string, url = `images/${name}`) {
  copy.write(`public/blog/images/${name}`, bytes);
  const front = article(copy, "Text.", { image: `"${url}"`, imageAlt: '"A seal"' }, "front.mdx");
  const body = article(copy, `Text.\n\n![A seal](${url})`, {}, "body.mdx");
  const preview = "content/en/blog_previews/test.html";
  copy.write(preview, `<p>One</p>\n<p><img src="${url}" alt="A seal"></p>\n`);
  article(copy, "Text.", { previewBody: "blog_previews/test.html" }, "preview.mdx");
  const what = `picture “${url}”`;
  return [
    { file: front, line: copy.lineOf(front, "image:"), what: "image" },
    { file: body, line: copy.lineOf(body, "![A seal]"), what },
    { file: preview, line: 2, what },
  ];
}

describe("a picture in front matter, a text or a preview", () => {
  test.each([
    [
      "a damaged PNG",
      "x.png",
      png.subarray(0, 12),
      undefined,
      /is no picture whose width/,
      /Save the picture/,
    ],
    ["a PDF", "x.pdf", "%PDF-1.7\n", undefined, /x\.pdf is no picture whose width/, /PNG, JPEG, WebP or SVG/],
    ["a photo of a telephone", "x.heic", heic(), undefined, /of the kind HEIC/, /PNG, JPEG, WebP or SVG/],
    ["the same as PNG by name", "x.png", heic(), undefined, /of the kind HEIC/, /Save the picture/],
    ["a BMP", "x.bmp", bmp(), undefined, /of the kind BMP, which not every browser/, /Save the picture/],
    ["a TIFF", "x.tif", tiff, undefined, /of the kind TIFF/, /Save the picture/],
    ["a query", "x.png", png, "images/x.png?v=2", /“\?v=2” is no part of a file's name/, /without “\?v=2”/],
    ["a fragment", "x.png", png, "images/x.png#a", /“#a” is no part of a file's name/, /without “#a”/],
    ["a page", "x.png", png, "/act", /there is no file public\/act/, /Put the picture there, or correct/],
    [
      "a folder",
      "x.png",
      png,
      "/blog/images",
      /there is no file public\/blog\/images/,
      /Put the picture there/,
    ],
    [
      ...(["other letters", "seal.png", png, "images/Seal.PNG"] as const),
      /the file is named public\/blog\/images\/seal\.png; most servers tell capital from small/,
      /Spell the path as the file is named: public\/blog\/images\/seal\.png/,
    ],
    [
      ...(["a folder in other letters", "seal.png", png, "/blog/Images/seal.png"] as const),
      /the file is named public\/blog\/images\/seal\.png/,
      /Spell the path/,
    ],
  ])("that cannot be shown is told with its line: %s", (_, name, bytes, url, reason, remedy) => {
    const copy = site();
    const places = shown(copy, name, bytes, url);
    expectFaults(copy.faults(), ...places.map((fault) => ({ ...fault, reason, remedy })));
  });

  test.each(["png", "jpeg", "webp", "avif", "gif"] as const)("may be %s", async (format) => {
    const copy = site();
    shown(copy, `x.${format}`, await red.clone().toFormat(format).toBuffer());
    expect(copy.faults()).toEqual([]);
    expect(pictureOf(copy.root, `/blog/images/x.${format}`)).toMatchObject({ width: 40, height: 20 });
  });

  test("may be a drawing, and have a name that is encoded", () => {
    const copy = site();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="45"/>';
    shown(copy, "wäx seal.svg", svg, "images/w%C3%A4x%20seal.svg");
    expect(copy.faults()).toEqual([]);
  });

  test("of another host is told once", () => {
    const copy = site();
    const file = article(copy, "Text.\n\n![x](https://example.org/x.png)");
    expectFaults(copy.faults(), { file, reason: /lies on another host/, remedy: /Copy it into public/ });
  });
});

describe("the spelling of a file in public/", () => {
  test("is told where it differs in letter case alone", () => {
    const copy = site();
    copy.write("public/a/Wax seal.png", png);
    expect(otherSpelling(copy.root, "/A/wax%20SEAL.png")).toBe("/a/Wax seal.png");
    for (const address of ["/a/Wax%20seal.png", "/a/nothing.png", "/a/Wax%20seal.png/x", "/%"])
      expect(otherSpelling(copy.root, address)).toBeUndefined();
    expect(isPublicFile(copy.root, "/A/Wax%20seal.png")).toBe(false);
  });

  test("is not looked up outside of the folder, or behind a link", () => {
    const copy = site();
    copy.write("secret/Seal.png", png);
    symlinkSync(copy.path("secret"), copy.path("public/linked"));
    mkdirSync(copy.path("public/a"));
    for (const address of ["/..%2fSECRET/Seal.png", "/linked/seal.png", "/LINKED/seal.png"]) {
      expect(otherSpelling(copy.root, address)).toBeUndefined();
      expect(pictureProblem(address, "/blog/test.html", copy.root)?.reason).toMatch(/there is no file/);
    }
  });

  test("is its own where a link within the folder leads to it", () => {
    const copy = site();
    copy.write("public/a/seal.png", png);
    symlinkSync(copy.path("public/a/seal.png"), copy.path("public/stamp.png"));
    expect(pictureProblem("/stamp.png", "/blog/test.html", copy.root)).toBeNull();
  });
});

test("what is no picture is told with its file also where it was not checked", () => {
  const copy = site();
  copy.write("public/x.png", "a text");
  copy.write("public/x.heic", heic());
  expect(() => pictureOf(copy.root, "/x.png")).toThrow("public/x.png cannot be measured");
  expect(() => pictureOf(copy.root, "/x.heic")).toThrow("public/x.heic is of the kind HEIC");
});
