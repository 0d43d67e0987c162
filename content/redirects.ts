import { defaultLanguage, inAnySpelling, localized, permalinkTaken, type Rule } from "./address.ts";
import { error, type Fault, quote } from "./fault.ts";
import { isPublicFile } from "./files.ts";
import type { Content, Move, Places } from "./model.ts";
import type { Data } from "./read-data.ts";
import { isPath, type Redirects } from "./schema.ts";

const file = "content/redirects.yaml";

/**
 * What redirects.yaml says, language by language. An old address without a language has moved in all of them:
 * to the page in the same language where there is one, else to the English one.
 */
export function movesOf(redirects: Redirects, languages: string[], addresses: ReadonlySet<string>): Move[] {
  return Object.entries(redirects).flatMap(([old, to]) => {
    const { lang, permalink: from } = split(old);
    if (lang) return [{ from, languages: [lang], to, inEach: false }];
    const free = languages.filter(
      (other) => other === defaultLanguage || !Object.hasOwn(redirects, localized(old, other)),
    );
    const inEach = free.filter(
      (other) => other !== defaultLanguage && addresses.has(localized(to, other)) && !split(to).lang,
    );
    const rest = free.filter((other) => !inEach.includes(other));
    return [
      { from, languages: inEach, to, inEach: true },
      { from, languages: rest, to, inEach: false },
    ].filter((move) => move.languages.length > 0);
  });
}

/** The old addresses of a move, each with its language. */
export function addressesOf({ from, languages }: Move): string[] {
  return languages.map((lang) => localized(from, lang));
}

/** Every old address with the one that takes its place; where two lines tell of one address, the first counts. */
export function movedAddresses({ moves }: Pick<Content, "moves">): { from: string; to: string }[] {
  const all = moves.flatMap(({ from, languages, to, inEach }) =>
    languages.map((lang) => ({ from: localized(from, lang), to: inEach ? localized(to, lang) : to })),
  );
  const first = new Map(all.toReversed().map((move) => [plain(move.from), move]));
  return all.filter((move) => first.get(plain(move.from)) === move);
}

/** Permanent redirects from where pages were, in any letter case, with and without .html. */
export function movedRedirects({ moves }: Pick<Content, "moves">): Rule[] {
  return moves.flatMap(({ from, languages, to, inEach }) => {
    const path = from.slice(1).replace(/\.html$/, "");
    const any = `:any(${inAnySpelling(path)}(?:${inAnySpelling(".html")})?)`;
    const others = languages.filter((lang) => lang !== defaultLanguage);
    return [
      ...(languages.includes(defaultLanguage)
        ? [{ source: `/${any}`, destination: to, permanent: true }]
        : []),
      ...(others.length > 0
        ? [
            {
              source: `/:lang(${others.join("|")})/${any}`,
              destination: inEach ? localized(to, ":lang") : to,
              permanent: true,
            },
          ]
        : []),
    ];
  });
}

/** Every redirect leads from where nothing is any more to a page that is there, in one step. */
export function checkRedirects(
  redirects: Data<Redirects>,
  places: Pick<Places, "addresses" | "broken" | "root">,
  languages: string[],
): Fault[] {
  const entries = Object.entries(redirects.value);
  const live = new Map([...places.addresses].map((address) => [plain(address), address]));
  const moved = new Map(entries.map(([from, to]) => [plain(from), to]));
  const first = new Map(entries.toReversed().map(([from]) => [plain(from), from]));
  return entries.flatMap(([from, to]) => {
    const refuse = (reason: string, remedy: string) => [
      error(file, redirects.yaml.lineOf([from]), from, reason, remedy),
    ];
    const form = "Write an address on this site that begins with /, such as /blog/20240601-title.html.";
    if (!isAddress(from)) return refuse(`the old address ${whyNone(from)}.`, form);
    if (!isAddress(to)) return refuse(`it leads to ${quote(to)}, which ${whyNone(to)}.`, form);

    const there = (split(from).lang ? [from] : languages.map((lang) => localized(from, lang)))
      .map(
        (address) => live.get(plain(address)) ?? (isPublicFile(places.root, address) ? address : undefined),
      )
      .find((address) => address !== undefined);
    if (there)
      return refuse(`${there} still answers.`, "Move the page to its new address, or remove the line.");
    const taken = permalinkTaken(split(from).permalink, "page");
    if (taken) return refuse(`it cannot have moved: ${taken}.`, "Remove the line.");
    const same = first.get(plain(from));
    if (same !== from) return refuse(`it is the same address as ${quote(same)}.`, "Remove one of the two.");

    const seen = new Set([plain(from)]);
    let end = to;
    for (let next = moved.get(plain(end)); next !== undefined; next = moved.get(plain(end))) {
      if (seen.has(plain(end))) {
        return refuse("it leads in a circle.", "Write the address at which the page can be read today.");
      }
      seen.add(plain(end));
      end = next;
    }
    if (end !== to) {
      return refuse(`it leads to ${quote(to)}, which has moved as well.`, `Write ${from}: ${end}`);
    }
    if (to === "/statement")
      return refuse("/statement is itself a redirect.", "Give the statement's address.");
    if (places.addresses.has(to) || places.broken.has(to) || isPublicFile(places.root, to)) return [];
    const meant = live.get(plain(to));
    return refuse(
      `it leads to ${quote(to)}, and no published page is there.`,
      meant ? `Write ${from}: ${meant}` : "Correct the new address; a draft has none yet.",
    );
  });
}

/** Whether a text is an address as lists name it: a path on this site, after its language if that is not English. */
export function isAddress(text: string): boolean {
  return isPath(split(text).permalink);
}

function split(address: string): { lang: string | null; permalink: string } {
  const lang = /^\/([a-z]{2})(?=\/|$)/.exec(address)?.[1] ?? null;
  return { lang, permalink: lang ? address.slice(3) || "/" : address };
}

/** Addresses that differ in letter case or by .html are one. */
function plain(address: string): string {
  return address.toLowerCase().replace(/\.html$/, "");
}

function whyNone(text: string): string {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(text) ? "lies on another host" : "is no address on this site";
}
