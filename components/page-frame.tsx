import type { ReactNode } from "react";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { isPreviewBuild } from "../content/preview-build.mjs";
import styles from "./page-frame.module.css";
import { PreviewBar } from "./preview-bar.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

type Props = { lang: string; children: ReactNode };

/** What every page shares: language, skip link, header and footer; on previews a bar that says what it is. */
export function PageFrame({ lang, children }: Props) {
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <html lang={lang} dir="ltr">
      <body>
        <a className={styles.skip} href="#_text">
          {t("nav.skip")}
        </a>
        {isPreviewBuild() && <PreviewBar />}
        <SiteHeader lang={lang} />
        <main id="_text" tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <SiteFooter lang={lang} />
      </body>
    </html>
  );
}
