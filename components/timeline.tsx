import { eventsTold } from "../content/events.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { AsOf } from "./as-of.tsx";
import styles from "./timeline.module.css";
import { TimelineEvent } from "./timeline-event.tsx";
import { UntoldEvents } from "./untold-events.tsx";

/** Every event of the two files, each file by itself, the newest event first. */
export function Timeline({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const { procedures } = content.timeline;
  const { events, isWhole } = eventsTold(content, lang);
  return (
    <>
      <AsOf lang={lang} />
      {!isWhole && <UntoldEvents lang={lang} />}
      {(["permanent", "interim"] as const).map((procedure) => (
        <section key={procedure} className={styles.procedure} aria-labelledby={`_${procedure}`}>
          <h2 id={`_${procedure}`}>{t(`timeline.${procedure}`)}</h2>
          <p>
            {t(`timeline.${procedure}What`)}{" "}
            <a href={procedures[procedure].url} rel="noopener noreferrer">
              {t("timeline.procedure", { reference: procedures[procedure].reference })}
            </a>
          </p>
          <ol reversed>
            {events
              .filter((event) => event.procedure === procedure)
              .sort((a, b) => (a.date < b.date ? 1 : -1))
              .map((event) => (
                <TimelineEvent key={event.id} event={event} lang={lang} />
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}
