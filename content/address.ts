/** English has no prefix; every other language has its own, such as /de. */
export const defaultLanguage = "en";

/** The address of a permalink in a language: ("/act", "en") → "/act", ("/act", "de") → "/de/act". */
export function localized(permalink: string, lang: string): string {
  if (lang === defaultLanguage) return permalink;
  return permalink === "/" ? `/${lang}` : `/${lang}${permalink}`;
}

/** Addresses that the site serves itself and that no document may claim. */
export const ownAddresses = [
  "/feed.xml",
  "/feed.json",
  "/sitemap.xml",
  "/robots.txt",
  "/favicon.ico",
  "/icon.svg",
  "/apple-icon.png",
  "/manifest.webmanifest",
  "/qr.svg",
  "/statement",
];

/** The pages that have a route of their own; their words lie in pages/ under the same permalink. */
export const fixedPages = ["/", "/blog", "/act", "/timeline", "/share", "/leaflet"] as const;

/** The address of a country's page, without the language: "DE" → "/act/de". */
export function countryPermalink(code: string): string {
  return `/act/${code.toLowerCase()}`;
}

/** Why a document may not have this permalink, or null. */
export function permalinkTaken(permalink: string, kind: string): string | null {
  // The address without .html leads to the document, so that it must be free as well.
  const lower = permalink.toLowerCase().replace(/\.html$/, "");
  if (lower === "/preview") return "previews show there what is to be reviewed";
  if (ownAddresses.includes(lower) || lower === "/404") return "the site itself answers at this address";
  if (/^\/pictures(\/|$)/.test(lower)) return "copies of pictures lie at these addresses";
  if (/^\/act\/[a-z]{2}$/.test(lower)) return "this address belongs to a country";
  if (/^\/scripts(\/|$)/.test(lower)) return "this address belongs to the site's own scripts";
  if (kind !== "page" && (fixedPages as readonly string[]).includes(lower))
    return "this address belongs to a page of the site";
  return null;
}

/** A redirect or rewrite as Next takes it. */
export type Rule = { source: string; destination: string; permanent: boolean };

/**
 * The redirects that lead to pages from what becomes of their addresses on the way: without .html, with a
 * trailing slash, in other letter case, percent-encoded once too often, or with the punctuation that stood
 * behind the link, in English and under the prefix of every other language. Takes the permalinks and the
 * languages, gives rules in Next's order of matching. Needs `caseSensitiveRoutes`, since the very address must
 * not be redirected to itself.
 */
export function permalinkRedirects(permalinks: Iterable<string>, languages: string[]): Rule[] {
  const prefixes = languages.filter((lang) => lang !== defaultLanguage).join("|");
  return [...new Set(permalinks)].flatMap((permalink) => {
    if (permalink === "/") {
      const home = { source: `/:any(${glued}+)`, destination: "/", permanent: true };
      if (prefixes === "") return [home];
      return [home, { ...home, source: `/:lang(${prefixes}):any(${glued}+)`, destination: "/:lang" }];
    }
    const path = permalink.slice(1);
    const other = `((?!${escapePattern(path)}$)${anySpellingOf(path)}(?:/?${glued})*)`;
    const bare = { source: `/:any${other}`, destination: permalink, permanent: true };
    if (prefixes === "") return [bare];
    // Not one rule with a language that may be missing: Vercel would then lead to //blog, another host.
    return [bare, { ...bare, source: `/:lang(${prefixes})/:any${other}`, destination: `/:lang${permalink}` }];
  });
}

/** A pattern for a path in any spelling, with .html or without where it ends in that. */
function anySpellingOf(path: string): string {
  return path.endsWith(".html")
    ? `${inAnySpelling(path.slice(0, -5))}(?:${inAnySpelling(".html")})?`
    : inAnySpelling(path);
}

/** The percent sign of an encoded character, which is itself encoded each time that an app encodes again. */
const percent = "%(?:25)*";

/**
 * What chat apps and writers leave behind a link: punctuation, an encoded quotation mark, bracket or space,
 * or an encoded # or ? with all that follows. A bracket is written by its number, since Next counts brackets.
 */
const glued = `(?:[.,;:!?\\x29\\]}'"*>]|${percent}(?:23|3[Ff]).*|${percent}[0-9A-Fa-f]{2})`;

/** A pattern that matches a path in any letter case and however often its punctuation was encoded. */
export function inAnySpelling(path: string): string {
  return [...path]
    .map((letter) => {
      if (/[a-z]/i.test(letter)) return `[${letter.toLowerCase()}${letter.toUpperCase()}]`;
      if (/\d/.test(letter)) return letter;
      const code = [...letter.charCodeAt(0).toString(16)].map((digit) =>
        /\d/.test(digit) ? digit : `[${digit}${digit.toUpperCase()}]`,
      );
      return `(?:${escapePattern(letter)}|${percent}${code.join("")})`;
    })
    .join("");
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
