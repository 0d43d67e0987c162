import type { ReactNode } from "react";
import { formatDate } from "../content/dates.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./eu-link.module.css";
import { StaleNote } from "./stale-note.tsx";

type Props = {
  lang: string;
  /** Key in content/eu-links.yaml. */
  to: string;
  children: ReactNode;
};

const words = { "official-page": "link.official", answered: "link.answered", cited: "link.cited" } as const;

/**
 * A link to an address of the list, with a word on how well it is known and when it was last opened; a note stands
 * out where that is more than six months ago.
 */
export function EuLink({ lang, to, children }: Props) {
  const content = getContent();
  const link = content.links[to];
  if (!link) throw new Error(`<EuLink to="${to}"> names no address in content/eu-links.yaml.`);
  const t = translator(textsOf(content, lang).messages, lang);
  const evidence = t(words[link.evidence]);
  const checked = link.checked ? t("link.checked", { date: formatDate(link.checked, lang) }) : null;
  return (
    <>
      <a href={link.url} rel="noopener noreferrer">
        {children}
      </a>{" "}
      <span className={styles.evidence}>
        {[evidence, checked].filter(Boolean).join(", ")}
        {link.checked && <StaleNote checked={link.checked} lang={lang} />}
      </span>
    </>
  );
}
