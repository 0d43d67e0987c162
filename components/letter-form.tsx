import { dayPatterns } from "../content/dates.ts";
import { getContent, letterOf, textsOf } from "../content/index.ts";
import {
  gaps,
  type LetterData,
  letterLanguages,
  points,
  readyPoints,
  recipients,
} from "../content/letter.ts";
import { ways } from "../content/mail.ts";
import { type MessageKey, translator } from "../content/messages.ts";
import { languageName } from "../content/names.ts";
import type { Country } from "../content/schema.ts";
import { browserScript } from "./browser-script.ts";
import { LetterDraft } from "./letter-draft.tsx";
import styles from "./letter-form.module.css";
import { Seal } from "./seal.tsx";

type Props = { country: Country; lang: string };

const missing: Record<(typeof gaps)[number], MessageKey> = {
  own: "form.missingOwn",
  name: "form.missingName",
  town: "form.missingTown",
};

/**
 * One form that assembles the letter. It is hidden until letter-form.client.ts shows it and works it, and it
 * sends nothing: what it makes leaves by links, by the clipboard or on paper.
 */
export function LetterForm({ country, lang }: Props) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const languages = letterLanguages(country);
  const data: LetterData = Object.fromEntries(
    languages.map((language) => [
      language,
      { text: letterOf(content, language), days: dayPatterns(language) },
    ]),
  );
  const labels = letterOf(content, content.letters.has(lang) ? lang : "en").points;
  return (
    <>
      <form id="_form" className={styles.form} hidden autoComplete="off" suppressHydrationWarning>
        <div className={styles.choices}>
          <p>
            <label htmlFor="_language">{t("form.language")}</label>
            <select id="_language" name="language" data-official={country.languages.join(" ")}>
              {languages.map((language) => (
                <option key={language} value={language}>
                  {[...new Set([languageName(language, language), languageName(language, lang)])].join(" · ")}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label htmlFor="_recipient">{t("form.recipient")}</label>
            <select id="_recipient" name="recipient">
              {recipients.map((recipient) => (
                <option key={recipient} value={recipient}>
                  {t(`letter.${recipient}`)}
                </option>
              ))}
            </select>
          </p>
          <fieldset aria-describedby="_points-hint">
            <legend>{t("form.points")}</legend>
            <p className={styles.hint} id="_points-hint">
              {t("form.pointsHint")}
            </p>
            {points.map((point) => (
              <label key={point} className={styles.point}>
                <input
                  type="checkbox"
                  name="points"
                  value={point}
                  defaultChecked={readyPoints[recipients[0]].includes(point)}
                />
                {labels[point].label}
              </label>
            ))}
          </fieldset>
          <p>
            <label htmlFor="_own">{t("form.own")}</label>
            <span className={styles.hint} id="_own-hint">
              {t("form.ownHint")}
            </span>
            <textarea id="_own" name="own" rows={4} aria-describedby="_own-hint" />
          </p>
          <p>
            <label htmlFor="_name">{t("form.name")}</label>
            <input id="_name" name="name" autoComplete="name" />
          </p>
          <p>
            <label htmlFor="_town">{t("form.town")}</label>
            <input id="_town" name="town" autoComplete="address-level2" />
          </p>
          <p>
            <label htmlFor="_to">{t("form.to")}</label>
            <span className={styles.hint} id="_to-hint">
              {t("form.toHint")}
            </span>
            <input id="_to" name="to" inputMode="email" spellCheck={false} aria-describedby="_to-hint" />
          </p>
        </div>
        <div className={styles.letter}>
          <p id="_draft" hidden suppressHydrationWarning>
            <LetterDraft lang={lang} />
          </p>
          <div className={styles.sheet}>
            <Seal className={styles.stamp} />
            <label htmlFor="_subject">{t("letter.subject")}</label>
            <input id="_subject" name="subject" />
            <label htmlFor="_body">{t("form.letter")}</label>
            <textarea id="_body" name="letter" rows={24} aria-describedby="_body-hint" />
          </div>
          <p className={styles.hint} id="_body-hint">
            {t("form.letterHint")}
          </p>
          <div className={styles.gaps} id="_gaps" role="alert" tabIndex={-1} hidden suppressHydrationWarning>
            <p>{t("form.missing")}</p>
            <ul>
              {gaps.map((gap) => (
                <li key={gap} data-gap={gap} suppressHydrationWarning>
                  <a href={`#_${gap}`}>{t(missing[gap])}</a>
                </li>
              ))}
            </ul>
            <p>{t("form.goOn")}</p>
          </div>
          <h3 className={styles.send}>{t("letter.ways")}</h3>
          <p className={styles.ways}>
            {ways.map((way) => (
              <a
                key={way}
                id={`_${way}`}
                data-way={way}
                href="#_form"
                suppressHydrationWarning
                {...(way !== "mailto" && { target: "_blank", rel: "noopener noreferrer" })}
              >
                {t(`letter.${way}`)}
                {way !== "mailto" && <span className={styles.tab}> ({t("letter.newTab")})</span>}
              </a>
            ))}
            <button type="button" data-copy="letter" data-done={t("form.copiedLetter")}>
              {t("form.copyLetter")}
            </button>
            <button type="button" data-copy="subject" data-done={t("form.copiedSubject")}>
              {t("form.copySubject")}
            </button>
            <button type="button" id="_print">
              {t("form.print")}
            </button>
          </p>
          <p className={styles.status} id="_status" role="status" data-failed={t("form.notCopied")} />
          <p className={styles.hint} id="_long" hidden suppressHydrationWarning>
            {t("letter.long")}{" "}
            <span id="_long-web" hidden suppressHydrationWarning>
              {t("letter.longWeb")}{" "}
            </span>
            <a id="_empty" href="#_form" suppressHydrationWarning>
              {t("letter.empty")}
            </a>
          </p>
          <p className={styles.hint}>{t("letter.services")}</p>
        </div>
      </form>
      <script
        type="application/json"
        id="_letters"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, "\\u003c") }}
      />
      <script type="module" src={browserScript("letter-form").address} />
    </>
  );
}
