import type { ReactNode } from "react";
import { type Document, titleOf } from "../content/index.ts";
import styles from "./article.module.css";
import { Byline } from "./byline.tsx";
import { DocumentBody } from "./document-body.tsx";

type Props = { document: Document; children?: ReactNode };

/** A plain page: its title, its text, and what its route adds. */
export function PageDocument({ document, children }: Props) {
  return (
    <div className={styles.article}>
      <h1>{titleOf(document)}</h1>
      <Byline document={document} />
      <DocumentBody document={document} />
      {children}
    </div>
  );
}
