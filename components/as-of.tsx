import { formatDate, isOverdue } from "../content/dates.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./section.module.css";

/** For which day the timeline holds, and a plain word when its next check is late. */
export function AsOf({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const date = formatDate(content.timeline.asOf, lang);
  const review = formatDate(content.timeline.reviewBy, lang);
  if (isOverdue(content.timeline.reviewBy))
    return <p className={styles.warning}>{t("timeline.overdue", { date, review })}</p>;
  return (
    <p className={styles.meta}>
      {t("timeline.asOf", { date })}, {t("timeline.review", { date: review })}
    </p>
  );
}
