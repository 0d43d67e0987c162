import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";

/** Who runs the site, or a plain word that nobody has put their name here. */
export function Operator({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  return <p>{content.site.operator ?? t("about.noOperator")}</p>;
}
