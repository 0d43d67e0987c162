import { createHash } from "node:crypto";
import { readPublic } from "../content/files.ts";
import { type Content, textsOf } from "../content/index.ts";
import { translator } from "../content/messages.ts";
import type { PageDescription } from "../content/page-description.ts";
import { type CardFormat, drawCard } from "./draw-card.tsx";

// Cards are kept under their address: change this with what changes their bytes but not what is drawn.
const recipe = "2";

const known = new WeakMap<Content, Map<string, string>>();

/**
 * Where a page's card lies: a name for people and a digest of all that is drawn, so that an app which has
 * stored the card asks again when it has changed.
 */
export function cardAddress(page: PageDescription, content: Content, format: CardFormat = "wide"): string {
  const addresses = known.get(content) ?? new Map<string, string>();
  known.set(content, addresses);
  const key = `${format} ${page.address}`;
  const address = addresses.get(key) ?? addressOf(page, content, format);
  addresses.set(key, address);
  return address;
}

function addressOf(page: PageDescription, content: Content, format: CardFormat): string {
  const name = page.permalink
    .replace(/\.html$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  // React's own fields begin with "_" and differ from build to build.
  const picture = page.picture ? digestOf(readPublic(content.root, page.picture)) : "";
  const drawing = JSON.stringify(drawCard(page, content, format, picture), (field, value) =>
    field.startsWith("_") ? undefined : value,
  );
  const digest = digestOf(recipe + drawing).slice(0, 12);
  const parts = [page.lang, name || "home", ...(format === "wide" ? [] : [format]), digest];
  return `/og/${parts.join("-")}.png`;
}

function digestOf(bytes: string | Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What a card shows, for people who cannot see it. */
export function cardAlt(page: PageDescription, content: Content): string {
  const t = translator(textsOf(content, page.lang).messages, page.lang);
  const title = page.card?.lines.join(" · ") ?? page.shortTitle;
  const alt = t("card.alt", { title, site: content.site.name });
  return [alt, page.pictureAlt].filter(Boolean).join(" ");
}
