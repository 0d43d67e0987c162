import { type Document, getContent, textsOf, titleOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { describe } from "../content/page-description.ts";
import styles from "./article.module.css";
import { Byline } from "./byline.tsx";
import { DocumentBody } from "./document-body.tsx";
import { PassOn } from "./pass-on.tsx";
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
        <Byline document={document} />
      </header>
      <TranslationNote document={document} />
      <DocumentBody document={document} />
      <SourceNote document={document} />
      <PassOn page={describe(document, getContent())} />
    </article>
  );
}
