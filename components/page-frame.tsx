import type { ReactNode } from "react";
import { type Document, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { isPreviewBuild } from "../content/preview-build.mjs";
import { LanguageHint } from "./language-hint.tsx";
import styles from "./page-frame.module.css";
import { PreviewBar } from "./preview-bar.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { TranslationNote } from "./translation-note.tsx";

type Props = {
  lang: string;
  /** What is known of the page, where it has translations. */
  page?: PageDescription;
  /** The document of which it is made, where that may be a translation. */
  document?: Document | undefined;
  /** Whether the page has a script anyway, so that its translations can be offered by one. */
  scripted?: boolean;
  children: ReactNode;
};

/** What every page shares: skip link, header and footer; on previews a bar that says what it is. */
export function PageFrame({ lang, page, document, scripted = false, children }: Props) {
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <>
      <a className={styles.skip} href="#_text">
        {t("nav.skip")}
      </a>
      {isPreviewBuild() && <PreviewBar />}
      {page && scripted && <LanguageHint page={page} />}
      <SiteHeader lang={lang} page={page} />
      <main id="_text" tabIndex={-1} className={styles.main}>
        {children}
        {document && <TranslationNote document={document} permalink={page?.permalink} />}
      </main>
      <SiteFooter lang={lang} />
    </>
  );
}
