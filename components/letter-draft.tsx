import { localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./letter-draft.module.css";

/** Says that a letter is an unofficial translation, and where to send corrections. */
export function LetterDraft({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  return (
    <span className={styles.draft}>
      {t("letter.draft")}{" "}
      {documentAt(content, lang, "/about") && (
        <a href={`${localized("/about", lang)}#_corrections`}>{t("letter.correct")}</a>
      )}
    </span>
  );
}
