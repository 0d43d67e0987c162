import { formatDate } from "../content/dates.ts";
import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { langOfNames } from "../content/names.ts";

/** The organisations that make the statement, as it names them. */
export function Signatories({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const { asOf, organisations } = content.signatories;
  return (
    <section aria-labelledby="_signatories">
      <h2 id="_signatories">{t("statement.signedBy")}</h2>
      <p>{t("statement.committee", { date: formatDate(asOf, lang) })}</p>
      <ul>
        {organisations.map(({ name, url }) => (
          <li key={url}>
            <a href={url} rel="noopener noreferrer" {...langOfNames(lang)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
