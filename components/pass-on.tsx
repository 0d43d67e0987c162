import { localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { mailLink, networks, smsLink } from "../content/networks.ts";
import type { PageDescription } from "../content/page-description.ts";
import { sharedText } from "../content/shared-text.ts";
import { siteAddress } from "../content/site-address.ts";
import { browserScript } from "./browser-script.ts";
import styles from "./pass-on.module.css";
import { PassOnButtons, passOnId } from "./pass-on-buttons.tsx";

/**
 * `buttons` puts “Share…” and “Copy the link” here. They need a script, and pages that are read are promised to
 * need none, so the row of those leads to the page's buttons on /share instead.
 */
type Props = { page: PageDescription; buttons?: boolean };

/**
 * Ways to pass a page on: plain links that need no script and load nothing, and the address to copy. Not
 * named after sharing, since ad blockers hide what is.
 */
export function PassOn({ page, buttons = false }: Props) {
  const content = getContent();
  const { lang } = page;
  const t = translator(textsOf(content, lang).messages, lang);
  const url = siteAddress(content.site) + page.address;
  const text = sharedText(page, content);
  const kit = documentAt(content, lang, "/share") && localized("/share", lang);
  const links = [
    ...networks.map(({ name, link }) => ({ name, href: link(text, url, page.shortTitle) })),
    { name: t("passOn.mail"), href: mailLink(text, url, page.shortTitle) },
    { name: t("passOn.sms"), href: smsLink(text, url) },
  ];
  return (
    <section className={styles.row} aria-labelledby="_pass-on">
      <h2 id="_pass-on">{t("passOn.title")}</h2>
      {buttons && <PassOnButtons page={page} />}
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
      <p className={styles.note}>{t("passOn.chooser")}</p>
      {kit && (
        <p className={styles.more}>
          {!buttons && <a href={`${kit}#${passOnId(page)}`}>{t("passOn.buttons")}</a>}
          <a href={kit}>{t("passOn.kit")}</a>
        </p>
      )}
      {buttons && <script type="module" src={browserScript("pass-on").address} />}
    </section>
  );
}
