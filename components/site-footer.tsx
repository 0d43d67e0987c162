import { localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { type MessageKey, translator } from "../content/messages.ts";
import styles from "./site-footer.module.css";

const places: { permalink: string; label: MessageKey }[] = [
  { permalink: "/share", label: "nav.share" },
  { permalink: "/about", label: "nav.about" },
  { permalink: "/privacy", label: "nav.privacy" },
];

export function SiteFooter({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>
          <strong>{content.site.name}</strong> {t("site.tagline")}
        </p>
        <nav aria-label={t("nav.footer")}>
          <ul>
            {places
              .filter(({ permalink }) => documentAt(content, lang, permalink))
              .map(({ permalink, label }) => (
                <li key={permalink}>
                  <a href={localized(permalink, lang)}>{t(label)}</a>
                </li>
              ))}
            <li>
              <a href={localized("/feed.xml", lang)}>{t("nav.feed")}</a>
            </li>
          </ul>
        </nav>
        <p className={styles.promise}>{t("footer.static")}</p>
      </div>
    </footer>
  );
}
