import { isStale } from "../content/dates.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./stale-note.module.css";

/** A note that stands out where an address was last seen more than six months ago, or nobody knows when. */
export function StaleNote({ checked, lang }: { checked: string | null; lang: string }) {
  if (!isStale(checked)) return null;
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <>
      {" · "}
      <em className={styles.stale}>{t("link.stale")}</em>
    </>
  );
}
