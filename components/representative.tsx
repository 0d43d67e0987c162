import { Fragment } from "react";
import type { Representative as Body } from "../content/schema.ts";
import { Evidence } from "./evidence.tsx";
import styles from "./representative.module.css";

type Props = {
  body: Body;
  lang: string;
  /** What it is responsible for, in the page's language. */
  portfolio?: string;
};

/** A ministry, representation or parliament: its own name, its name in English, its page, and how that is known. */
export function Representative({ body, lang, portfolio }: Props) {
  const own = Object.entries(body.name);
  const name = own.map(([language, text], index) => (
    <Fragment key={language}>
      {index > 0 && " / "}
      <span lang={language}>{text}</span>
    </Fragment>
  ));
  const needsEnglish = !own.some(([language, text]) => language === lang || text === body.english);
  return (
    <li className={styles.body}>
      {body.url ? (
        <a href={body.url} rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        <strong>{name}</strong>
      )}
      {(needsEnglish || portfolio) && (
        <span className={styles.english}>
          {needsEnglish && <span lang="en">{body.english}</span>}
          {needsEnglish && portfolio && " · "}
          {portfolio}
        </span>
      )}
      <Evidence link={body} lang={lang} />
    </li>
  );
}
