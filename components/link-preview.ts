import type { Metadata } from "next";
import { shorten } from "../content/description.ts";

/** What a page gives to those who draw a preview of a link to it. */
export type LinkPreview = {
  address: string;
  host: string;
  siteName: string;
  title: string;
  description: string;
  /** As search engines cut them. */
  search: { title: string; description: string };
  image: { src: string; alt: string; type: string } | null;
  /** Whether X is asked for the large card. */
  large: boolean;
};

/** Who draws previews, and the heaviest picture that each takes, in bytes. */
export const clients = [
  { name: "Mastodon", heaviest: 2_000_000 },
  { name: "Signal", heaviest: 1_048_576 },
  { name: "WhatsApp", heaviest: 600_000 },
  { name: "X", heaviest: 5_000_000 },
] as const;
export type Client = (typeof clients)[number];

const drawn = ["png", "jpeg", "gif", "webp"];

/** Reads a page's own head as those who draw previews do. Throws where something is missing that they all need. */
export function linkPreviewOf(metadata: Metadata): LinkPreview {
  const { openGraph, twitter, title, description, metadataBase } = metadata;
  const image = [openGraph?.images ?? []].flat()[0];
  const url = image instanceof URL || typeof image === "string" ? image : image?.url;
  const details = typeof image === "object" && !(image instanceof URL) ? image : undefined;
  const address = new URL(String(openGraph?.url), metadataBase ?? undefined);
  if (typeof title !== "string" || !openGraph?.title || !openGraph.description || !description)
    throw new Error(`${address}: the page has no complete head.`);
  const src = url ? new URL(url, address) : null;
  return {
    address: decodeURI(address.href),
    host: address.host,
    siteName: openGraph.siteName ?? address.host,
    title: String(openGraph.title),
    description: openGraph.description,
    search: { title: shorten(title, 60), description: shorten(description, 160) },
    image: src && {
      src: src.origin === address.origin ? src.pathname + src.search : src.href,
      alt: details?.alt ?? "",
      type: typeOf(details?.type ?? src.pathname),
    },
    large:
      twitter !== null &&
      twitter !== undefined &&
      "card" in twitter &&
      twitter.card === "summary_large_image",
  };
}

/** Why a client leaves out a picture; null where it shows it. Takes its weight where that is known. */
export function withoutPicture(
  image: NonNullable<LinkPreview["image"]>,
  { heaviest }: Client,
  bytes: number | undefined,
): string | null {
  if (!drawn.includes(image.type)) return `No picture: ${image.type.toUpperCase()} is not shown.`;
  if (bytes !== undefined && bytes > heaviest)
    return `No picture: it has ${kilobytes(bytes)}, and ${kilobytes(heaviest)} is the most.`;
  return null;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

/** "image/png", "/x.PNG" → "png". */
function typeOf(text: string): string {
  const type = (/[./]([a-z\d+]+)$/i.exec(text)?.[1] ?? "").toLowerCase();
  return type === "jpg" ? "jpeg" : type.replace("svg+xml", "svg");
}
