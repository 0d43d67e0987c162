import { error, type Fault, quote } from "./fault.ts";
import { bodyOf, type Content, type Document } from "./index.ts";
import { follow } from "./links.ts";

/**
 * Every fault in the bodies of these documents: what `parseBody` finds, and links and pictures that lead
 * nowhere. Links to drafts count as dead, since a draft has no address.
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
    return [...body.faults, ...dead];
  });
}
