import { renderSVG } from "uqr";
import { localized } from "../content/address.ts";
import { getContent } from "../content/index.ts";
import { siteAddress } from "../content/site-address.ts";

type Props = { lang: string; className?: string | undefined; label: string };

/** The QR code of a language's home page, drawn into the page. */
export function QrCode({ lang, className, label }: Props) {
  return (
    <span
      className={className}
      role="img"
      aria-label={label}
      dangerouslySetInnerHTML={{ __html: qrCode(lang) }}
    />
  );
}

/** The same as an SVG file. Black on white and with its quiet edge, since some scanners read nothing else. */
export function qrCode(lang: string): string {
  return renderSVG(siteAddress(getContent().site) + localized("/", lang), { ecc: "M", border: 4 });
}
