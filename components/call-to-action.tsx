import { localized } from "../content/address.ts";
import { formatDate, today } from "../content/dates.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { type Translate, translator } from "../content/messages.ts";
import { type PetitionView, viewPetition } from "../content/petition.ts";
import type { Petition } from "../content/schema.ts";
import styles from "./call-to-action.module.css";
import { Seal } from "./seal.tsx";

/** What a reader can do: sign the petition while that is known to be possible, and write a letter in any case. */
export function CallToAction({ lang }: { lang: string }) {
  const content = getContent();
  const { messages, petition: text } = textsOf(content, lang);
  const t = translator(messages, lang);
  const view = viewPetition(content.petition, today());

  const petition = (
    <section key="petition" className={styles.way} aria-labelledby="_petition">
      <h3 id="_petition">{text.title}</h3>
      <p>
        {text.subject} {stateSentence(view, content.petition, lang, t)}
      </p>
      {text.result && !view.asksToSign && view.state !== "paused" && <p>{text.result}</p>}
      {text.instead && !view.asksToSign && <p>{text.instead}</p>}
      <p>
        <a
          className={view.first === "petition" ? styles.main : styles.other}
          href={view.asksToSign ? content.petition.url : content.petition.source}
          rel="noopener noreferrer"
        >
          {t(view.asksToSign ? (view.overdue ? "action.petition" : "action.sign") : "action.petitionInfo")}{" "}
          <span className={styles.external}>({t("action.external")})</span>
        </a>
      </p>
      {view.asksToSign && <p className={styles.small}>{text.signing}</p>}
      {view.asksToSign && (
        <p className={styles.small}>
          <a href={content.petition.source} rel="noopener noreferrer">
            {t("action.source")}: {new URL(content.petition.source).host}
          </a>
        </p>
      )}
    </section>
  );

  const letter = documentAt(content, lang, "/act") && (
    <section key="letter" className={styles.way} aria-labelledby="_letter">
      <h3 id="_letter">{t("action.write")}</h3>
      <p>{t("action.writeWhy")}</p>
      <p>
        <a className={view.first === "letter" ? styles.main : styles.other} href={localized("/act", lang)}>
          {t("action.write")}
        </a>
      </p>
    </section>
  );

  return (
    <aside className={styles.action} aria-labelledby="_action">
      <Seal className={styles.seal} />
      <h2 id="_action">{t("action.title")}</h2>
      <div className={styles.ways}>{view.first === "petition" ? [petition, letter] : [letter, petition]}</div>
    </aside>
  );
}

function stateSentence(view: PetitionView, petition: Petition, lang: string, t: Translate): string {
  const date = formatDate(petition.asOf, lang);
  const closedOn = petition.closedOn ? formatDate(petition.closedOn, lang) : date;
  switch (view.state) {
    case "open":
      return t(view.overdue ? "action.overdue" : "action.confirmed", { date });
    case "paused":
      return t(view.overdue ? "action.pausedOverdue" : "action.paused", { date });
    case "closed":
      return t("action.closed", { date: closedOn });
    case "won":
      return t("action.won", { date: closedOn });
  }
}
