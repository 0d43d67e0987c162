import { createHash } from "node:crypto";
import { type Content, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { type CardFormat, drawCard } from "./draw-card.tsx";

/**
 * Where a page's card lies: a name for people and a digest of all that is drawn, so that an app which has
 * stored the card asks again when it has changed.
 */
export function cardAddress(page: PageDescription, content: Content, format: CardFormat = "wide"): string {
  const name = page.permalink
    .replace(/\.html$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  // React's own fields begin with "_" and differ from build to build.
  const drawing = JSON.stringify(drawCard(page, content, format), (key, value) =>
    key.startsWith("_") ? undefined : value,
  );
  const digest = createHash("sha256").update(drawing).digest("hex").slice(0, 12);
  const parts = [page.lang, name || "home", ...(format === "wide" ? [] : [format]), digest];
  return `/og/${parts.join("-")}.png`;
}

/** What a card shows, for people who cannot see it. */
export function cardAlt(page: PageDescription, content: Content): string {
  const t = translator(textsOf(content, page.lang).messages, page.lang);
  const alt = t("card.alt", { title: page.card?.title ?? page.shortTitle, site: content.site.name });
  return [alt, page.pictureAlt].filter(Boolean).join(" ");
}
