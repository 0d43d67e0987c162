import { Fragment } from "react";
import { localized } from "../content/address.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { countryName } from "../content/names.ts";
import { describeCountry } from "../content/page-description.ts";
import type { Country } from "../content/schema.ts";
import { CountryBodies } from "./country-bodies.tsx";
import styles from "./country-page.module.css";
import { LetterForm } from "./letter-form.tsx";
import { LetterPaper } from "./letter-paper.tsx";
import { PassOn } from "./pass-on.tsx";
import { ReadyLetters } from "./ready-letters.tsx";

type Props = { country: Country; lang: string };

/** Whom to write to in one country, and the letter. */
export function CountryPage({ country, lang }: Props) {
  const t = translator(textsOf(getContent(), lang).messages, lang);
  const name = countryName(country.code, lang);
  const own = country.languages
    .map((language) => ({ language, name: countryName(country.code, language) }))
    .filter((other) => other.name !== name);
  return (
    <>
      <div className={styles.page}>
        <nav className={styles.path} aria-label={t("country.path")}>
          <a href={localized("/act", lang)}>{t("country.all")}</a>
        </nav>
        <h1>{t("country.title", { country: name })}</h1>
        {own.length > 0 && (
          <p className={styles.own}>
            {own.map((other, index) => (
              <Fragment key={other.language}>
                {index > 0 && " · "}
                <span lang={other.language}>{other.name}</span>
              </Fragment>
            ))}
          </p>
        )}
        <p>{t("country.whoWhy")}</p>
        <p>
          <a className={styles.start} href="#_letter">
            {t("country.start")}
          </a>
        </p>
        <CountryBodies country={country} lang={lang} />
        <section className={styles.letter} aria-labelledby="_letter">
          <h2 id="_letter">{t("letter.title")}</h2>
          <p>{t("letter.intro")}</p>
          <LetterForm country={country} lang={lang} />
          <ReadyLetters country={country} lang={lang} />
        </section>
        <p className={styles.onward}>
          <a href={localized("/act", lang)}>{t("country.advice")}</a>
        </p>
        <PassOn page={describeCountry(country, lang, getContent())} buttons />
      </div>
      <LetterPaper />
    </>
  );
}
