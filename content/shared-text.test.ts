import { expect, test } from "vitest";
import { root } from "./files.ts";
import { type Content, documentAt, readContent } from "./index.ts";
import { fitsEverywhere, mailLink, networks, smsLink } from "./networks.ts";
import { describe, pageDescriptions } from "./page-description.ts";
import { longerText, sharedText } from "./shared-text.ts";
import { siteAddress } from "./site-address.ts";

const { content } = readContent(root);
const page = (permalink: string) => describe(documentAt(content!, "en", permalink)!, content!);
const withState = (state: "open" | "paused" | "closed" | "won"): Content => ({
  ...content!,
  petition: {
    ...content!.petition,
    state,
    reviewBy: "9999-12-31",
    closedOn: state === "open" ? undefined : "2024-09-30",
  },
});

test("a petition is shared as open only while it is known to be", () => {
  for (const permalink of ["/", content!.petition.statement]) {
    expect(sharedText(page(permalink), withState("open")), permalink).toMatch(/sign the petition/);
    for (const state of ["paused", "closed", "won"] as const) {
      expect(sharedText(page(permalink), withState(state)), `${permalink} ${state}`).not.toMatch(/sign/);
    }
    const overdue = { ...content!, petition: { ...content!.petition, reviewBy: "2024-06-02" } };
    expect(sharedText(page(permalink), overdue)).not.toMatch(/sign/);
  }
});

test("an article is shared by its title", () => {
  const article = content!.documents.find(({ kind }) => kind === "article")!;
  expect(sharedText(describe(article, content!), content!)).toBe(article.title);
});

test("the text leaves room for the address in every network, also where it is long", () => {
  const article = content!.documents.find(({ kind }) => kind === "article")!;
  const long = { ...describe(article, content!), address: `/blog/${"x".repeat(190)}.html` };
  for (const described of [...pageDescriptions(content!), long]) {
    const text = sharedText(described, content!);
    const address = siteAddress(content!.site) + described.address;
    expect(`${text} ${address}`.length, described.address).toBeLessThanOrEqual(fitsEverywhere);
    expect(text, described.address).toMatch(/\S/);
  }
});

test("the longer text fits in every language, also while the petition is open and where the address is long", () => {
  const open = withState("open");
  const site = { ...open.site, url: "https://end-to-end-encryption.example.org" };
  for (const lang of content!.languages) {
    const home = describe(documentAt(content!, lang, "/")!, content!);
    const text = longerText(home, { ...open, site }, 500);
    expect(`${text} ${site.url}${home.address}`.length, lang).toBeLessThanOrEqual(500);
    expect(text.length, lang).toBeGreaterThan(sharedText(home, { ...open, site }).length);
  }
});

test("every link carries the whole address, encoded once, and nothing that counts readers", () => {
  const url = "https://sealed.example/blog/20240601-a.html";
  const text = "Ways & means: “half” #1";
  const links = [
    ...networks.map(({ link }) => link(text, url, "Ways & means")),
    mailLink(text, url, "Ways & means"),
    smsLink(text, url),
  ];
  for (const link of links) {
    expect(link).toContain(encodeURIComponent(url));
    expect(link).not.toMatch(/utm_|via=|ref=|%25/);
    expect(URL.canParse(link)).toBe(true);
  }
});
