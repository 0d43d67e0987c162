import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ImageResponse } from "next/og";
import sharp from "sharp";
import { cardAddress } from "../../../components/card-address.ts";
import { type CardFormat, cardFonts, cardSizes, drawCard } from "../../../components/draw-card.tsx";
import { getContent } from "../../../content/index.ts";
import { type PageDescription, pageDescriptions } from "../../../content/page-description.ts";
import { kitPages } from "../../../content/share-kit.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

/** Every card that a page names: nobody can have one drawn with words of their own. */
export function generateStaticParams(): { card: string }[] {
  return [...cards().keys()].map((card) => ({ card }));
}

/** The card as a PNG without transparency, light enough for every client that shows previews. */
export async function GET(_request: Request, { params }: { params: Promise<{ card: string }> }) {
  const card = cards().get((await params).card);
  if (!card) return new Response(null, { status: 404 });
  const drawing = new ImageResponse(drawCard(card.page, getContent(), card.format), {
    ...cardSizes[card.format],
    fonts: fonts(),
  });
  const png = await sharp(await drawing.arrayBuffer())
    .flatten({ background: "#fbfaf6" })
    .png({ palette: true, colours: 256, effort: 8 })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { "Content-Type": "image/png" } });
}

function cards(): Map<string, { page: PageDescription; format: CardFormat }> {
  const content = getContent();
  const pages = pageDescriptions(content);
  const kit = new Set(content.languages.flatMap((lang) => kitPages(pages, content, lang)));
  return new Map(
    pages.flatMap((page) =>
      (Object.keys(cardSizes) as CardFormat[])
        .filter((format) => format === "wide" || kit.has(page))
        .map((format) => [path.basename(cardAddress(page, content, format)), { page, format }]),
    ),
  );
}

/** Satori reads WOFF, not WOFF2, and looks for each letter in one font after the other. */
function fonts() {
  const require = createRequire(path.resolve(/* turbopackIgnore: true */ "package.json"));
  return cardFonts.map((subset) => ({
    name: subset,
    weight: 700 as const,
    data: readFileSync(
      /* turbopackIgnore: true */ require.resolve(
        `@fontsource/source-serif-4/files/source-serif-4-${subset}-700-normal.woff`,
      ),
    ),
  }));
}
