import { getContent, letterOf, textsOf } from "../content/index.ts";
import { letterParts, letterText, type Recipient, readyPoints } from "../content/letter.ts";
import { mailtoAddress, wayOut, ways } from "../content/mail.ts";
import { translator } from "../content/messages.ts";
import { languageName } from "../content/names.ts";
import styles from "./ready-letter.module.css";

type Props = { language: string; recipient: Recipient; lang: string };

/** One ready letter: its subject and text to change and copy, and links that open it in a mail program. */
export function ReadyLetter({ language, recipient, lang }: Props) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const letter = letterOf(content, language);
  const { subject } = letter;
  const body = letterText(letterParts(letter, { recipient, points: readyPoints[recipient] }));
  const id = `_${language}-${recipient}`;
  const long = ways.map((way) => wayOut(way, { subject, body }).long);
  const title = t(`letter.${recipient}`);
  return (
    <details className={styles.letter}>
      <summary>{title}</summary>
      <label htmlFor={`${id}-subject`}>{t("letter.subject")}</label>
      <input id={`${id}-subject`} lang={language} readOnly defaultValue={subject} />
      <label htmlFor={id}>
        {t("letter.label", { recipient: title, language: languageName(language, lang) })}
      </label>
      <textarea id={id} lang={language} rows={20} autoComplete="off" defaultValue={body} />
      <p className={styles.ways}>
        {ways.map((way) => (
          <a
            key={way}
            href={wayOut(way, { subject, body }).address}
            {...(way !== "mailto" && { rel: "noopener noreferrer" })}
          >
            {t(`letter.${way}`)}
          </a>
        ))}
      </p>
      {long[0] && (
        <p className={styles.long}>
          {t("letter.long")} {long[1] && t("letter.longWeb")}{" "}
          <a href={mailtoAddress({ subject, body: "" })}>{t("letter.empty")}</a>
        </p>
      )}
    </details>
  );
}
