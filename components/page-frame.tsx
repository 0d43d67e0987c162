import type { ReactNode } from "react";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { isPreviewBuild } from "../content/preview-build.mjs";
import styles from "./page-frame.module.css";
import { PreviewBar } from "./preview-bar.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

type Props = {
  lang: string;
  /** What is known of the page, where it has translations. */
  page?: PageDescription;
  children: ReactNode;
};

/** What every page shares: skip link, header and footer; on previews a bar that says what it is. */
export function PageFrame({ lang, page, children }: Props) {
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <>
      <a className={styles.skip} href="#_text">
        {t("nav.skip")}
      </a>
      {isPreviewBuild() && <PreviewBar />}
      <SiteHeader lang={lang} page={page} />
      <main id="_text" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <SiteFooter lang={lang} />
    </>
  );
}
