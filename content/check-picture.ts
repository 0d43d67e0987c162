import { quote } from "./fault.ts";
import { isPublicFile, otherSpelling, type Root } from "./files.ts";
import { pictureSize, UnfitPicture } from "./picture.ts";

const place = "https://site.invalid";

/** The address of a picture on this site, as a text with this permalink names it; undefined where it lies elsewhere. */
export function pictureAddress(url: string, permalink: string): string | undefined {
  const base = `${place}${permalink}`;
  if (!URL.canParse(url, base)) return undefined;
  const { origin, pathname } = new URL(url, base);
  return origin === place ? pathname : undefined;
}

/**
 * Why pages cannot show a picture that a text with this permalink names, and what to do about it; null where they
 * can. The reason goes on from what the text says.
 */
export function pictureProblem(
  url: string,
  permalink: string,
  root: Root,
): { reason: string; remedy: string } | null {
  const missing = "Put the picture there, or correct the path; it is relative to the permalink's folder.";
  const address = pictureAddress(url, permalink);
  if (address === undefined) return { reason: "it lies on another host.", remedy: missing };
  const [tail] = /[?#].*$/s.exec(url) ?? [];
  if (tail)
    return {
      reason: `${quote(tail)} is no part of a file's name.`,
      remedy: `Write it without ${quote(tail)}.`,
    };
  if (!isPublicFile(root, address)) {
    const spelling = otherSpelling(root, address);
    if (spelling === undefined) return { reason: `there is no file public${address}.`, remedy: missing };
    return {
      reason: `the file is named public${spelling}; most servers tell capital from small letters.`,
      remedy: `Spell the path as the file is named: public${spelling}.`,
    };
  }
  try {
    const { width, height } = pictureSize(root, address);
    if (width > 0 && height > 0) return null;
  } catch (problem) {
    if (problem instanceof UnfitPicture)
      return {
        reason: `public${address} is of the kind ${problem.kind}, which not every browser shows.`,
        remedy: "Save the picture again, as PNG, JPEG, WebP or SVG.",
      };
  }
  return {
    reason: `public${address} is no picture whose width and height can be read.`,
    remedy: "Save the picture again, as PNG, JPEG, WebP or SVG.",
  };
}
