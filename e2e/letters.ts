import type { Page } from "@playwright/test";
import { letterOf } from "../content/index.ts";
import { type Choice, letterParts, letterText } from "../content/letter.ts";
import { content } from "./languages.ts";

/** The countries' facts and the letters, as the site was built from them. */
export const { countries } = content;
export const letterIn = (lang: string) => letterOf(content, lang);

/** The letter that a choice makes. */
export function letter(lang: string, choice: Choice): string {
  return letterText(letterParts(letterIn(lang), choice));
}

/** Waits for the page to leave for a mailto: address and takes it apart as a mail program does. */
export async function caughtMail(page: Page, act: () => Promise<void>) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.enable");
  const asked = new Promise<string>((resolve) => {
    devtools.on("Page.frameRequestedNavigation", ({ url }) => url.startsWith("mailto:") && resolve(url));
  });
  await act();
  const address = await asked;
  await devtools.detach();
  return decodeMail(address);
}

/** The parts of a mailto: or web mail address. */
export function decodeMail(address: string) {
  const [, to = "", query = ""] = /^mailto:([^?]*)\?(.*)$/.exec(address) ?? /^([^?]*)\?(.*)$/.exec(address)!;
  const field = (name: string) => {
    const found = new RegExp(`(?:^|&)${name}=([^&]*)`).exec(query)?.[1];
    return found === undefined ? "" : decodeURIComponent(found).replaceAll("\r\n", "\n");
  };
  const recipients = address.startsWith("mailto:")
    ? to.split(",").map(decodeURIComponent)
    : field("to").split(",");
  return { to: recipients.filter(Boolean), subject: field("subject") || field("su"), body: field("body") };
}
