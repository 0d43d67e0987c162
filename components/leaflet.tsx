import { localized } from "../content/address.ts";
import { type Document, getContent, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import { siteAddress } from "../content/site-address.ts";
import styles from "./leaflet.module.css";
import { Prose } from "./prose.tsx";
import { QrCode } from "./qr-code.tsx";
import { Seal } from "./seal.tsx";
import { TranslationNote } from "./translation-note.tsx";

/** A page to print: A4, or A5 where the address ends in #_small, which needs no script. */
export function Leaflet({ document }: { document: Document }) {
  const content = getContent();
  const { lang } = document;
  const t = translator(textsOf(content, lang).messages, lang);
  const address = siteAddress(content.site) + localized("/", lang);
  return (
    <div id="_small" className={styles.size}>
      <p className={styles.how}>
        {t("leaflet.how")} <a href="#_large">{t("leaflet.printLarge")}</a>{" "}
        <a href="#_small">{t("leaflet.printSmall")}</a>
      </p>
      <div className={styles.how}>
        <TranslationNote document={document} />
      </div>
      <article id="_large" className={styles.sheet}>
        <AirmailEdge />
        <div className={styles.paper}>
          <h1>{document.title}</h1>
          <Prose document={document} />
          <footer className={styles.foot}>
            <QrCode lang={lang} className={styles.qr} label={t("kit.qrAlt", { address })} />
            <p>
              {t("leaflet.read")} <strong>{address.replace(/^https?:\/\/|\/$/g, "")}</strong>
            </p>
            <Seal className={styles.seal} />
          </footer>
        </div>
      </article>
    </div>
  );
}

/** A drawing, since a background is printed by few printers, and a striped one by fewer. */
function AirmailEdge() {
  return (
    <svg className={styles.edge} aria-hidden="true">
      <pattern
        id="_stripes"
        width="68"
        height="68"
        patternUnits="userSpaceOnUse"
        patternTransform="skewX(-35)"
      >
        <path fill="#fbfaf6" d="M0 0h68v68H0z" />
        <path fill="#a4262c" d="M0 0h21v68H0z" />
        <path fill="#14213d" d="M34 0h21v68H34z" />
      </pattern>
      <rect width="100%" height="100%" fill="url(#_stripes)" />
    </svg>
  );
}
