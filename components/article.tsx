import type { Document } from "../content/index.ts";
import { bodyOf, getContent, textsOf, titleOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { describe } from "../content/page-description.ts";
import styles from "./article.module.css";
import { CallToAction } from "./call-to-action.tsx";
import { Day } from "./day.tsx";
import { PassOn } from "./pass-on.tsx";
import { Picture } from "./picture.tsx";
import { Prose } from "./prose.tsx";
import { SourceNote } from "./source-note.tsx";
import { TranslationNote } from "./translation-note.tsx";

// --measure with --bleed on both sides, --measure, or the page without its gutters.
const sizes = "(min-width: 60rem) 51rem, (min-width: 46rem) 41rem, 90vw";

export function Article({ document }: { document: Document }) {
  const { lang } = document;
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <article className={styles.article}>
      <header>
        <h1>{titleOf(document)}</h1>
        <p className={styles.byline}>
          {document.date && <Day date={document.date} lang={lang} />}
          {document.author && <span>{t("article.by", { author: document.author })}</span>}
          {document.updated && (
            <span>
              {t("article.updated")} <Day date={document.updated} lang={lang} />
            </span>
          )}
        </p>
      </header>
      <TranslationNote document={document} />
      {!document.imageBottom && <Picture document={document} sizes={sizes} className={styles.picture} />}
      <Prose document={document} />
      {document.imageBottom && <Picture document={document} sizes={sizes} className={styles.picture} lazy />}
      <SourceNote document={document} />
      <PassOn page={describe(document, getContent())} />
      {!bodyOf(document).components.has("CallToAction") && <CallToAction lang={lang} />}
    </article>
  );
}
