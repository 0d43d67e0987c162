import { today } from "./dates.ts";
import { shorten } from "./description.ts";
import { type Content, textsOf } from "./index.ts";
import { type MessageKey, translator } from "./messages.ts";
import { fitsEverywhere } from "./networks.ts";
import type { PageDescription } from "./page-description.ts";
import { viewPetition } from "./petition.ts";
import { siteAddress } from "./site-address.ts";

/**
 * The words with which a page is passed on, in its language, without the address, for which they leave room
 * in every network. They ask to sign only while the petition is known to be open.
 */
export function sharedText(page: PageDescription, content: Content): string {
  const longest = fitsEverywhere - `${siteAddress(content.site)}${page.address} `.length;
  const t = translator(textsOf(content, page.lang).messages, page.lang);
  const view = viewPetition(content.petition, today());
  const open = view.asksToSign && !view.overdue;
  return shorten(t(keyFor(page, content, open), { title: page.shortTitle }), longest);
}

/** The same with more words, for networks that leave room for them; takes how many characters they leave in all. */
export function longerText(page: PageDescription, content: Content, longest: number): string {
  const t = translator(textsOf(content, page.lang).messages, page.lang);
  const room = longest - `${siteAddress(content.site)}${page.address} `.length;
  return shorten(`${sharedText(page, content)} ${t("passOn.long")}`, room);
}

function keyFor(page: PageDescription, content: Content, open: boolean): MessageKey {
  if (page.permalink === "/") return open ? "passOn.homeOpen" : "passOn.home";
  if (page.permalink === content.petition.statement)
    return open ? "passOn.statementOpen" : "passOn.statement";
  if (page.permalink === "/act" || page.permalink.startsWith("/act/")) return "passOn.act";
  return "passOn.page";
}
