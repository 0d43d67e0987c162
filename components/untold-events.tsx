import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";

/** Says that the English timeline tells events which this language has no words for yet, and leads there. */
export function UntoldEvents({ lang }: { lang: string }) {
  const t = translator(textsOf(getContent(), lang).messages, lang);
  return (
    <p>
      <strong>{t("translation.stale")}</strong>{" "}
      <a href="/timeline" hrefLang="en">
        {t("translation.original")}
      </a>
    </p>
  );
}
