import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { bannerHtml, bannerOf } from "./banner-html.ts";
import styles from "./banner-kit.module.css";
import kit from "./kit.module.css";

/** The banner as it looks, and its code to copy. */
export function BannerKit({ lang }: { lang: string }) {
  const t = translator(textsOf(getContent(), lang).messages, lang);
  const { url, title, name } = bannerOf(lang);
  return (
    <section className={kit.section} aria-labelledby="_banner">
      <h2 id="_banner">{t("kit.banner")}</h2>
      <p>{t("kit.bannerWhat")}</p>
      {/* Drawn by our own sheet and not by the code below, whose style attributes our security policy refuses. */}
      <a className={styles.banner} href={url}>
        <strong>{title}</strong>
        <span>{name} →</span>
      </a>
      <p>{t("kit.bannerCode")}</p>
      <pre className={kit.code}>
        <code>{bannerHtml(lang)}</code>
      </pre>
    </section>
  );
}
