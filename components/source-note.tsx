import { type Document, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./source-note.module.css";

/** Where a text was first published. */
export function SourceNote({ document }: { document: Document }) {
  const { lang, source } = document;
  if (!source) return null;
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <p className={styles.note}>
      <a href={source} rel="noopener noreferrer">
        {t("article.source", { host: new URL(source).host })}
      </a>
    </p>
  );
}
