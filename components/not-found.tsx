import { localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./article.module.css";
import { Seal } from "./seal.tsx";

/** What a reader sees at an address without a page: a plain word and ways on. */
export function NotFound({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const onward = ["/", content.petition.statement, "/blog", "/act"].flatMap((permalink) => {
    const document = documentAt(content, lang, permalink);
    return document ? [document] : [];
  });
  return (
    <div className={styles.article}>
      <Seal className={styles.mark} />
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <p>{t("notFound.onward")}</p>
      <ul>
        {onward.map((document) => (
          <li key={document.address}>
            <a href={localized(document.permalink, lang)}>{document.title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
