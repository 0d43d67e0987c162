import { localized } from "../content/address.ts";
import { formatDate, today } from "../content/dates.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { type Translate, translator } from "../content/messages.ts";
import { type PetitionView, viewPetition } from "../content/petition.ts";
import type { Petition } from "../content/schema.ts";
import styles from "./call-to-action.module.css";
import { Seal } from "./seal.tsx";

type Props = {
  lang: string;
  /** Another petition and day than those that hold, to show what will be. */
  petition?: Petition;
  day?: string;
  /** Where a page shows it several times, what tells one from another. */
  id?: string;
};

/** What a reader can do: sign the petition while that is known to be possible, and write a letter in any case. */
export function CallToAction({ lang, petition: given, day = today(), id = "" }: Props) {
  const content = getContent();
  const facts = given ?? content.petition;
  const { messages, petition: text } = textsOf(content, lang);
  const t = translator(messages, lang);
  const view = viewPetition(facts, day);

  const petition = (
    <section key="petition" className={styles.way} aria-labelledby={`_petition${id}`}>
      <h3 id={`_petition${id}`}>{text.title}</h3>
      <p>
        {text.subject} {stateSentence(view, facts, lang, t)}
      </p>
      {text.result && !view.asksToSign && view.state !== "paused" && <p>{text.result}</p>}
      {text.instead && !view.asksToSign && <p>{text.instead}</p>}
      <p>
        <a
          className={view.first === "petition" ? styles.main : styles.other}
          href={view.asksToSign ? facts.url : facts.source}
          rel="noopener noreferrer"
        >
          {t(view.asksToSign ? (view.overdue ? "action.petition" : "action.sign") : "action.petitionInfo")}{" "}
          <span className={styles.external}>({t("action.external")})</span>
        </a>
      </p>
      {view.asksToSign && <p className={styles.small}>{text.signing}</p>}
      {view.asksToSign && (
        <p className={styles.small}>
          <a href={facts.source} rel="noopener noreferrer">
            {t("action.source")}: {new URL(facts.source).host}
          </a>
        </p>
      )}
    </section>
  );

  const letter = documentAt(content, lang, "/act") && (
    <section key="letter" className={styles.way} aria-labelledby={`_letter${id}`}>
      <h3 id={`_letter${id}`}>{t("action.write")}</h3>
      <p>{t("action.writeWhy")}</p>
      <p>
        <a className={view.first === "letter" ? styles.main : styles.other} href={localized("/act", lang)}>
          {t("action.write")}
        </a>
      </p>
    </section>
  );

  return (
    <aside className={styles.action} aria-labelledby={`_action${id}`}>
      <Seal className={styles.seal} />
      <h2 id={`_action${id}`}>{t("action.title")}</h2>
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
