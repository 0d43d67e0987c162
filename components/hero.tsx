import { type Document, titleOf } from "../content/index.ts";
import styles from "./hero.module.css";
import { Prose } from "./prose.tsx";

/** The first screen: what is at stake and what is asked. */
export function Hero({ document }: { document: Document }) {
  return (
    <div className={styles.hero}>
      <h1>{titleOf(document)}</h1>
      <Prose document={document} />
    </div>
  );
}
