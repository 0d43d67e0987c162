import { getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { sharedText } from "../content/shared-text.ts";
import { siteAddress } from "../content/site-address.ts";
import styles from "./pass-on-buttons.module.css";

/** “Share…” and “Copy the link” for a page. They are hidden until pass-on.client.ts shows and works them. */
export function PassOnButtons({ page }: { page: PageDescription }) {
  const content = getContent();
  const t = translator(textsOf(content, page.lang).messages, page.lang);
  return (
    <p
      className={styles.buttons}
      data-pass-on={siteAddress(content.site) + page.address}
      data-text={sharedText(page, content)}
      data-title={page.shortTitle}
      data-copied={t("passOn.copied")}
      data-not-copied={t("passOn.notCopied")}
    >
      <button type="button" data-does="menu" hidden>
        {t("passOn.more")}
      </button>
      <button type="button" data-does="copy" hidden>
        {t("passOn.copy")}
      </button>
      <span role="status" />
    </p>
  );
}

/** Where on /share a page's buttons stand: "/blog/20240601-a.html" → "_blog-20240601-a". */
export function passOnId(page: PageDescription): string {
  return `_${
    page.permalink
      .replace(/\.html$/, "")
      .replaceAll("/", "-")
      .slice(1) || "home"
  }`;
}
