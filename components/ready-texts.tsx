import { documentAt, getContent, textsOf } from "../content/index.ts";
import { intlLocale } from "../content/locale.ts";
import { translator } from "../content/messages.ts";
import { networks } from "../content/networks.ts";
import { describe } from "../content/page-description.ts";
import { longerText, sharedText } from "../content/shared-text.ts";
import { siteAddress } from "../content/site-address.ts";
import styles from "./kit.module.css";

/** A text for each network that fits into what it allows, and a longer one for letters. */
export function ReadyTexts({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const home = documentAt(content, lang, "/");
  if (!home) return null;
  const page = describe(home, content);
  const url = siteAddress(content.site) + page.address;
  const groups = [
    { fits: networks.filter(({ longest }) => longest <= 300), words: sharedText },
    { fits: networks.filter(({ longest }) => longest > 300), words: longerText },
  ].map(({ fits, words }) => {
    const longest = Math.min(...fits.map((network) => network.longest));
    return {
      text: `${words(page, content, longest)} ${url}`,
      names: new Intl.ListFormat(intlLocale(lang)).format(fits.map(({ name }) => name)),
      longest,
    };
  });
  return (
    <section className={styles.section} aria-labelledby="_texts">
      <h2 id="_texts">{t("kit.texts")}</h2>
      <p>{t("kit.textsWhat")}</p>
      {groups.map(({ names, longest, text }) => (
        <figure key={names} className={styles.text}>
          <figcaption>
            <strong>{names}</strong> {t("kit.length", { count: text.length, longest })}
          </figcaption>
          <p>{text}</p>
        </figure>
      ))}
      <figure className={styles.text}>
        <figcaption>
          <strong>{t("kit.plain")}</strong>
        </figcaption>
        <p>
          {page.title} {page.description} {url}
        </p>
      </figure>
    </section>
  );
}
