import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { countryName } from "../content/names.ts";
import type { Country } from "../content/schema.ts";
import styles from "./country-bodies.module.css";
import { Evidence } from "./evidence.tsx";
import { Representative } from "./representative.tsx";

type Props = { country: Country; lang: string };

/** The three bodies in which a country's people are represented, with their official pages. */
export function CountryBodies({ country, lang }: Props) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const all = [...content.countries.values()].reduce((sum, { members }) => sum + members, 0);
  const { representation, ministries, parliament, directory } = country;
  const label = t("country.directory", { country: countryName(country.code, lang) });
  return (
    <>
      <section aria-labelledby="_council">
        <h2 id="_council">{t("country.council")}</h2>
        <p>{t("country.councilWhy")}</p>
        <ul className={styles.bodies}>
          {ministries.map((ministry) => (
            <Representative
              key={ministry.english}
              body={ministry}
              lang={lang}
              portfolio={ministry.portfolio.map((name) => t(`country.${name}`)).join(", ")}
            />
          ))}
          <Representative body={representation} lang={lang} />
        </ul>
        <p className={styles.hint}>{t("country.ministries")}</p>
      </section>
      <section aria-labelledby="_parliament">
        <h2 id="_parliament">{t("country.parliament")}</h2>
        <p>{t("country.parliamentWhy", { members: country.members, all })}</p>
        <ul className={styles.bodies}>
          <li>
            {directory.url ? (
              <a href={directory.url} rel="noopener noreferrer">
                {label}
              </a>
            ) : (
              label
            )}
            <Evidence link={directory} lang={lang} />
          </li>
        </ul>
      </section>
      <section aria-labelledby="_national">
        <h2 id="_national">{t("country.national")}</h2>
        <p>{t("country.nationalWhy")}</p>
        <ul className={styles.bodies}>
          <Representative body={parliament} lang={lang} />
        </ul>
      </section>
    </>
  );
}
