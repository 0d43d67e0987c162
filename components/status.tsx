import { localized } from "../content/address.ts";
import { eventsTold } from "../content/events.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { AsOf } from "./as-of.tsx";
import styles from "./section.module.css";
import { TimelineEvent } from "./timeline-event.tsx";
import { UntoldEvents } from "./untold-events.tsx";

/** Where the two files stand: the latest event of each that could be confirmed. */
export function Status({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const { events, isWhole } = eventsTold(content, lang);
  return (
    <section className={styles.section} aria-labelledby="_status">
      <h2 id="_status">{t("status.title")}</h2>
      <AsOf lang={lang} />
      {!isWhole && <UntoldEvents lang={lang} />}
      {(["permanent", "interim"] as const).map((procedure) => {
        const latest = events
          .filter((event) => event.procedure === procedure && !event.background)
          .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
        return (
          latest && (
            <section key={procedure} aria-label={t(`timeline.${procedure}`)}>
              <p className={styles.file}>
                <strong>{t(`timeline.${procedure}`)}</strong>,{" "}
                {t("timeline.procedure", content.timeline.procedures[procedure])}
              </p>
              <ul className={styles.events}>
                <TimelineEvent event={latest} lang={lang} />
              </ul>
            </section>
          )
        );
      })}
      {documentAt(content, lang, "/timeline") && (
        <p>
          <a href={localized("/timeline", lang)}>{t("timeline.whole")}</a>
        </p>
      )}
    </section>
  );
}
