import { textsWithin } from "./bodies.ts";
import { linksOf } from "./check-letters.ts";
import type { Content } from "./model.ts";

/** Every address on another host that the site links to, with the files that name it and the first line of each. */
export function externalLinks(content: Content): Map<string, Map<string, number>> {
  const links = new Map<string, Map<string, number>>();
  const add = (url: string | null | undefined, file: string, line = 1) => {
    if (!url?.startsWith("https:")) return;
    const files = links.get(url) ?? new Map<string, number>();
    if (!files.has(file)) links.set(url, files.set(file, line));
  };
  const { site, petition, signatories, timeline } = content;
  for (const url of [site.contact, site.repository, site.securityContact]) add(url, "content/site.yaml");
  for (const url of [petition.url, petition.source]) add(url, "content/petition.yaml");
  for (const { url } of signatories.organisations) add(url, "content/signatories.yaml");
  for (const { url } of Object.values(timeline.procedures)) add(url, "content/timeline.yaml");
  for (const url of timeline.events.flatMap(({ sources }) => sources)) add(url, "content/timeline.yaml");
  for (const { url } of Object.values(content.links)) add(url, "content/eu-links.yaml");
  for (const country of content.countries.values()) {
    for (const { url } of linksOf(country)) add(url, `content/countries/${country.code.toLowerCase()}.yaml`);
  }
  for (const document of content.documents) {
    add(document.source, document.file);
    for (const { body, file } of textsWithin(document, content.root))
      for (const { kind, url, line } of body.references) if (kind === "link") add(url, file, line);
  }
  return links;
}
