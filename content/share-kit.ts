import type { Content } from "./index.ts";
import type { PageDescription } from "./page-description.ts";

/** The pages whose cards the kit offers in a language: home, the statement and the newest articles. */
export function kitPages(pages: PageDescription[], content: Content, lang: string): PageDescription[] {
  const own = pages.filter((page) => page.lang === lang);
  const articles = own
    .filter((page) => page.kind === "article")
    .sort((a, b) => (a.published! < b.published! ? 1 : -1))
    .slice(0, 3);
  const first = ["/", content.petition.statement].flatMap(
    (permalink) => own.find((page) => page.permalink === permalink) ?? [],
  );
  return [...first, ...articles];
}
