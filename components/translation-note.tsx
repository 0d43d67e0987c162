import { defaultLanguage, localized } from "../content/address.ts";
import { type Document, documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { isOutdated } from "../content/translation.ts";
import { Day } from "./day.tsx";
import styles from "./translation-note.module.css";

type Props = {
  document: Document;
  /** The page's own permalink, where it is made of the words of another document. */
  permalink?: string | undefined;
};

/** Of a translation: that it is one, which English text it follows, how well it was compared, and where to correct it. */
export function TranslationNote({ document, permalink = document.permalink }: Props) {
  const { lang, translation, translated, kind } = document;
  const content = getContent();
  const original = documentAt(content, defaultLanguage, document.permalink);
  if (!original || !translation || !translated) return null;
  const t = translator(textsOf(content, lang).messages, lang);
  const [before, after] = t("translation.follows", { date: "\u0000" }).split("\u0000");
  return (
    <div className={styles.note}>
      <p>
        {before}
        <Day date={translated} lang={lang} />
        {after} {kind === "statement" && `${t("translation.signed")} `}
        {t(translation === "draft" ? "translation.draft" : "translation.reviewed")}
        {isOutdated(document, original) && <strong> {t("translation.stale")}</strong>}
      </p>
      <p>
        <a href={permalink} hrefLang="en">
          {t("translation.original")}
        </a>
        {documentAt(content, lang, "/about") && (
          <a href={`${localized("/about", lang)}#_corrections`}>{t("translation.correct")}</a>
        )}
      </p>
    </div>
  );
}
