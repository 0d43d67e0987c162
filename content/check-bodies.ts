import { descriptionOf } from "./description.ts";
import { error, type Fault, quote, warning } from "./fault.ts";
import { bodyOf, type Content, type Document } from "./index.ts";
import { follow } from "./links.ts";

/**
 * Every fault in the bodies of these documents: what `parseBody` finds, links and pictures that lead
 * nowhere, and what a link preview would cut or lack. Links to drafts count as dead, since a draft has no
 * address.
 */
export function checkBodies(documents: Document[], content: Content): Fault[] {
  return documents.flatMap((document) => {
    const body = bodyOf(document);
    if (body.faults.some((fault) => fault.level === "error")) return body.faults;
    const dead = body.references.flatMap(({ kind, url, line }) => {
      if (kind === "key") {
        if (Object.hasOwn(content.links, url)) return [];
        const reason = "content/eu-links.yaml has no address of this name.";
        return [
          error(
            document.file,
            line,
            quote(url),
            reason,
            `Use one of: ${Object.keys(content.links).join(", ")}.`,
          ),
        ];
      }
      const target = follow(url, document, content);
      if ("address" in target) return [];
      const remedy =
        kind === "picture"
          ? "Put the picture into public/, or correct its path; it is relative to the permalink's folder."
          : "Correct the link, or remove it.";
      return [error(document.file, line, `${kind} ${quote(url)}`, `${target.problem}.`, remedy)];
    });
    return [...body.faults, ...dead, ...checkPreview(document, content)];
  });
}

function checkPreview(document: Document, content: Content): Fault[] {
  const warn = (field: string, reason: string, remedy: string) =>
    warning(document.file, 1, field, reason, remedy);
  const description = descriptionOf(document, content);
  const faults: Fault[] = [];
  if (description.length < 50) {
    const reason = `it is ${quote(description)}, ${description.length} characters; previews want 50 to 250.`;
    faults.push(warn("description", reason, "Say in one or two sentences what the page is about."));
  }
  if (document.title.length > 80 && !document.shortTitle) {
    const reason = `it has ${document.title.length} characters; previews cut it after 80.`;
    faults.push(warn("title", reason, "Add a line shortTitle: with the title in at most 80 characters."));
  }
  return faults;
}
