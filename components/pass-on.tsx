import { localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { mailLink, networks, smsLink } from "../content/networks.ts";
import type { PageDescription } from "../content/page-description.ts";
import { sharedText } from "../content/shared-text.ts";
import { siteAddress } from "../content/site-address.ts";
import { BrowserScript } from "./browser-script.tsx";
import styles from "./pass-on.module.css";

/**
 * Ways to pass a page on: plain links that need no script and load nothing, and the address to copy. Not
 * named after sharing, since ad blockers hide what is.
 */
export function PassOn({ page }: { page: PageDescription }) {
  const content = getContent();
  const { lang } = page;
  const t = translator(textsOf(content, lang).messages, lang);
  const url = siteAddress(content.site) + page.address;
  const text = sharedText(page, content);
  const links = [
    ...networks.map(({ name, link }) => ({ name, href: link(text, url, page.shortTitle) })),
    { name: t("passOn.mail"), href: mailLink(text, url, page.shortTitle) },
    { name: t("passOn.sms"), href: smsLink(text, url) },
  ];
  return (
    <section
      className={styles.row}
      aria-labelledby="_pass-on"
      data-pass-on=""
      data-url={url}
      data-text={text}
      data-title={page.shortTitle}
      data-copied={t("passOn.copied")}
      data-not-copied={t("passOn.notCopied")}
    >
      <h2 id="_pass-on">{t("passOn.title")}</h2>
      <p className={styles.buttons}>
        <button type="button" data-does="menu" hidden>
          {t("passOn.more")}
        </button>
        <button type="button" data-does="copy" hidden>
          {t("passOn.copy")}
        </button>
        <span role="status" />
      </p>
      <ul>
        {links.map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="noopener noreferrer" aria-label={t("passOn.with", { name })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.address}>
        {t("passOn.address")} <code>{url}</code>
      </p>
      <p className={styles.note}>
        {t("passOn.chooser")}{" "}
        {documentAt(content, lang, "/share") && <a href={localized("/share", lang)}>{t("passOn.kit")}</a>}
      </p>
      <BrowserScript name="pass-on" />
    </section>
  );
}
