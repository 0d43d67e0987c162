import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { type PageDescription, pageDescriptions } from "../content/page-description.ts";
import { siteAddress } from "../content/site-address.ts";
import { browserScript } from "./browser-script.ts";
import kit from "./kit.module.css";
import { PassOnButtons, passOnId } from "./pass-on-buttons.tsx";
import styles from "./pass-on-list.module.css";

/** The address of every page that has a row of links to pass it on, with the buttons that the row itself lacks. */
export function PassOnList({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const base = siteAddress(content.site);
  return (
    <section className={kit.section} aria-labelledby="_links">
      <h2 id="_links">{t("kit.links")}</h2>
      <p>{t("kit.linksWhat")}</p>
      <ul className={styles.list}>
        {pagesToPassOn(pageDescriptions(content), lang).map((page) => (
          <li key={page.address} id={passOnId(page)}>
            <a href={page.address}>{page.shortTitle}</a>
            <code>{base + page.address}</code>
            <PassOnButtons page={page} />
          </li>
        ))}
      </ul>
      <script type="module" src={browserScript("pass-on").address} />
    </section>
  );
}

/** Home and where to act, then statements and articles, the newest first. */
function pagesToPassOn(pages: PageDescription[], lang: string): PageDescription[] {
  const own = pages.filter((page) => page.lang === lang);
  return [
    ...["/", "/act"].flatMap((permalink) => own.find((page) => page.permalink === permalink) ?? []),
    ...own
      .filter((page) => page.kind !== "page")
      .sort((a, b) => (b.published ?? "").localeCompare(a.published ?? "", "en")),
  ];
}
