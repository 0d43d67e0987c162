import { bodyOf, documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { Day } from "./day.tsx";
import styles from "./section.module.css";

/** The beginning of the statement that the petition supports, in its own words, and the way to the whole. */
export function StatementLead({ lang }: { lang: string }) {
  const content = getContent();
  const statement = documentAt(content, lang, content.petition.statement);
  if (!statement) return null;
  const t = translator(textsOf(content, lang).messages, lang);
  return (
    <section className={styles.section} aria-labelledby="_statement">
      <h2 id="_statement">{t("statement.label")}</h2>
      <p className={styles.meta}>
        {statement.author}
        {statement.date && (
          <>
            {", "}
            <Day date={statement.date} lang={lang} />
          </>
        )}
      </p>
      <blockquote className={styles.quote} cite={statement.source}>
        <p>{bodyOf(statement).firstParagraph}</p>
      </blockquote>
      <p>
        <a href={statement.address}>{t("statement.read")}</a>
      </p>
    </section>
  );
}
