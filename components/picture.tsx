import { type Document, getContent } from "../content/index.ts";
import { pictureSize } from "../content/picture.ts";
import styles from "./picture.module.css";

type Props = {
  document: Document;
  className?: string | undefined;
  /** In lists the title beside it says what it is about, so that it is silent there. */
  silent?: boolean;
  lazy?: boolean;
};

/** A document's picture, with the size that keeps its place while it loads. */
export function Picture({ document, className, silent, lazy }: Props) {
  if (!document.picture) return null;
  const { width, height } = pictureSize(getContent().root, document.picture);
  return (
    <img
      className={[styles.picture, className].filter(Boolean).join(" ")}
      src={document.picture}
      width={width}
      height={height}
      alt={silent ? "" : (document.imageAlt ?? "")}
      loading={lazy ? "lazy" : undefined}
      decoding="async"
    />
  );
}
