import { localized } from "../content/address.ts";
import { documentAt, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { siteAddress } from "../content/site-address.ts";
import styles from "./kit.module.css";
import { QrCode } from "./qr-code.tsx";

/** What can be printed: the QR code and the leaflet. */
export function PrintKit({ lang }: { lang: string }) {
  const content = getContent();
  const t = translator(textsOf(content, lang).messages, lang);
  const address = siteAddress(content.site) + localized("/", lang);
  return (
    <section className={styles.section} aria-labelledby="_qr">
      <h2 id="_qr">{t("kit.qr")}</h2>
      <p>{t("kit.qrWhat", { address })}</p>
      <QrCode lang={lang} className={styles.qr} label={t("kit.qrAlt", { address })} />
      <p>
        <a href={localized("/qr.svg", lang)} download>
          {t("kit.qrDownload")}
        </a>
      </p>
      {documentAt(content, lang, "/leaflet") && (
        <>
          <h2>{t("kit.leaflet")}</h2>
          <p>
            {t("kit.leafletWhat")} <a href={localized("/leaflet", lang)}>{t("kit.leafletOpen")}</a>
          </p>
        </>
      )}
    </section>
  );
}
