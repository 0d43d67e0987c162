import type { ComponentProps } from "react";
import { getContent } from "../content/index.ts";
import { pictureOf } from "../content/picture.ts";

type Props = Omit<ComponentProps<"img">, "src" | "alt"> & {
  /** Address of a picture in public/. */
  src: string;
  alt: string;
  /** How wide it is shown: `sizes` of HTML, by which the browser chooses a copy. */
  sizes: string;
};

/** A picture in copies of several widths, with the size that keeps its place while it loads. */
export function SizedImage({ src, sizes, ...props }: Props) {
  const { width, height, copies, fallback } = pictureOf(getContent().root, src);
  const image = (
    // biome-ignore lint/a11y/useAltText: it is among the props
    <img width={width} height={height} decoding="async" {...props} src={fallback?.address ?? src} />
  );
  if (copies.length === 0) return image;
  return (
    <picture>
      <source
        type="image/avif"
        srcSet={copies.map((copy) => `${copy.address} ${copy.width}w`).join(", ")}
        sizes={sizes}
      />
      {image}
    </picture>
  );
}
