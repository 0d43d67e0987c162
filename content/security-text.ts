import { today } from "./dates.ts";
import type { Content } from "./model.ts";
import { siteAddress } from "./site-address.ts";

/** A security.txt that ends sooner than this many days from now has to be looked at. */
export const renewWithin = 60;

/**
 * The text of /.well-known/security.txt (RFC 9116): where a hole in the site's security is told. null while
 * content/site.yaml names no contact, since a file without one is not valid.
 */
export function securityText({ site, languages }: Content): string | null {
  const { securityContact: contact, securityExpires: expires } = site;
  if (contact === null || expires === null) return null;
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(", ")}`,
    `Canonical: ${siteAddress(site)}/.well-known/security.txt`,
    "",
  ].join("\n");
}

/** How many days are left until a day; negative once it is past. */
export function daysUntil(day: string, now = today()): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${now}T00:00:00Z`)) / 86_400_000);
}
