import { localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { type MessageKey, translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { LanguageMenu } from "./language-menu.tsx";
import { Seal } from "./seal.tsx";
import styles from "./site-header.module.css";

const places: { permalink: string; label: MessageKey }[] = [
  { permalink: "/blog", label: "nav.blog" },
  { permalink: "/timeline", label: "nav.timeline" },
  { permalink: "/act", label: "nav.act" },
];

type Props = { lang: string; page?: PageDescription | undefined };

/** The campaign's name, the main pages, and the same page in other languages. */
export function SiteHeader({ lang, page }: Props) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const statement = { permalink: content.petition.statement, label: "nav.statement" as const };
  const items = [statement, ...places].filter(({ permalink }) => documentAt(content, lang, permalink));
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.name} href={localized("/", lang)}>
          <Seal className={styles.seal} />
          {content.site.name}
        </a>
        {page && <LanguageMenu page={page} />}
        <nav className={styles.main} aria-label={t("nav.label")}>
          <ul className={styles.places}>
            {items.map(({ permalink, label }) => (
              <li key={permalink}>
                <a href={localized(permalink, lang)}>{t(label)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
