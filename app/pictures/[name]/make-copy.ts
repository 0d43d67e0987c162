import sharp from "sharp";
import { type Root, readPublic } from "../../../content/files.ts";
import {
  heaviestForPhone,
  type Picture,
  type PictureCopy,
  widestForPhone,
} from "../../../content/picture.ts";
import { keptFromBuilds } from "../../build-cache.ts";

/** The bytes of a copy, from an earlier build or made now; throws, and says of which file, where that fails. */
export async function makeCopy(root: Root, picture: Picture, copy: PictureCopy): Promise<Buffer> {
  return keptFromBuilds("pictures", copy.name, () =>
    encode(readPublic(root, picture.address), copy).catch((problem: Error) => {
      throw new Error(`public${picture.address} cannot be made smaller: ${problem.message}`);
    }),
  );
}

/** Good first; coarser only where a phone's copy would be too heavy. */
async function encode(original: Buffer, { width, format }: PictureCopy): Promise<Buffer> {
  const resized = sharp(original).autoOrient().resize({ width, withoutEnlargement: true });
  let bytes = Buffer.alloc(0);
  for (const quality of [60, 50, 40, 30, 20]) {
    bytes =
      format === "avif"
        ? await resized.clone().avif({ quality, effort: 5 }).toBuffer()
        : await resized
            .clone()
            .flatten({ background: "#fff" })
            .jpeg({ quality: quality + 15, mozjpeg: true })
            .toBuffer();
    if (bytes.length <= heaviestForPhone || width > widestForPhone) break;
  }
  return bytes;
}
