import { countryPermalink, localized } from "../content/address.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { countryName } from "../content/names.ts";
import styles from "./country-list.module.css";

/** The member states, by name and in the alphabetical order of the page's language. */
export function CountryList({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const { compare } = new Intl.Collator(lang);
  const countries = [...content.countries.keys()]
    .map((code) => ({ code, name: countryName(code, lang) }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <nav aria-label={t("act.countries")}>
      <ul className={styles.list}>
        {countries.map(({ code, name }) => (
          <li key={code}>
            <a href={localized(countryPermalink(code), lang)}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
