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
  "/icon.svg",
  "/statement",
];

/** The pages that have a route of their own; their words lie in pages/ under the same permalink. */
export const fixedPages = ["/", "/blog", "/act", "/timeline"] as const;

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
  if (lower.startsWith("/pictures/")) return "copies of pictures lie at these addresses";
  if (/^\/act\/[a-z]{2}$/.test(lower)) return "this address belongs to a country";
  if (lower.startsWith("/scripts/")) return "this address belongs to the site's own scripts";
  if (kind !== "page" && (fixedPages as readonly string[]).includes(lower))
    return "this address belongs to a page of the site";
  return null;
}

/** A redirect or rewrite as Next takes it. */
export type Rule = { source: string; destination: string; permanent: boolean };

/**
 * The redirects that lead to documents: without .html, with a trailing slash, or in other letter case,
 * in English and under the prefix of every other language. Takes the permalinks and the languages, gives rules
 * in Next's order of matching. Needs `caseSensitiveRoutes`, since the very address must not be redirected to itself.
 */
export function permalinkRedirects(permalinks: Iterable<string>, languages: string[]): Rule[] {
  const prefixes = languages.filter((lang) => lang !== defaultLanguage).join("|");
  return [...new Set(permalinks)]
    .filter((permalink) => permalink !== "/")
    .flatMap((permalink) => {
      const path = permalink.slice(1);
      const anyCase = path.endsWith(".html")
        ? `${inAnyCase(path.slice(0, -5))}(?:${inAnyCase(".html")})?`
        : inAnyCase(path);
      const other = `((?!${escapePattern(path)}$)${anyCase})`;
      const bare = { source: `/:any${other}`, destination: permalink, permanent: true };
      if (prefixes === "") return [bare];
      // Not one rule with a language that may be missing: Vercel would then lead to //blog, another host.
      return [
        bare,
        { ...bare, source: `/:lang(${prefixes})/:any${other}`, destination: `/:lang${permalink}` },
      ];
    });
}

/** A pattern that matches a text in any mixture of capital and small letters. */
export function inAnyCase(text: string): string {
  return [...text]
    .map((letter) =>
      /[a-z]/i.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : escapePattern(letter),
    )
    .join("");
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
