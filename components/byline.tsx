import { type Document, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./article.module.css";
import { Day } from "./day.tsx";

/** The day of a document, who wrote it, and when it was last changed; nothing where it says none of these. */
export function Byline({ document }: { document: Document }) {
  const { author, date, lang, updated } = document;
  const t = translator(textsOf(getContent(), lang).messages, lang);
  if (!author && !date && !updated) return null;
  return (
    <p className={styles.byline}>
      {date && <Day date={date} lang={lang} />}
      {author && <span>{t("article.by", { author })}</span>}
      {updated && (
        <span>
          {t("article.updated")} <Day date={updated} lang={lang} />
        </span>
      )}
    </p>
  );
}
