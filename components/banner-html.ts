import { localized } from "../content/address.ts";
import { documentAt, getContent } from "../content/index.ts";
import { siteAddress } from "../content/site-address.ts";

/** What the banner says and where it leads. */
export function bannerOf(lang: string): { url: string; title: string; name: string } {
  const { site, ...content } = getContent();
  const title = documentAt({ site, ...content }, lang, "/")?.title ?? site.name;
  return { url: siteAddress(site) + localized("/", lang), title, name: site.name };
}

/**
 * The banner for other sites: HTML with its own style, no script, and nothing that is loaded from here. It
 * looks like `.banner` in `banner-kit.module.css`.
 */
export function bannerHtml(lang: string): string {
  const { url, title, name } = bannerOf(lang);
  const link =
    "display:block;max-width:32rem;padding:1rem 1.25rem;border-left:0.75rem solid #a4262c;background:#14213d;" +
    "color:#fbfaf6;font:1.125rem/1.4 Georgia,serif;text-decoration:none";
  const more = "display:block;margin-top:0.375rem;font:0.9375rem/1.4 sans-serif";
  return [
    `<a href="${escapeHtml(url)}" lang="${lang}" style="${link}">`,
    `  <strong>${escapeHtml(title)}</strong>`,
    `  <span style="${more}">${escapeHtml(name)} →</span>`,
    "</a>",
  ].join("\n");
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
