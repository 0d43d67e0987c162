import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { textsWithin } from "./bodies.ts";
import { type Root, readPublic } from "./files.ts";
import { follow } from "./links.ts";
import type { Content, Document } from "./model.ts";

/** A picture in public/ and the copies of it that pages offer. */
export type Picture = {
  /** Its address from the root of the site. */
  address: string;
  width: number;
  height: number;
  /** Copies in rising width; none of a drawing (SVG), which fits every size, and of a GIF, which may move. */
  copies: PictureCopy[];
  /** For browsers without AVIF: a copy where the original is heavy, else undefined. */
  fallback?: PictureCopy;
};

/** A smaller copy of a picture, made at build time. */
export type PictureCopy = { name: string; address: string; width: number; format: "avif" | "jpeg" };

/** No copy for a phone is heavier: 390 px at three pixels a px are at most 1,170. */
export const heaviestForPhone = 60 * 1024;
export const widestForPhone = 1200;

const widths = [360, 540, 720, 1080, 1640];

// Copies are cached for ever under their address: change this with anything that changes their bytes.
const recipe = "1";

/** What pages can show and the build can make copies of, by its bytes: not HEIC, BMP, PSD or TIFF. */
const kinds = new Set(["png", "jpg", "webp", "avif", "gif", "svg"]);

/** Thrown for a picture of a kind that pages cannot show. */
export class UnfitPicture extends Error {
  readonly kind: string;

  constructor(address: string, kind: string) {
    super(`public${address} is of the kind ${kind}, which pages cannot show.`);
    this.kind = kind;
  }
}

const pictures = new Map<string, Picture>();

/** A picture in public/ by its address; read once for each process in production. Throws where it is none. */
export function pictureOf(root: Root, address: string): Picture {
  const known = pictures.get(root.public + address);
  if (known && process.env.NODE_ENV === "production") return known;
  const picture = readPicture(root, address);
  pictures.set(root.public + address, picture);
  return picture;
}

/** Width and height in pixels of a picture in public/, by its address. Throws where it is no picture. */
export function pictureSize(root: Root, address: string): { width: number; height: number } {
  const { width, height } = pictureOf(root, address);
  return { width, height };
}

/** Every picture that a page shows, each once. */
export function picturesOf(content: Content): Picture[] {
  const addresses = [...content.documents, ...content.drafts].flatMap((document) => [
    ...(document.picture ? [document.picture] : []),
    ...picturesInText(document, content),
  ]);
  return [...new Set(addresses)].map((address) => pictureOf(content.root, address));
}

function picturesInText(document: Document, content: Content): string[] {
  const references = textsWithin(document, content.root).flatMap(({ body }) => body.references);
  return references.flatMap(({ kind, url }) => {
    const target = kind === "picture" ? follow(url, document, content) : { problem: "" };
    return "address" in target ? [target.address] : [];
  });
}

function measure(bytes: Buffer, address: string): ReturnType<typeof imageSize> {
  try {
    return imageSize(bytes);
  } catch (problem) {
    throw new Error(`public${address} cannot be measured: ${(problem as Error).message}`);
  }
}

function readPicture(root: Root, address: string): Picture {
  const bytes = readPublic(root, address);
  const { width, height, type = "unknown", orientation = 1 } = measure(bytes, address);
  if (!kinds.has(type)) throw new UnfitPicture(address, type.toUpperCase());
  // A camera held upright stores the picture lying and says so.
  const size = orientation >= 5 ? { width: height, height: width } : { width, height };
  if (type === "svg" || type === "gif") return { address, ...size, copies: [] };

  const digest = createHash("sha256").update(recipe).update(bytes).digest("hex").slice(0, 10);
  const copy = (copyWidth: number, format: PictureCopy["format"]): PictureCopy => {
    const name = `${digest}-${copyWidth}.${format === "jpeg" ? "jpg" : format}`;
    return { name, address: `/pictures/${name}`, width: copyWidth, format };
  };
  const widest = Math.min(size.width, widths.at(-1)!);
  return {
    address,
    ...size,
    copies: [...widths.filter((each) => each < widest), widest].map((each) => copy(each, "avif")),
    ...(bytes.length > heaviestForPhone && { fallback: copy(Math.min(size.width, 720), "jpeg") }),
  };
}
