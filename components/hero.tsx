import type { Document } from "../content/index.ts";
import styles from "./hero.module.css";
import { Prose } from "./prose.tsx";

/** The first screen: what is at stake and what is asked. */
export function Hero({ document }: { document: Document }) {
  return (
    <div className={styles.hero}>
      <h1>{document.title}</h1>
      <Prose document={document} />
    </div>
  );
}
