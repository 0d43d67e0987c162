import type { ReactElement } from "react";
import { readPublic } from "../content/files.ts";
import { type Content, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { pictureSize } from "../content/picture.ts";
import { fitText } from "./fit-text.ts";

/** wide: for link previews. square and story: to post by hand. */
export const cardSizes = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
} as const;
export type CardFormat = keyof typeof cardSizes;

/** The fonts of a card, in the order in which a letter is looked for; the names are those of the route's files. */
export const cardFonts = ["latin", "latin-ext", "greek", "cyrillic"] as const;

const colours = { paper: "#fbfaf6", ink: "#14213d", seal: "#a4262c", muted: "#4f5a70" };
const stripe = 26;

/**
 * A page's card: an airmail envelope with the page's words as its address, and the seal, or the page's
 * picture as a stamp. Made of plain elements, so that it can be drawn by satori and told apart by a digest.
 */
export function drawCard(page: PageDescription, content: Content, format: CardFormat): ReactElement {
  const { width, height } = cardSizes[format];
  const t = translator(textsOf(content, page.lang).messages, page.lang);
  const padding = stripe + 42;
  const wide = format === "wide";
  // A tall card has room for the picture above the name instead of beside it.
  const stacked = !wide && page.picture !== undefined;
  const foot = wide ? 150 : stacked ? 420 : 300;
  const above = page.card?.above;
  const box = {
    width: width - 2 * padding,
    height: height - 2 * padding - foot - (above ? 76 : 0),
  };
  const title = withoutPictographs(page.card?.title ?? page.shortTitle);
  const { size, lines } = fitText(title, box, wide ? 150 : 170);
  return (
    <div
      lang={page.lang}
      style={{
        display: "flex",
        flexDirection: "column",
        width,
        height,
        padding,
        backgroundColor: colours.paper,
        backgroundImage: `url("${svgUrl(envelope(width, height))}")`,
        color: colours.ink,
        fontFamily: cardFonts.join(", "),
        fontWeight: 700,
      }}
    >
      {above && (
        <div style={{ display: "flex", height: 76, color: colours.seal, fontSize: 46 }}>
          {withoutPictographs(above)}
        </div>
      )}
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          flexGrow: 1,
          justifyContent: wide ? "flex-start" : "center",
          fontSize: size,
          lineHeight: 1.08,
          letterSpacing: "-0.012em",
        }}
      >
        {lines.map((line) => (
          <div key={line} style={{ display: "flex", whiteSpace: "nowrap" }}>
            {line}
          </div>
        ))}
      </div>
      <div
        style={{
          display: "flex",
          flexDirection: stacked ? "column-reverse" : "row",
          height: foot,
          alignItems: "flex-end",
          justifyContent: "space-between",
        }}
      >
        <div
          style={{ display: "flex", flexDirection: "column", ...(stacked && { alignSelf: "flex-start" }) }}
        >
          <div style={{ display: "flex", fontSize: 46, lineHeight: 1.15 }}>{content.site.name}</div>
          <div style={{ display: "flex", color: colours.muted, fontSize: 27, lineHeight: 1.3 }}>
            {t("site.tagline")}
          </div>
        </div>
        {page.picture ? stamp(page.picture, content, stacked ? foot - 150 : foot - 14) : seal(content, foot)}
      </div>
    </div>
  );
}

function seal(content: Content, size: number): ReactElement {
  const source = svgUrl(readPublic(content.root, "/seal.svg").toString("utf8"));
  // Pressed on askew, as by hand, and out over the corner of the text's frame.
  return (
    <img
      src={source}
      alt=""
      width={size + 24}
      height={size + 24}
      style={{ margin: "0 -14px -14px 0", transform: "rotate(-8deg)" }}
    />
  );
}

/** The page's picture with the perforated edge of a stamp. */
function stamp(picture: string, content: Content, height: number): ReactElement {
  const size = pictureSize(content.root, picture);
  const width = Math.min(Math.round((height * size.width) / size.height), 2 * height);
  const edge = 14;
  const type = /\.jpe?g$/i.test(picture) ? "jpeg" : "png";
  const source = `data:image/${type};base64,${readPublic(content.root, picture).toString("base64")}`;
  return (
    <div
      style={{
        display: "flex",
        width: width + 2 * edge,
        height: height + 2 * edge,
        padding: edge,
        margin: "0 -10px -10px 0",
        backgroundImage: `url("${svgUrl(perforated(width + 2 * edge, height + 2 * edge))}")`,
      }}
    >
      <img src={source} alt="" width={width} height={height} style={{ objectFit: "cover" }} />
    </div>
  );
}

/** Paper with the striped edge of airmail: red, paper, ink. */
function envelope(width: number, height: number): string {
  const inner = `x="${stripe}" y="${stripe}" width="${width - 2 * stripe}" height="${height - 2 * stripe}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><pattern id="a" width="132" height="132" patternUnits="userSpaceOnUse" patternTransform="rotate(35)"><path fill="${colours.paper}" d="M0 0h132v132H0z"/><path fill="${colours.seal}" d="M0 0h42v132H0z"/><path fill="${colours.ink}" d="M66 0h42v132H66z"/></pattern></defs><path fill="url(#a)" d="M0 0h${width}v${height}H0z"/><rect ${inner} fill="${colours.paper}"/></svg>`;
}

function perforated(width: number, height: number): string {
  const step = 14;
  const holes = (length: number) =>
    Array.from(
      { length: Math.round(length / step) },
      (_, index) => ((index + 0.5) * length) / Math.round(length / step),
    );
  const dots = [
    ...holes(width).flatMap((x) => [
      `<circle cx="${x}" cy="0" r="4"/>`,
      `<circle cx="${x}" cy="${height}" r="4"/>`,
    ]),
    ...holes(height).flatMap((y) => [
      `<circle cx="0" cy="${y}" r="4"/>`,
      `<circle cx="${width}" cy="${y}" r="4"/>`,
    ]),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path fill="#fff" stroke="#d5ccb8" stroke-width="2" d="M0 0h${width}v${height}H0z"/><g fill="${colours.paper}" stroke="#d5ccb8" stroke-width="2">${dots.join("")}</g></svg>`;
}

function svgUrl(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

// The fonts have none, and next/og would fetch them from another host while it builds.
function withoutPictographs(text: string): string {
  return text.replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, "").trim();
}
