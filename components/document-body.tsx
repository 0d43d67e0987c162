import type { Document } from "../content/index.ts";
import styles from "./article.module.css";
import { Picture } from "./picture.tsx";
import { Prose } from "./prose.tsx";

// --measure with --bleed on both sides, --measure, or the page without its gutters.
const sizes = "(min-width: 60rem) 51rem, (min-width: 46rem) 41rem, 90vw";

/** A document's text with its picture above, or below where it says so. */
export function DocumentBody({ document }: { document: Document }) {
  return (
    <>
      {!document.imageBottom && <Picture document={document} sizes={sizes} className={styles.picture} />}
      <Prose document={document} />
      {document.imageBottom && <Picture document={document} sizes={sizes} className={styles.picture} lazy />}
    </>
  );
}
