import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";

/** Where corrections go, or a plain word that no address has been set up. */
export function Corrections({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const { contact, repository } = content.site;
  return (
    <>
      <p id="_corrections">
        {contact ? (
          <a href={contact}>{t("about.contact", { host: new URL(contact).host })}</a>
        ) : (
          t("about.noContact")
        )}
      </p>
      {repository && (
        <p>
          <a href={repository}>{t("about.source", { host: new URL(repository).host })}</a>
        </p>
      )}
    </>
  );
}
