import path from "node:path";
import { cardAddress } from "../../../components/card-address.ts";
import { type CardFormat, cardSizes } from "../../../components/draw-card.tsx";
import { type Content, getContent } from "../../../content/index.ts";
import { describe, type PageDescription, pageDescriptions } from "../../../content/page-description.ts";
import { kitPages } from "../../../content/share-kit.ts";
import { keptFromBuilds } from "../../build-cache.ts";
import { makeCard } from "./make-card.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

/** Every card that a page names: nobody can have one drawn with words of their own. */
export function generateStaticParams(): { card: string }[] {
  return [...cardsOf(getContent()).keys()].map((card) => ({ card }));
}

/** A page's card, from an earlier build or drawn now. Its address changes with it, so it may be kept for ever. */
export async function GET(_: Request, { params }: { params: Promise<{ card: string }> }): Promise<Response> {
  const { card: name } = await params;
  const content = getContent();
  const card = cardsOf(content).get(name);
  if (!card) return new Response(null, { status: 404 });
  const png = await keptFromBuilds("cards", name, () => makeCard(card.page, content, card.format));
  return new Response(new Uint8Array(png), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=31536000, immutable" },
  });
}

type Card = { page: PageDescription; format: CardFormat };

const known = new WeakMap<Content, Map<string, Card>>();

/** Every card by its file's name. Listed once for each process: there are as many as pages. */
function cardsOf(content: Content): Map<string, Card> {
  const listed = known.get(content);
  if (listed) return listed;
  // Drafts have cards too: a preview shows them, and no other build has drafts.
  const drafts = content.drafts.map((document) => describe(document, content));
  const pages = [...pageDescriptions(content), ...drafts];
  const kit = new Set(content.languages.flatMap((lang) => kitPages(pages, content, lang)));
  const cards = new Map(
    pages.flatMap((page) =>
      (Object.keys(cardSizes) as CardFormat[])
        .filter((format) => format === "wide" || kit.has(page))
        .map((format): [string, Card] => [
          path.basename(cardAddress(page, content, format)),
          { page, format },
        ]),
    ),
  );
  known.set(content, cards);
  return cards;
}
