import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { Timeline } from "../content/schema.ts";
import { Day } from "./day.tsx";
import styles from "./timeline-event.module.css";

type Props = { event: Timeline["events"][number]; lang: string };

/** One event: its day, what happened, how well that is confirmed, and by whom. */
export function TimelineEvent({ event, lang }: Props) {
  const { messages, timeline } = textsOf(getContent(), lang);
  const t = translator(messages, lang);
  const words = timeline[event.id];
  return (
    <li className={styles.event} id={`_${event.id}`}>
      <h3 className={styles.date}>
        <Day date={event.date} lang={lang} />
      </h3>
      <p>{words?.text}</p>
      {words?.note && <p className={styles.note}>{words.note}</p>}
      <p className={styles.sources}>
        <span className={styles[event.confidence]}>{t(`timeline.${event.confidence}`)}</span>
        {" · "}
        {t("timeline.sources", { count: event.sources.length })}{" "}
        {event.sources.map((source, index) => (
          <span key={source}>
            {index > 0 && ", "}
            <a href={source} rel="noopener noreferrer">
              {new URL(source).host.replace(/^www\./, "")}
            </a>
          </span>
        ))}
      </p>
    </li>
  );
}
