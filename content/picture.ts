import { imageSize } from "image-size";
import { type Root, readPublic } from "./files.ts";

/** Width and height in pixels of a picture in public/, by its address. Throws where it is no picture. */
export function pictureSize(root: Root, address: string): { width: number; height: number } {
  const { width, height } = imageSize(readPublic(root, address));
  return { width, height };
}
