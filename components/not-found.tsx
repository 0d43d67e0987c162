import { defaultLanguage, localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { languagesByName } from "../content/names.ts";
import styles from "./article.module.css";
import own from "./not-found.module.css";
import { Seal } from "./seal.tsx";

/**
 * What a reader sees at an address without a page: a plain word and ways on, in English and then in every other
 * language, since one file answers for all addresses.
 */
export function NotFound() {
  const { languages } = getContent();
  const others = languages.filter((lang) => lang !== defaultLanguage);
  return (
    <div className={styles.article}>
      <Seal className={styles.mark} />
      <Words lang={defaultLanguage} Heading="h1" />
      {languagesByName(others).map(({ code, name }) => (
        <details key={code} lang={code} className={own.language}>
          <summary>{name}</summary>
          <Words lang={code} Heading="h2" />
        </details>
      ))}
    </div>
  );
}

function Words({ lang, Heading }: { lang: string; Heading: "h1" | "h2" }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const onward = ["/", content.petition.statement, "/blog", "/act"].flatMap((permalink) => {
    const document = documentAt(content, lang, permalink);
    return document ? [document] : [];
  });
  return (
    <>
      <Heading>{t("notFound.title")}</Heading>
      <p>{t("notFound.text")}</p>
      <p>{t("notFound.onward")}</p>
      <ul>
        {onward.map((document) => (
          <li key={document.address}>
            <a href={localized(document.permalink, lang)}>{document.title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
