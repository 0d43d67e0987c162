import { type Document, getContent, textsOf, titleOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { describe } from "../content/page-description.ts";
import styles from "./article.module.css";
import { Day } from "./day.tsx";
import { PassOn } from "./pass-on.tsx";
import { Prose } from "./prose.tsx";
import { SourceNote } from "./source-note.tsx";
import { TranslationNote } from "./translation-note.tsx";

/** A statement that others signed: its own words, its date and where it was first published. */
export function Statement({ document }: { document: Document }) {
  const { lang } = document;
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <article className={styles.article}>
      <header>
        <p className={styles.kind}>{t("statement.label")}</p>
        <h1>{titleOf(document)}</h1>
        <p className={styles.byline}>
          {document.date && <Day date={document.date} lang={lang} />}
          {document.author && <span>{t("article.by", { author: document.author })}</span>}
        </p>
      </header>
      <TranslationNote document={document} />
      <Prose document={document} />
      <SourceNote document={document} />
      <PassOn page={describe(document, getContent())} />
    </article>
  );
}
