import { formatDate } from "../content/dates.ts";
import { getContent, textsOf } from "../content/index.ts";
import { type MessageKey, translator } from "../content/messages.ts";
import type { Country } from "../content/schema.ts";
import styles from "./evidence.module.css";
import { StaleNote } from "./stale-note.tsx";

type Props = { link: Country["directory"]; lang: string };

const words: Record<Country["directory"]["evidence"], MessageKey> = {
  "official-page": "link.official",
  answered: "link.answered",
  cited: "link.cited",
  "old-citation": "link.old",
  unconfirmed: "link.unknown",
};

/** How an address is known and since when; a note stands out where that is more than six months ago. */
export function Evidence({ link, lang }: Props) {
  const t = translator(textsOf(getContent(), lang).messages, lang);
  const { evidence, checked, url } = link;
  const seen = checked ? t("link.seen", { date: formatDate(checked, lang) }) : t("link.undated");
  return (
    <span className={styles.evidence}>
      {t(words[evidence])}
      {url && `, ${seen}`}
      {url && <StaleNote checked={checked} lang={lang} />}
    </span>
  );
}
