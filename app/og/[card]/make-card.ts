import { ImageResponse } from "next/og";
import sharp from "sharp";
import { cardFonts } from "../../../components/card-font.ts";
import { type CardFormat, cardSizes, drawCard, stampSize } from "../../../components/draw-card.tsx";
import { readPublic } from "../../../content/files.ts";
import type { Content } from "../../../content/index.ts";
import type { PageDescription } from "../../../content/page-description.ts";

/** Heavier pictures are left out by some clients that show previews. */
const heaviest = 300_000;

/** Draws a card: a PNG without transparency, light enough for every client. */
export async function makeCard(page: PageDescription, content: Content, format: CardFormat): Promise<Buffer> {
  const drawing = new ImageResponse(
    drawCard(page, content, format, await pictureFor(page, content, format)),
    { ...cardSizes[format], fonts: cardFonts().fonts },
  );
  const card = sharp(await drawing.arrayBuffer()).flatten({ background: "#fbfaf6" });
  // Choosing few colours halves the file but doubles the time: worth it for the large cards, which are few.
  const options = format === "wide" ? { compressionLevel: 6 } : { palette: true, colours: 256, effort: 4 };
  const png = await card.png(options).toBuffer();
  if (png.length < heaviest) return png;
  throw new Error(`The card of ${page.address} has ${png.length} bytes; clients want less than ${heaviest}.`);
}

/** The page's picture in the size in which the card shows it, as its source; satori reads neither WebP nor AVIF. */
async function pictureFor(page: PageDescription, content: Content, format: CardFormat): Promise<string> {
  const size = stampSize(page, content, format);
  if (!size || !page.picture) return "";
  const bytes = await sharp(readPublic(content.root, page.picture))
    .autoOrient()
    .resize({ ...size, fit: "cover" })
    .flatten({ background: "#fff" })
    .png()
    .toBuffer();
  return `data:image/png;base64,${bytes.toString("base64")}`;
}
