import { localized } from "../content/address.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { browserScript } from "./browser-script.ts";
import styles from "./language-hint.module.css";

/**
 * A line for readers whose browser prefers another language that has this page, in that language. It stays hidden
 * until language-hint.client.ts shows it: only on pages that have a script anyway, since the others promise none.
 */
export function LanguageHint({ page }: { page: PageDescription }) {
  const others = page.languages.filter((lang) => lang !== page.lang);
  if (others.length === 0) return null;
  return (
    <div className={styles.hint} data-language-hint hidden>
      {others.map((lang) => {
        const t = translator(textsOf(getContent(), lang).messages, lang);
        return (
          <p key={lang} lang={lang} hidden>
            <a href={localized(page.permalink, lang)} hrefLang={lang}>
              {t("language.offer")}
            </a>
            <button type="button">{t("language.dismiss")}</button>
          </p>
        );
      })}
      <script type="module" src={browserScript("language-hint").address} />
    </div>
  );
}
