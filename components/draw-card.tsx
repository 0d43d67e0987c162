import type { ReactElement } from "react";
import { readPublic } from "../content/files.ts";
import { type Content, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { pictureSize } from "../content/picture.ts";
import { cardFonts, drawable, widthOf } from "./card-font.ts";
import { fitText } from "./fit-text.ts";

/** wide: for link previews. square and story: to post by hand. */
export const cardSizes = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
} as const;
export type CardFormat = keyof typeof cardSizes;

const colours = { paper: "#fbfaf6", ink: "#14213d", seal: "#a4262c", muted: "#4f5a70" };
const stripe = 26;

/**
 * A page's card: an airmail envelope with the page's words as its address, and the seal, or the page's
 * picture as a stamp. Made of plain elements, so that it can be drawn by satori and told apart by a digest.
 * `picture` is the source of the page's picture, in the size that `stampSize` says.
 */
export function drawCard(
  page: PageDescription,
  content: Content,
  format: CardFormat,
  picture: string,
): ReactElement {
  const { width, height } = cardSizes[format];
  const t = translator(textsOf(content, page.lang).messages, page.lang);
  const padding = stripe + 42;
  const wide = format === "wide";
  const stamp = stampSize(page, content, format);
  // A tall card has room for the picture above the name instead of beside it.
  const stacked = !wide && stamp !== null;
  const foot = footHeight(format, stacked);
  const above = page.card && drawable(page.card.above, page.address);
  const words = (page.card?.lines ?? [page.shortTitle]).map((line) => drawable(line, page.address));
  const box = {
    width: width - 2 * padding,
    height: height - 2 * padding - foot - (above ? 76 : 0),
  };
  const { size, lines } = fitText(words, box, wide ? 150 : 170, widthOf);
  const small = above && fitText([above], { ...box, height: 60 }, 46, widthOf).size;
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
        color: colours.ink,
        fontFamily: cardFonts().names,
        fontWeight: 700,
      }}
    >
      <img
        src={svgUrl(envelope(width, height))}
        alt=""
        width={width}
        height={height}
        style={{ position: "absolute", left: 0, top: 0 }}
      />
      {above && (
        <div
          style={{ display: "flex", height: 76, color: colours.seal, fontSize: small, whiteSpace: "nowrap" }}
        >
          {above}
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
          <div style={{ display: "flex", fontSize: 46, lineHeight: 1.15 }}>
            {drawable(content.site.name, "content/site.yaml")}
          </div>
          <div style={{ display: "flex", color: colours.muted, fontSize: 27, lineHeight: 1.3 }}>
            {drawable(t("site.tagline"), `content/${page.lang}/interface.json`)}
          </div>
        </div>
        {stamp ? drawStamp(picture, stamp) : drawSeal(content, foot)}
      </div>
    </div>
  );
}

/** Width and height in pixels of the picture on a page's card; null where the page has none. */
export function stampSize(
  page: PageDescription,
  content: Content,
  format: CardFormat,
): { width: number; height: number } | null {
  if (!page.picture) return null;
  const size = pictureSize(content.root, page.picture);
  const stacked = format !== "wide";
  const height = footHeight(format, stacked) - (stacked ? 150 : 14);
  return { width: Math.min(Math.round((height * size.width) / size.height), 2 * height), height };
}

function footHeight(format: CardFormat, stacked: boolean): number {
  return format === "wide" ? 150 : stacked ? 420 : 300;
}

// Functions, not components: the digest is of what they draw, and their props would bring all content into it.
function drawSeal(content: Content, size: number): ReactElement {
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
function drawStamp(picture: string, { width, height }: { width: number; height: number }): ReactElement {
  const edge = 14;
  return (
    <div
      style={{
        display: "flex",
        width: width + 2 * edge,
        height: height + 2 * edge,
        padding: edge,
        margin: "0 -10px -10px 0",
      }}
    >
      <img
        src={svgUrl(perforated(width + 2 * edge, height + 2 * edge))}
        alt=""
        width={width + 2 * edge}
        height={height + 2 * edge}
        style={{ position: "absolute", left: 0, top: 0 }}
      />
      <img src={picture} alt="" width={width} height={height} />
    </div>
  );
}

/**
 * Paper with the striped edge of airmail: red, paper, ink. Plain shapes, since librsvg draws those in a tenth
 * of the time of a pattern.
 */
function envelope(width: number, height: number): string {
  const [period, broad, slant] = [161, 51, 0.7 * height];
  const stripes = (first: number) =>
    Array.from(
      { length: Math.ceil((width + slant) / period) + 1 },
      (_, index) => `M${first + index * period} 0h${broad}l-${slant} ${height}h-${broad}z`,
    ).join("");
  const inner = `M${stripe} ${stripe}h${width - 2 * stripe}v${height - 2 * stripe}h-${width - 2 * stripe}z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path fill="${colours.paper}" d="M0 0h${width}v${height}H0z"/><path fill="${colours.seal}" d="${stripes(0)}"/><path fill="${colours.ink}" d="${stripes(period / 2)}"/><path fill="${colours.paper}" d="${inner}"/></svg>`;
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
