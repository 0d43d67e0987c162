import { getContent, letterOf, textsOf } from "../content/index.ts";
import { letterLanguages, points, recipients } from "../content/letter.ts";
import { translator } from "../content/messages.ts";
import { languageName } from "../content/names.ts";
import type { Country } from "../content/schema.ts";
import { LetterDraft } from "./letter-draft.tsx";
import { ReadyLetter } from "./ready-letter.tsx";
import styles from "./ready-letters.module.css";

type Props = { country: Country; lang: string };

/** A letter for each language and recipient, for browsers without JavaScript; the form takes their place. */
export function ReadyLetters({ country, lang }: Props) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  return (
    <div id="_ready" suppressHydrationWarning>
      {letterLanguages(country).map((language) => {
        const letter = letterOf(content, language);
        const name = languageName(language, lang);
        return (
          <section key={language} className={styles.language} aria-labelledby={`_ready-${language}`}>
            <h3 id={`_ready-${language}`}>{t("letter.ready", { language: name })}</h3>
            {letter.translation === "draft" && <LetterDraft lang={lang} />}
            {recipients.map((recipient) => (
              <ReadyLetter key={recipient} language={language} recipient={recipient} lang={lang} />
            ))}
            <details className={styles.points}>
              <summary>{t("letter.points", { language: name })}</summary>
              <ul lang={language}>
                {points.map((point) => (
                  <li key={point}>{letter.points[point].text}</li>
                ))}
              </ul>
            </details>
          </section>
        );
      })}
      <p className={styles.services}>{t("letter.services")}</p>
    </div>
  );
}
