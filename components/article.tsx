import { bodyOf, type Document, getContent, titleOf } from "../content/index.ts";
import { describe } from "../content/page-description.ts";
import styles from "./article.module.css";
import { Byline } from "./byline.tsx";
import { CallToAction } from "./call-to-action.tsx";
import { DocumentBody } from "./document-body.tsx";
import { PassOn } from "./pass-on.tsx";
import { SourceNote } from "./source-note.tsx";
import { TranslationNote } from "./translation-note.tsx";

/** An article of the campaign's own, with the call to action at its end unless its text has it. */
export function Article({ document }: { document: Document }) {
  return (
    <article className={styles.article}>
      <header>
        <h1>{titleOf(document)}</h1>
        <Byline document={document} />
      </header>
      <TranslationNote document={document} />
      <DocumentBody document={document} />
      <SourceNote document={document} />
      <PassOn page={describe(document, getContent())} />
      {!bodyOf(document).components.has("CallToAction") && <CallToAction lang={document.lang} />}
    </article>
  );
}
