import { getContent, textsOf } from "../content/index.ts";
import { type MessageKey, translator } from "../content/messages.ts";
import { pageDescriptions } from "../content/page-description.ts";
import { kitPages } from "../content/share-kit.ts";
import { cardAddress, cardAlt } from "./card-address.ts";
import { type CardFormat, cardSizes } from "./draw-card.tsx";
import styles from "./kit.module.css";

const formats: { format: CardFormat; label: MessageKey }[] = [
  { format: "wide", label: "kit.wide" },
  { format: "square", label: "kit.square" },
  { format: "story", label: "kit.story" },
];

/** The cards of the most important pages, in every format, to look at and to download. */
export function CardDownloads({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  return (
    <section className={styles.section} aria-labelledby="_cards">
      <h2 id="_cards">{t("kit.cards")}</h2>
      <p>{t("kit.cardsWhat")}</p>
      {kitPages(pageDescriptions(content), content, lang).map((page) => (
        <section key={page.address} aria-label={page.shortTitle}>
          <h3>{page.shortTitle}</h3>
          <ul className={styles.cards}>
            {formats.map(({ format, label }) => (
              <li key={format}>
                <a href={cardAddress(page, content, format)} download>
                  <img
                    src={cardAddress(page, content, format)}
                    {...cardSizes[format]}
                    alt={format === "wide" ? cardAlt(page, content) : ""}
                    loading="lazy"
                    decoding="async"
                  />
                  {t(label)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
