import type { Document } from "../content/index.ts";
import styles from "./picture.module.css";
import { SizedImage } from "./sized-image.tsx";

type Props = {
  document: Document;
  /** How wide it is shown: `sizes` of HTML. */
  sizes: string;
  className?: string | undefined;
  /** In lists the title beside it says what it is about, so that it is silent there. */
  silent?: boolean;
  lazy?: boolean;
};

/** A document's picture. */
export function Picture({ document, sizes, className, silent, lazy }: Props) {
  if (!document.picture) return null;
  return (
    <SizedImage
      className={[styles.picture, className].filter(Boolean).join(" ")}
      src={document.picture}
      sizes={sizes}
      alt={silent ? "" : (document.imageAlt ?? "")}
      loading={lazy ? "lazy" : undefined}
    />
  );
}
