import { localized } from "../content/address.ts";
import { descriptionOf } from "../content/description.ts";
import { datedDocuments, documentAt, getContent, textsOf, titleOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import styles from "./article-list.module.css";
import { Day } from "./day.tsx";
import { Picture } from "./picture.tsx";
import { Preview } from "./prose.tsx";

type Props = {
  lang: string;
  /** The newest few, under a heading and with a link to all; without it, every article. */
  limit?: number;
};

/** Articles with picture, date and introduction, the newest first. */
export function ArticleList({ lang, limit }: Props) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const articles = datedDocuments(content, lang, "article", { drafts: true }).slice(0, limit);
  if (limit !== undefined && articles.length === 0) return null;
  const Heading = limit === undefined ? "h2" : "h3";
  return (
    <section className={styles.list} {...(limit !== undefined && { "aria-labelledby": "_articles" })}>
      {limit !== undefined && <h2 id="_articles">{t("article.latest")}</h2>}
      {articles.length === 0 && <p>{t("article.none")}</p>}
      <ul>
        {articles.map((article, index) => (
          <li key={article.address} className={styles.item}>
            {article.picture && (
              <Picture
                document={article}
                sizes="(min-width: 40rem) 14rem, 90vw"
                silent
                lazy={limit !== undefined || index > 1}
                className={styles.picture}
              />
            )}
            <div>
              <Heading className={styles.title}>
                <a href={article.address}>{titleOf(article)}</a>
              </Heading>
              <Day date={article.date} lang={lang} className={styles.date} />
              {article.preview ? (
                <p>{article.preview}</p>
              ) : article.previewBody ? (
                <Preview document={article} />
              ) : (
                <p>{descriptionOf(article, content)}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {limit !== undefined && documentAt(content, lang, "/blog") && (
        <p>
          <a href={localized("/blog", lang)}>{t("article.all")}</a>
        </p>
      )}
    </section>
  );
}
