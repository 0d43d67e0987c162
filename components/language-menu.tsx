import { localized } from "../content/address.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { languageName, languagesByName } from "../content/names.ts";
import type { PageDescription } from "../content/page-description.ts";
import styles from "./language-menu.module.css";

/** The same page in every other language that has it, each by its own name; nothing where there is none. */
export function LanguageMenu({ page }: { page: PageDescription }) {
  const { lang, permalink, languages } = page;
  if (languages.length < 2) return null;
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <details className={styles.menu}>
      <summary>{t("language.choose", { language: languageName(lang, lang) })}</summary>
      <nav aria-label={t("language.label")}>
        <ul>
          {languagesByName(languages).map(({ code, name }) => (
            <li key={code} lang={code}>
              <a
                href={localized(permalink, code)}
                hrefLang={code}
                aria-current={code === lang ? "page" : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
